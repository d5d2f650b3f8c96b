import { type Position, type TextDocument, window } from 'vscode';
import { type DocumentContent, type PasteAnswer, pasteRequest } from '../../../server/src/protocol/exchange';
import type { ClientHost } from '../host';
import type { Reports } from './reports';

/** Asks for a table as items of an indicator file, put where the cursor is. Undefined where there is no answer. */
export async function askForItems(
  host: ClientHost,
  { uri }: TextDocument,
  { line, character }: Position,
  name: string,
  content: DocumentContent,
): Promise<PasteAnswer | undefined> {
  const params = { uri: uri.toString(), position: { line, character }, name, content };
  return (await host.request(pasteRequest, params)) ?? undefined;
}

/** What was written; in the status bar, or where text was left out as a message, which must not be overlooked. */
export function tellItems(
  host: ClientHost,
  reports: Reports,
  { items, doubts, left }: Exclude<PasteAnswer, { refusal: string }>,
): void {
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
