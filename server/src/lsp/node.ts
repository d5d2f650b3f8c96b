import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles } from './node-files';
import { startServer } from './server';

/** The installed package: the bundle stands in its folder `dist`. */
const packageRoot = join(__dirname, '..');

const connection = createConnection(ProposedFeatures.all);
// The editor must not lose its server over a fault in one answer.
process.on('uncaughtException', (error) => connection.console.error(error.stack ?? String(error)));
process.on('unhandledRejection', (reason) => connection.console.error(String(reason)));
startServer(connection, {
  files: nodeFiles,
  corpora: bundledCorpora(),
  ruleUrl: (rule) => pathToFileURL(join(packageRoot, 'docs', 'rules', `${rule}.md`)).toString(),
});

function bundledCorpora(): string[] {
  const folder = join(packageRoot, 'seeds', 'requirements');
  try {
    return readdirSync(folder).map((name) => pathToFileURL(join(folder, name)).toString());
  } catch {
    return [];
  }
}
