import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { keepHeapSmall, makeRoom } from './heap';
import { nodeFiles } from './node-files';
import { nodeStorage } from './node-storage';
import { startServer } from './server';
import { wellFormed } from './well-formed';

/** Set by the bundler from package.json. */
declare const ZHIBIAO_VERSION: string;

/** The installed package: the bundle stands in its folder `dist`. */
const packageRoot = join(__dirname, '..');

keepHeapSmall();

const connection = createConnection(ProposedFeatures.all, { messageStrategy: wellFormed });
// The editor must not lose its server over a fault in one answer.
process.on('uncaughtException', (error) => connection.console.error(error.stack ?? String(error)));
process.on('unhandledRejection', (reason) => connection.console.error(String(reason)));
// Where nobody reads the answers any more, not even a fault can be told.
process.stdout.on('error', () => process.exit(1));
startServer(connection, {
  files: nodeFiles,
  corpora: bundledCorpora(),
  version: ZHIBIAO_VERSION,
  storage: nodeStorage,
  makeRoom,
  ruleUrl: (rule) => pathToFileURL(join(packageRoot, 'docs', 'rules', `${rule}.md`)).toString(),
});

function bundledCorpora(): string[] {
  const folder = join(packageRoot, 'seeds', 'requirements');
  try {
    // The newest edition first: most files follow it, and then the others need not be read.
    const names = readdirSync(folder).sort().reverse();
    return names.map((name) => pathToFileURL(join(folder, name)).toString());
  } catch {
    return [];
  }
}
