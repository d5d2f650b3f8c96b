import * as vscode from 'vscode';
import {
  type DataTransfer,
  Disposable,
  env,
  type Range,
  type TextDocument,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { DocumentContent } from '../../../server/src/protocol/exchange';
import { activeFile } from '../activeFile';
import { workspaceEdit } from '../fromServer';
import type { ClientHost } from '../host';
import type { Reports } from './reports';
import { askForItems, tellItems } from './tables';

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

/** Tables from Word, WPS, Excel or a web page that are pasted become indicators; by command also those that are but text. */
export function registerPaste(host: ClientHost, reports: Reports): Disposable {
  return Disposable.from(
    registerPasteEdits(host, reports),
    vscode.commands.registerCommand('zhibiao.paste', () => pasteText(host, reports)),
  );
}

/** Writes the table on the clipboard at the cursor, or tells why it cannot be. */
async function pasteText(host: ClientHost, reports: Reports): Promise<void> {
  const { exchange } = host.messages;
  const document = activeFile(host);
  if (!document) return;
  const { selection } = await window.showTextDocument(document);
  const text = await env.clipboard.readText();
  const answer = await askForItems(host, document, selection.start, exchange.clipboard, { text });
  if (!answer || 'refusal' in answer) {
    window.showErrorMessage(answer?.refusal ?? exchange.noServer);
    return;
  }
  if (await workspace.applyEdit(workspaceEdit(document.uri, answer.edits))) tellItems(host, reports, answer);
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
        const answer = await askForItems(host, document, range.start, exchange.clipboard, content);
        // What is no table of indicators is pasted as it is.
        if (!answer || 'refusal' in answer || token.isCancellationRequested) return undefined;
        tellItems(host, reports, answer);
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
