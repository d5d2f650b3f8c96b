import { type FromWebview, type PreviewState, readToWebview, type ToWebview } from '../protocol';
import type { PreviewWords } from '../words';
import { createDocumentView } from './document';
import { element } from './dom';
import { createFindingList } from './findingList';
import { createSelection } from './selection';
import { createToolbar } from './toolbar';
import './preview.css';

/** Given by VS Code to every webview. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromWebview): void;
  setState(state: PreviewState): void;
};

const api = acquireVsCodeApi();
let state: PreviewState | undefined;
let words: PreviewWords | undefined;

const toolbar = createToolbar(
  (unit, onlyFindings) => api.postMessage({ type: 'filter', onlyFindings, ...(unit !== undefined && { unit }) }),
  () => api.postMessage({ type: 'export' }),
);
const view = createDocumentView(() => selection.refresh());
const elsewhere = createFindingList('elsewhere', (line, character) => reveal(line, character, true));
const here = createFindingList('here', (line, character) => reveal(line, character, true));
const message = element('p', 'message');
const frame = element('div', '', elsewhere.root, view.root);
const main = element('main', '', message, frame);
const selection = createSelection(main, view, {
  reveal: (line, open) => reveal(line, 0, open),
  changed(owner) {
    if (words) here.show(words.findingsHere, owner?.findings ?? [], owner?.line ?? 0);
  },
});

document.body.append(toolbar.root, main, here.root);
setShown(false);
window.addEventListener('message', ({ data }) => {
  const known = readToWebview(data);
  if (known) receive(known);
});
api.postMessage({ type: 'ready' });

function receive(told: ToWebview): void {
  if (told.type === 'cursor') selection.follow(told.line);
  else if (told.type === 'scroll') selection.scroll(told);
  else if (told.type === 'nothing') {
    message.textContent = told.message;
    setShown(false);
  } else {
    const isOther = state !== undefined && JSON.stringify(state) !== JSON.stringify(told.state);
    ({ state, words } = told);
    api.setState(state);
    main.setAttribute('aria-description', words.howTo);
    toolbar.show(state, told.printed, words);
    elsewhere.show(words.elsewhere, told.printed.elsewhere, 0);
    view.show(told.printed, words, state.unit !== undefined || state.onlyFindings);
    setShown(true);
    if (isOther) main.scrollTop = 0;
  }
}

function setShown(shown: boolean): void {
  message.hidden = shown;
  for (const part of [toolbar.root, frame]) part.hidden = !shown;
  if (!shown) here.show('', [], 0);
}

function reveal(line: number, character: number, open: boolean): void {
  if (state) api.postMessage({ type: 'reveal', uri: state.uri, line, character, open });
}
