import type { ItemEntry } from './entries';
import type { Layout } from './header';
import { splitItems } from './numbered';
import { importPhrases } from './phrases';
import type { RowReading } from './reading';
import { CLOSED, mark, remark, type State, shorten } from './row-state';

const UNITS = ['lead', 'answer', 'cooperate'] as const;

/** The items that a row begins; none where it goes on with the last one. */
export function takeItems(
  state: State,
  reading: RowReading,
  number: number | null,
  text: string,
  layout: Layout,
  row: number,
  hasTitle: boolean,
): ItemEntry[] {
  const add = (value: number, words: string) => addItem(state, value, words, reading, row, hasTitle);
  if (number !== null) return [add(number, text)];
  if (text === '') return [];
  const next = (state.item?.number ?? 0) + 1;
  const hasColumn = layout.some(({ role, name }) => role === 'number' && name !== '');
  const split = splitItems(text, next, !hasColumn, state.inBrackets);
  if (split.items.length > 0) {
    if (split.lead) appendText(state, split.lead, reading.at);
    return split.items.map((item) => add(item.number, item.text));
  }
  const hasUnits = reading.cells.some(({ role }) => role === 'lead' || role === 'answer');
  const isOpen = state.item && !CLOSED.test(state.item.text);
  const lacksUnits = state.item && UNITS.every((role) => state.item?.units[role] === '');
  if (isOpen && (!hasUnits || lacksUnits)) {
    appendText(state, text, reading.at);
    return [];
  }
  if (!state.hasNumbers) return [add(next, text)];
  if (hasUnits || !state.item) {
    const made = add(next, text);
    mark(made, importPhrases.numberAdded, { number: next }, reading.at);
    return [made];
  }
  appendText(state, text, reading.at);
  return [];
}

function addItem(
  state: State,
  number: number,
  text: string,
  reading: RowReading,
  row: number,
  hasTitle: boolean,
): ItemEntry {
  const item: ItemEntry = {
    kind: 'item',
    number,
    name: '',
    text,
    units: { lead: '', answer: '', cooperate: '' },
    deadline: '',
    evidence: '',
    sharesEvidence: false,
    score: '',
    reason: '',
    remark: '',
    at: reading.at,
    row,
    moved: reading.moved && !hasTitle,
    marks: [],
  };
  state.entries.push(item);
  state.item = item;
  return item;
}

function appendText(state: State, text: string, at: string): void {
  const { item } = state;
  if (!item) {
    remark(state, 'left-out', importPhrases.leftRow, { text }, at);
    return;
  }
  if (CLOSED.test(item.text)) mark(item, importPhrases.textAppended, { text: shorten(text), number: item.number }, at);
  else mark(item, importPhrases.textJoined, { number: item.number }, at);
  item.text += text;
}
