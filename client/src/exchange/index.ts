import { commands, Disposable, Uri } from 'vscode';
import type { ClientHost } from '../host';
import { compareFiles } from './compare';
import { registerDrop } from './drop';
import { importDocument, importDocuments } from './import';
import { migrateFile } from './migrate';
import { registerPaste } from './paste';
import { createReports } from './reports';

/** Documents of Word, Excel and the web: in by command, by pasting and by dropping; other editions and other counties. */
export function registerExchange(host: ClientHost): Disposable {
  const reports = createReports();
  return Disposable.from(
    reports,
    // From the explorer's menu comes the file that was clicked, and all that are selected.
    commands.registerCommand('zhibiao.import', async (clicked?: unknown, selected?: unknown) => {
      const uris = (Array.isArray(selected) ? selected : [clicked]).filter((one) => one instanceof Uri);
      if (uris.length === 0) await importDocuments(host, reports);
      for (const uri of uris) await importDocument(host, reports, uri);
    }),
    registerPaste(host, reports),
    registerDrop(host, reports),
    commands.registerCommand('zhibiao.migrate', () => migrateFile(host, reports)),
    commands.registerCommand('zhibiao.compare', () => compareFiles(host)),
  );
}
