import {
  type Disposable,
  type Event,
  EventEmitter,
  languages,
  type Position,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import type { ClientHost } from '../host';

/** The file that the views show: the one in the active editor, else the last one that was. */
export interface Followed extends Disposable {
  readonly document: TextDocument | undefined;
  /** Where the cursor stands in it, if an editor shows it. */
  readonly position: Position | undefined;
  /** It is another file now, or none. */
  readonly onDidSwitch: Event<void>;
  /** Its text, or what was found in it, changed. */
  readonly onDidChange: Event<void>;
  readonly onDidMoveCursor: Event<void>;
}

export function createFollowed(host: ClientHost): Followed {
  const switched = new EventEmitter<void>();
  const changed = new EventEmitter<void>();
  const moved = new EventEmitter<void>();
  let document: TextDocument | undefined;

  const isOurs = (editor: TextEditor | undefined) =>
    editor !== undefined && languages.match(host.selector, editor.document) > 0;

  function follow(): void {
    const { activeTextEditor, visibleTextEditors } = window;
    // A closed document may still be the one of an editor that is about to go.
    const kept = document?.isClosed ? undefined : document;
    const next = isOurs(activeTextEditor)
      ? activeTextEditor?.document
      : (kept ?? visibleTextEditors.find((editor) => isOurs(editor) && !editor.document.isClosed)?.document);
    if (next === document) return;
    document = next;
    switched.fire();
  }

  function editor(): TextEditor | undefined {
    const { activeTextEditor, visibleTextEditors } = window;
    return [activeTextEditor, ...visibleTextEditors].find((one) => one !== undefined && one.document === document);
  }

  const listeners = [
    switched,
    changed,
    moved,
    window.onDidChangeActiveTextEditor(follow),
    window.onDidChangeVisibleTextEditors(follow),
    // A file may get another language, which closes and opens it.
    workspace.onDidOpenTextDocument(follow),
    workspace.onDidCloseTextDocument(follow),
    host.onReady(() => {
      follow();
      changed.fire();
    }),
    workspace.onDidChangeTextDocument((change) => {
      if (change.document === document && change.contentChanges.length > 0) changed.fire();
    }),
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === document?.uri.toString())) changed.fire();
    }),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === editor()) moved.fire();
    }),
  ];
  follow();
  return {
    get document() {
      return document;
    },
    get position() {
      return editor()?.selection.active;
    },
    onDidSwitch: switched.event,
    onDidChange: changed.event,
    onDidMoveCursor: moved.event,
    dispose() {
      for (const listener of listeners) listener.dispose();
    },
  };
}
