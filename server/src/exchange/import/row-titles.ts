import { normalizeTitle, parseHeading } from '../../domain/heading';
import type { TitleEntry } from './entries';
import type { Role } from './header';
import { importPhrases } from './phrases';
import type { ReadCell } from './reading';
import { mark, remark, type State } from './row-state';
import { affinity, joinTitle, unwrapped } from './titles';

/** From this share of common character pairs on a title with the same serial is the same title, spelt otherwise. */
const SAME_TITLE = 0.6;

/** 附加项 and its lists bear no serial, and go on with no title. */
const EXTRA_TITLE = /^(?:附加|加分|否决|扣分|减分)/;

/** The level of a title: by its serial where the first level is numbered 一、, else by its column. */
export function levelOf(state: State, title: string, role: Role): 1 | 2 {
  const style = parseHeading(title)?.style;
  if (!state.hasChinese || style === undefined) return role === 'title2' ? 2 : 1;
  return style === 'chinese-comma' ? 1 : 2;
}

/** Takes one title of a row: a new one, the current one again, or a piece of it. */
export function takeTitle(state: State, raw: string, cell: ReadCell, at: string, row: number, alone: boolean): void {
  const text = unwrapped(raw);
  if (text !== raw) remark(state, 'repaired', importPhrases.titleBlanks, { title: text, text: raw }, at);
  const heading = parseHeading(text);
  if (!heading && !EXTRA_TITLE.test(text) && state.hasSerials && (state.first || state.second)) {
    continueTitle(state, text, cell, at);
    return;
  }
  const level = levelOf(state, text, cell.role);
  const current = level === 1 ? state.first : state.second;
  if (current && isSameTitle(current.title, text)) {
    if (normalizeTitle(current.title) !== normalizeTitle(text)) {
      const isLonger = text.startsWith(current.title);
      if (isLonger) current.title = text;
      else remark(state, 'repaired', importPhrases.titleVariant, { title: current.title, text }, at);
    }
    current.column = cell.column;
    return;
  }
  const entry: TitleEntry = { kind: 'title', level, title: text, at, row, column: cell.column, alone, marks: [] };
  state.entries.push(entry);
  if (level === 1) {
    state.first = entry;
    delete state.second;
  } else state.second = entry;
}

/** The same serial and nearly the same words, or the same words without serials. */
function isSameTitle(title: string, other: string): boolean {
  const [a, b] = [parseHeading(title), parseHeading(other)];
  if (a?.number !== b?.number) return false;
  const [plain, plainOther] = [normalizeTitle(title), normalizeTitle(other)];
  if (plain === plainOther) return true;
  return (
    a !== null && (plain.startsWith(plainOther) || plainOther.startsWith(plain) || affinity(title, other) >= SAME_TITLE)
  );
}

/** A piece without serial goes on with the title in its column, or else with the last one. */
function continueTitle(state: State, text: string, { column }: ReadCell, at: string): void {
  const open = [state.second, state.first].find((title) => title?.column === column) ?? state.second ?? state.first;
  if (!open) return;
  if (text.length > 3 && normalizeTitle(open.title).includes(normalizeTitle(text))) return;
  const { title, overlap } = joinTitle(open.title, text);
  mark(open, importPhrases.titleJoined, { title, head: open.title, tail: text }, at);
  if (overlap) remark(state, 'repaired', importPhrases.titleOverlap, { text: overlap }, at);
  open.title = title;
  open.column = column;
}
