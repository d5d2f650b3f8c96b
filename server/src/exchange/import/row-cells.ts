import type { ItemEntry } from './entries';
import { joinLines, readEvidence } from './evidence';
import type { Role } from './header';
import { importPhrases } from './phrases';
import type { ReadCell, RowReading } from './reading';
import { CLOSED, mark, remark, type State, shorten } from './row-state';

const EVIDENCE_WORDS = /提供|资料|材料|核查|网址|佐证/;
/** What stands where there is nothing to say: —, /. */
const NOTHING = /^[-—–/／\s]+$/;
const SAME = /^同上[。；]?$/;
const GOES_ON: ReadonlySet<Role> = new Set(['lead', 'answer', 'cooperate', 'deadline']);
const SCORE = /^\d{1,3}(?:\.\d+)?\s*分?$/;

/** Gives the other cells of a row to its items: units and deadline to each, evidence to the first. */
export function fill(state: State, made: readonly ItemEntry[], reading: RowReading): void {
  const hasEvidence = reading.cells.some(({ role }) => role === 'evidence');
  const earlier = state.entries.findLast((entry): entry is ItemEntry => entry.kind === 'item' && !made.includes(entry));
  for (const cell of reading.cells) {
    const isSame = earlier !== undefined && SAME.test(cell.text) && GOES_ON.has(cell.role);
    if (isSame) {
      const data = { text: cell.text, number: earlier.number };
      remark(state, 'repaired', importPhrases.sameAsAbove, data, reading.at);
    }
    for (const [index, item] of made.entries())
      give(item, isSame ? { ...cell, continued: true } : cell, index === 0, hasEvidence, earlier);
  }
}

function give(item: ItemEntry, cell: ReadCell, isFirst: boolean, hasEvidence: boolean, earlier?: ItemEntry): void {
  const text = cell.continued || NOTHING.test(cell.text) ? '' : cell.text;
  switch (cell.role) {
    case 'lead':
    case 'answer':
    case 'cooperate':
      item.units[cell.role] = added(item.units[cell.role], cell.continued ? (earlier?.units[cell.role] ?? '') : text);
      break;
    case 'name':
      item.name = joinLines(cell.continued ? (earlier?.name ?? '') : text);
      break;
    case 'deadline':
      item.deadline = added(item.deadline, cell.continued ? (earlier?.deadline ?? '') : text);
      break;
    case 'evidence':
      if (isFirst) item.evidence = added(item.evidence, text);
      item.sharesEvidence = cell.continued || !isFirst;
      break;
    case 'score':
      if (!isFirst || text === '') break;
      if (SCORE.test(text) && item.score === '') item.score = text;
      else takeOther(item, cell);
      break;
    case 'remark':
      if (!isFirst) break;
      if (!hasEvidence && EVIDENCE_WORDS.test(text)) item.evidence = text;
      else item.remark = joined(item.remark, joinLines(text));
      break;
    case 'reason':
      if (isFirst) item.reason = joinLines(text);
      break;
    case 'other':
      if (isFirst && text !== '') takeOther(item, cell);
      break;
  }
}

/** Several columns may say the same kind of thing: 第一责任单位, 其他责任单位. */
function added(before: string, text: string): string {
  return `\n${before}\n`.includes(`\n${text}\n`) ? before : [before, text].filter(Boolean).join('\n');
}

function takeOther(item: ItemEntry, { name, text }: ReadCell): void {
  const words = joinLines(text);
  item.remark = joined(item.remark, name ? `${name}：${words}` : words);
  if (!name) mark(item, importPhrases.looseCell, { text: shorten(words) }, item.at);
}

function joined(a: string, b: string): string {
  return a && b ? `${a}；${b}` : a || b;
}

/**
 * A row without an item: what a page break cut off the last one, or a cell that was printed below the rows it covers.
 */
export function takeRest(state: State, reading: RowReading, cells: readonly ReadCell[]): void {
  const { item } = state;
  for (const cell of cells) {
    if (cell.role === 'title1' || cell.role === 'title2' || cell.role === 'text' || cell.text === '') continue;
    if (!item) {
      remark(state, 'left-out', importPhrases.leftRow, { text: cell.text }, reading.at);
    } else if (cell.role === 'lead' || cell.role === 'answer' || cell.role === 'cooperate') {
      item.units[cell.role] = [item.units[cell.role], cell.text].filter(Boolean).join('\n');
      mark(item, importPhrases.unitsAppended, { text: joinLines(cell.text), number: item.number }, reading.at);
    } else if (cell.role === 'evidence') {
      restOfEvidence(state, item, cell.text, reading.at);
    } else if (cell.role === 'deadline') {
      item.deadline = [item.deadline, cell.text].filter(Boolean).join('\n');
    } else if (cell.role === 'reason') {
      item.reason += joinLines(cell.text);
    } else takeOther(item, cell);
  }
}

function restOfEvidence(state: State, item: ItemEntry, text: string, at: string): void {
  if (item.evidence !== '') {
    item.evidence += CLOSED.test(item.evidence) ? `\n${text}` : text;
    return;
  }
  const open: ItemEntry[] = [];
  for (const entry of state.entries.toReversed()) {
    if (entry.kind !== 'item') continue;
    if (entry.evidence !== '' || entry.sharesEvidence) {
      const group = readEvidence(entry.evidence).group ?? [];
      while (open[0] && group.includes(open[0].number)) open.shift();
      break;
    }
    open.unshift(entry);
  }
  for (const entry of open) {
    entry.evidence = text;
    const data = { text: shorten(joinLines(text)), numbers: open.map(({ number }) => number).join('、') };
    mark(entry, importPhrases.evidenceSpread, data, at);
  }
}
