import * as vscode from 'vscode';
import {
  type DataTransfer,
  Disposable,
  DocumentDropEdit,
  type Range,
  type TextDocument,
  Uri,
  type WorkspaceEdit,
  window,
} from 'vscode';
import { type DocumentContent, type PasteAnswer, pasteRequest } from '../../../server/src/protocol/exchange';
import { workspaceEdit } from '../fromServer';
import type { ClientHost } from '../host';
import { nameOf } from '../uris';
import { base64 } from '../workspaceFiles';
import { isDocument } from './documents';
import type { Reports } from './reports';

/** The part of the API for pasting that is used: the types of the oldest VS Code supported lack it. */
interface PasteApi {
  readonly DocumentPasteEdit: new (insertText: string, title: string, kind: unknown) => PasteEdit;
  readonly DocumentDropOrPasteEditKind: { readonly Empty: { append(...parts: string[]): unknown } };
  readonly languages: {
    registerDocumentPasteEditProvider(
      selector: vscode.DocumentSelector,
      provider: {
        provideDocumentPasteEdits(
          document: TextDocument,
          ranges: readonly Range[],
          data: DataTransfer,
          context: unknown,
          token: vscode.CancellationToken,
        ): Promise<PasteEdit[] | undefined>;
      },
      metadata: { readonly providedPasteEditKinds: readonly unknown[]; readonly pasteMimeTypes: readonly string[] },
    ): Disposable;
  };
}

interface PasteEdit {
  additionalEdit?: WorkspaceEdit;
}

/** The version of VS Code that brought the API for pasting. */
const SETTLED = [1, 97] as const;

const LANGUAGE = 'zhibiao';
const HTML = 'text/html';
const PLAIN = 'text/plain';

/** Tables from Word, WPS, Excel or a web page that are pasted, and documents that are dropped, become indicators. */
export function registerPaste(host: ClientHost, reports: Reports): Disposable {
  const drop = vscode.languages.registerDocumentDropEditProvider(LANGUAGE, {
    async provideDocumentDropEdits(document, position, data, token) {
      const dropped = await droppedDocument(data);
      if (!dropped || token.isCancellationRequested) return undefined;
      const answer = await ask(host, document, position, dropped.name, dropped.content);
      if (!answer || token.isCancellationRequested) return undefined;
      tell(host, reports, answer);
      const edit = new DocumentDropEdit('');
      edit.additionalEdit = workspaceEdit(document.uri, answer.edits);
      return Object.assign(edit, { title: host.messages.exchange.dropTable });
    },
  });
  return Disposable.from(drop, registerPasteEdits(host, reports));
}

function registerPasteEdits(host: ClientHost, reports: Reports): Disposable {
  // Before it was settled the same names stood for a proposal, which only extensions under development may use.
  if (!isAtLeast(vscode.version, SETTLED)) return new Disposable(() => undefined);
  const { languages, DocumentPasteEdit, DocumentDropOrPasteEditKind } = vscode as unknown as PasteApi;
  const kind = DocumentDropOrPasteEditKind.Empty.append('zhibiao', 'table');
  return languages.registerDocumentPasteEditProvider(
    LANGUAGE,
    {
      async provideDocumentPasteEdits(document, [range], data, _context, token) {
        const content = await pastedTable(data);
        if (!content || !range || token.isCancellationRequested) return undefined;
        const { exchange } = host.messages;
        const answer = await ask(host, document, range.start, exchange.clipboard, content);
        if (!answer || token.isCancellationRequested) return undefined;
        tell(host, reports, answer);
        const edit = new DocumentPasteEdit('', exchange.pasteTable, kind);
        edit.additionalEdit = workspaceEdit(document.uri, answer.edits);
        return [edit];
      },
    },
    // Not plain text: VS Code would wait for us at each paste, and give it up when one types on. Tables come as markup, too.
    { providedPasteEditKinds: [kind], pasteMimeTypes: [HTML] },
  );
}

function isAtLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

/** What may be a table: markup with one, or two lines of text with tabs. Anything else is not worth the server's time. */
async function pastedTable(data: DataTransfer): Promise<DocumentContent | undefined> {
  const html = await data.get(HTML)?.asString();
  const text = (await data.get(PLAIN)?.asString()) ?? '';
  if (html && /<table[\s>]/i.test(html)) return { text, html };
  return /\t[^\n\t]*\n[^\n\t]*\t/.test(text) ? { text } : undefined;
}

async function droppedDocument(data: DataTransfer): Promise<{ name: string; content: DocumentContent } | undefined> {
  for (const [, item] of data) {
    const file = item.asFile();
    if (file && isDocument(file.name)) return { name: file.name, content: { base64: base64(await file.data()) } };
  }
  const list = await data.get('text/uri-list')?.asString();
  const uri = list?.split(/\r?\n/).find((line) => line !== '' && !line.startsWith('#'));
  if (uri === undefined) return undefined;
  const parsed = Uri.parse(uri);
  if (!isDocument(parsed.path)) return undefined;
  const bytes = await Promise.resolve(vscode.workspace.fs.readFile(parsed)).catch(() => undefined);
  return bytes && { name: nameOf(parsed), content: { base64: base64(bytes) } };
}

function ask(
  host: ClientHost,
  { uri }: TextDocument,
  { line, character }: vscode.Position,
  name: string,
  content: DocumentContent,
): Promise<PasteAnswer | null | undefined> {
  return host.request(pasteRequest, { uri: uri.toString(), position: { line, character }, name, content });
}

/** In the status bar, or where text was left out as a message, which must not be overlooked. */
function tell(host: ClientHost, reports: Reports, { items, doubts, left }: PasteAnswer): void {
  const { exchange } = host.messages;
  const text = exchange.pasted(items, doubts, left.length);
  if (left.length === 0) {
    window.setStatusBarMessage(text, 10_000);
    return;
  }
  window.showWarningMessage(text, exchange.showLeft).then((button) => {
    if (button !== exchange.showLeft) return;
    const lines = left.map((line) => `    ${line.replaceAll('\n', '\n    ')}`);
    reports.show(exchange.leftHeading, `# ${exchange.leftHeading}\n\n${lines.join('\n\n')}\n`);
  });
}
