import { parseHeading } from '../../domain/heading';
import type { Message } from '../../rules/finding';
import type { Row } from '../source/types';
import type { Remark, RemarkKind } from './draft';
import type { Entry, ItemEntry, TitleEntry } from './entries';
import type { Layout } from './header';
import { type Expected, gluedNumber, serialNumber, wholeNumber } from './looks';
import { loneTitle } from './reading';

/** What a text ends in that is not cut off. */
export const CLOSED = /[。；;！？.!?”’）)》>]$/;

/** What has been read of a table so far. */
export interface State {
  readonly entries: Entry[];
  readonly remarks: Remark[];
  readonly isUnit: (name: string) => boolean;
  /** First-level titles are numbered 一、 somewhere, so that serials tell the level. */
  readonly hasChinese: boolean;
  readonly hasSerials: boolean;
  readonly hasNumbers: boolean;
  /** Items are numbered （1）, （2） through the whole table, and have no other numbers. */
  readonly inBrackets: boolean;
  first?: TitleEntry;
  second?: TitleEntry;
  item?: ItemEntry;
  wasMoved?: boolean;
}

/** What all rows together tell of the table: how titles are numbered, whether items are. */
export function survey(
  rows: readonly { row: Row; layout: Layout }[],
): Pick<State, 'hasChinese' | 'hasSerials' | 'hasNumbers' | 'inBrackets'> {
  let [hasChinese, hasSerials, hasNumbers] = [false, false, false];
  for (const { row, layout } of rows) {
    const lone = loneTitle(row, layout);
    for (const { text, column } of lone ? [lone] : row.cells) {
      if (text === '') continue;
      const role = lone ? 'title1' : layout.find(({ from, to }) => from <= column && column <= to)?.role;
      if (role === 'title1' || role === 'title2') {
        const style = parseHeading(text.replace(/<\/?p>/g, ''))?.style;
        hasSerials ||= style !== undefined;
        hasChinese ||= style === 'chinese-comma';
        hasNumbers ||= wholeNumber(text) !== null;
      } else if (role === 'number') hasNumbers ||= serialNumber(text) !== null;
      else if (role === 'text') {
        hasNumbers ||= wholeNumber(text) !== null || gluedNumber(text) !== null;
      }
    }
    if (hasChinese && hasNumbers) break;
  }
  const inBrackets = !hasNumbers && runsInBrackets(rows);
  return { hasChinese, hasSerials, hasNumbers: hasNumbers || inBrackets, inBrackets };
}

const BRACKETED = /^\s*[（(]\s*(\d{1,3})\s*[）)]\s*\p{Script=Han}/u;

/** Each cell of items begins with a number in brackets, the first with 1, and none of them starts anew. */
function runsInBrackets(rows: readonly { row: Row; layout: Layout }[]): boolean {
  const texts = rows.flatMap(({ row, layout }) => {
    const column = layout.find(({ role }) => role === 'text');
    if (!column || loneTitle(row, layout)) return [];
    return row.cells.filter((cell) => cell.text !== '' && column.from <= cell.column && cell.column <= column.to);
  });
  const numbers = texts.flatMap(({ text }) => BRACKETED.exec(text)?.[1] ?? []).map(Number);
  return (
    numbers.length > 1 &&
    numbers.length === texts.length &&
    numbers[0] === 1 &&
    numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0))
  );
}

/** What the next row should go on with. */
export function expectedBy({ item, second, isUnit }: State): Expected {
  const serial = second ? (parseHeading(second.title)?.number ?? 0) : 0;
  return { item: (item?.number ?? 0) + 1, title: serial + 1, isUnit };
}

/** Notes something for the report. */
export function remark(state: State, kind: RemarkKind, template: string, data: Message['data'], at?: string): Remark {
  const made: Remark = { kind, message: { template, data }, ...(at && { at }) };
  state.remarks.push(made);
  return made;
}

/** A doubtful thing: told in the report and marked where it stands. */
export function mark(entry: Entry, template: string, data: Message['data'], at: string): void {
  entry.marks.push({ kind: 'unsure', message: { template, data }, at });
}

const SHOWN = 20;

/** The beginning of a text, to name it by. */
export function shorten(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
