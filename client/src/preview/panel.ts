import {
  commands,
  Disposable,
  Position,
  Range,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  type WebviewPanel,
  window,
} from 'vscode';
import { type Printed, previewRequest } from '../../../server/src/protocol/preview';
import type { ClientHost } from '../host';
import { createRefresher } from '../views/refresher';
import { fill } from './fill';
import { pageHtml } from './html';
import { middleOf } from './middle';
import { type FromWebview, type PreviewState, readFromWebview, type ToWebview } from './protocol';

export interface Preview extends Disposable {
  readonly panel: WebviewPanel;
  /** Shows another file; its own filter is forgotten. */
  show(uri: string): void;
}

/** A pause in typing before the preview follows. Milliseconds. */
const CHANGE_DELAY = 150;
/** How long the editor's answer to a click in the preview is not taken for scrolling by a person. Milliseconds. */
const QUIET = 500;

/** Fills a panel with the preview of the file in the active editor. Ends with the panel. */
export function createPreview(host: ClientHost, panel: WebviewPanel, start: PreviewState): Preview {
  const { webview } = panel;
  const assets = assetsOf(host);
  let state = start;
  let isReady = false;
  let shown: Extract<ToWebview, { type: 'show' | 'nothing' }> | undefined;
  let quietUntil = 0;

  function post(message: ToWebview): void {
    if (isReady) webview.postMessage(message);
  }

  /** The file that is asked for, else the one that was shown: a registry has no table, and changes what is to say of it. */
  async function ask(): Promise<{ uri: string; printed: Printed } | 'none' | 'not running'> {
    const before = shown?.type === 'show' ? [shown.state.uri] : [];
    for (const uri of new Set([state.uri, ...before])) {
      const { unit, onlyFindings } = state;
      const filter = { onlyFindings, ...(unit !== undefined && { unit }) };
      const printed = await host.request(previewRequest, { uri, ...filter });
      if (printed) return { uri, printed };
      if (printed === undefined) return 'not running';
    }
    return 'none';
  }

  function take(answer: Awaited<ReturnType<typeof ask>>): void {
    const words = host.messages.preview;
    if (typeof answer === 'string') {
      shown = { type: 'nothing', message: answer === 'none' ? words.openFile : words.notRunning };
    } else {
      const { uri, printed } = answer;
      const { unit } = printed;
      const told: PreviewState = { uri, onlyFindings: state.onlyFindings, ...(unit !== undefined && { unit }) };
      shown = { type: 'show', state: told, printed, words };
      panel.title = fill(words.title, { name: decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)) });
    }
    post(shown);
    followCursor();
  }

  /** The editor that shows the same file, if any. */
  function editor(): TextEditor | undefined {
    const uri = shown?.type === 'show' ? shown.state.uri : undefined;
    const { activeTextEditor, visibleTextEditors } = window;
    return [activeTextEditor, ...visibleTextEditors].find((one) => one?.document.uri.toString() === uri);
  }

  function followCursor(): void {
    const line = editor()?.selection.active.line;
    if (line !== undefined) post({ type: 'cursor', line });
  }

  function followScroll(moved: TextEditor): void {
    if (moved !== editor() || Date.now() < quietUntil) return;
    const { line: cursor } = moved.selection.active;
    const spot = middleOf(
      moved.visibleRanges.map((range) => ({ first: range.start.line, last: range.end.line })),
      moved.document.lineCount,
      cursor,
    );
    if (spot) post({ type: 'scroll', ...spot });
  }

  async function reveal({ uri, line, character, open }: Extract<FromWebview, { type: 'reveal' }>): Promise<void> {
    if (shown?.type !== 'show' || uri !== shown.state.uri) return;
    const beside = editor();
    const place = new Range(line, character, line, character);
    quietUntil = Date.now() + QUIET;
    if (open) {
      const viewColumn = beside?.viewColumn ?? panel.viewColumn;
      await window.showTextDocument(Uri.parse(uri), { selection: place, ...(viewColumn && { viewColumn }) });
    } else if (beside) {
      const position = beside.document.validatePosition(new Position(line, character));
      beside.selection = new Selection(position, position);
      beside.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
    }
  }

  function receive(value: unknown): void {
    const told = readFromWebview(value);
    if (told?.type === 'reveal') reveal(told).catch(() => undefined);
    else if (told?.type === 'export') exportShown();
    else if (told?.type === 'filter') {
      const { unit, onlyFindings } = told;
      state = { uri: state.uri, onlyFindings, ...(unit !== undefined && { unit }) };
      content.now();
    } else if (told) {
      // A webview that was out of sight begins anew.
      isReady = true;
      if (shown) post(shown);
      followCursor();
    }
  }

  function exportShown(): void {
    if (shown?.type !== 'show') return;
    commands.executeCommand('zhibiao.export', Uri.parse(shown.state.uri), shown.state.unit);
  }

  function show(uri: string): void {
    if (uri !== state.uri) state = { uri, onlyFindings: state.onlyFindings };
    content.now();
  }

  webview.options = { enableScripts: true, localResourceRoots: [assets] };
  webview.onDidReceiveMessage(receive);
  webview.html = pageHtml({
    nonce: crypto.randomUUID().replaceAll('-', ''),
    cspSource: webview.cspSource,
    script: webview.asWebviewUri(Uri.joinPath(assets, 'preview.js')).toString(),
    style: webview.asWebviewUri(Uri.joinPath(assets, 'preview.css')).toString(),
    language: host.messages.language,
  });
  panel.iconPath = Uri.joinPath(host.context.extensionUri, 'icons', 'file.svg');
  const { followed } = host;
  const content = createRefresher(ask, take, CHANGE_DELAY);
  const listeners = Disposable.from(
    content,
    followed.onDidSwitch(() => {
      if (followed.document) show(followed.document.uri.toString());
    }),
    followed.onDidChange(content.soon),
    followed.onDidMoveCursor(followCursor),
    window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => followScroll(textEditor)),
    panel.onDidChangeViewState(() => {
      if (!panel.visible) isReady = false;
    }),
  );
  panel.onDidDispose(() => listeners.dispose());
  content.now();
  return { panel, show, dispose: () => panel.dispose() };
}

/** The only folder that the webview may load from. */
export function assetsOf({ context }: ClientHost): Uri {
  return Uri.joinPath(context.extensionUri, 'dist');
}
