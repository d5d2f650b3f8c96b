import { type Command, commands, type Disposable, Selection, type TextEditor, Uri, window } from 'vscode';
import type { Position } from 'vscode-languageserver-types';

/** The command of a line in a tree. The title is never shown. */
export function goToCommand(uri: string, place: Position): Command {
  return { command: 'zhibiao.goTo', title: '', arguments: [uri, place] };
}

/** The command behind the lines of the trees; it takes what `goToCommand` gives it. */
export function registerGoTo(): Disposable {
  return commands.registerCommand('zhibiao.goTo', (uri: string, place: Position) => goTo(uri, place));
}

/** Shows a place of a file, in the editor that has it open if there is one. */
export async function goTo(uri: string, { line, character }: Position, preserveFocus = false): Promise<TextEditor> {
  const wanted = Uri.parse(uri);
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === wanted.toString());
  return await window.showTextDocument(wanted, {
    selection: new Selection(line, character, line, character),
    preserveFocus,
    ...(shown?.viewColumn !== undefined && { viewColumn: shown.viewColumn }),
  });
}
