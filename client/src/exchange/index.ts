import { commands, Disposable, Uri } from 'vscode';
import type { ClientHost } from '../host';
import { compareFiles } from './compare';
import { importDocument, importDocuments } from './import';
import { migrateFile } from './migrate';
import { registerPaste } from './paste';
import { createReports } from './reports';

/** Documents of Word, Excel and the web: in by command, by pasting and by dropping; other editions and other counties. */
export function registerExchange(host: ClientHost): Disposable {
  const reports = createReports();
  return Disposable.from(
    reports,
    // From the explorer's menu the file comes along.
    commands.registerCommand('zhibiao.import', (uri?: unknown) =>
      uri instanceof Uri ? importDocument(host, reports, uri) : importDocuments(host, reports),
    ),
    registerPaste(host, reports),
    commands.registerCommand('zhibiao.migrate', () => migrateFile(host, reports)),
    commands.registerCommand('zhibiao.compare', () => compareFiles(host, reports)),
  );
}
