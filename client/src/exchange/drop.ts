import { type DataTransfer, type Disposable, DocumentDropEdit, languages, Uri, window, workspace } from 'vscode';
import type { DocumentContent } from '../../../server/src/protocol/exchange';
import { workspaceEdit } from '../fromServer';
import type { ClientHost } from '../host';
import { nameOf } from '../uris';
import { base64 } from '../workspaceFiles';
import { isDocument } from './documents';
import type { Reports } from './reports';
import { askForItems, tellItems } from './tables';

/** A document that is dropped into an indicator file becomes indicators there; where it cannot, the reason is told. */
export function registerDrop(host: ClientHost, reports: Reports): Disposable {
  const { exchange } = host.messages;
  return languages.registerDocumentDropEditProvider('zhibiao', {
    async provideDocumentDropEdits(document, position, data, token) {
      const [dropped, ...more] = await droppedDocuments(data);
      if (!dropped || token.isCancellationRequested) return undefined;
      // An edit all the same: VS Code would write the path of the document instead.
      const edit = Object.assign(new DocumentDropEdit(''), { title: exchange.dropTable });
      if (more.length > 0) {
        window.showErrorMessage(exchange.oneAtATime);
        return edit;
      }
      const content = await dropped.read();
      const answer = content && (await askForItems(host, document, position, dropped.name, content));
      if (token.isCancellationRequested) return undefined;
      if (!answer || 'refusal' in answer) {
        window.showErrorMessage(answer?.refusal ?? (content ? exchange.noServer : exchange.notRead(dropped.name)));
        return edit;
      }
      tellItems(host, reports, answer);
      edit.additionalEdit = workspaceEdit(document.uri, answer.edits);
      return edit;
    },
  });
}

interface Dropped {
  readonly name: string;
  /** Undefined where the file cannot be read. */
  read(): Promise<DocumentContent | undefined>;
}

/** Files of the machine, or those of the workspace, which come by their addresses. */
async function droppedDocuments(data: DataTransfer): Promise<Dropped[]> {
  const files: Dropped[] = [];
  for (const [, item] of data) {
    const file = item.asFile();
    if (file && isDocument(file.name))
      files.push({ name: file.name, read: async () => ({ base64: base64(await file.data()) }) });
  }
  if (files.length > 0) return files;
  const list = (await data.get('text/uri-list')?.asString()) ?? '';
  return list
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => Uri.parse(line))
    .filter(({ path }) => isDocument(path))
    .map((uri) => ({ name: nameOf(uri), read: () => contentOf(uri) }));
}

async function contentOf(uri: Uri): Promise<DocumentContent | undefined> {
  try {
    return { base64: base64(await workspace.fs.readFile(uri)) };
  } catch {
    return undefined;
  }
}
