import { parseHeading } from '../../domain/heading';
import type { Paragraph, Row } from '../source/types';
import type { Remark } from './draft';
import type { Entry } from './entries';
import { joinLines } from './evidence';
import type { Layout, Role } from './header';
import { serialNumber } from './looks';
import { importPhrases } from './phrases';
import { type RowReading, readRow } from './reading';
import { fill, takeRest } from './row-cells';
import { takeItems } from './row-items';
import { CLOSED, expectedBy, mark, remark, type State, shorten, survey } from './row-state';
import { levelOf, takeTitle } from './row-titles';
import { namedText } from './text-columns';
import { titlesIn } from './titles';
import { type Trace, untaken } from './untaken';

/** What a table gives in reading order: its rows, and the paragraphs that page breaks left between them. */
export type Feed =
  | { readonly kind: 'row'; readonly row: Row; readonly layout: Layout }
  | { readonly kind: 'paragraph'; readonly paragraph: Paragraph };

export interface Collected {
  readonly entries: readonly Entry[];
  readonly remarks: readonly Remark[];
}

const MAX_TITLE_PARAGRAPH = 40;
/** Above a table of its own: 加分项, （三）否决项. */
const EXTRA_PARAGRAPH = /^(?:[（(][一二三四五六][）)])?(?:附加|加分|否决|扣分|减分)项目?(?:表|清单)?$/;
const TAG = /<\/?p>/;
const TAGS = /<\/?p>/g;

/** Reads rows to titles and items: carries titles down, joins what page breaks parted, and notes what was doubtful. */
export function collectRows(feeds: readonly Feed[], isUnit: (name: string) => boolean): Collected {
  const rows = feeds.flatMap((feed) => (feed.kind === 'row' ? [feed] : []));
  const state: State = { entries: [], remarks: [], isUnit, ...survey(rows) };
  const traces: Trace[] = [];
  for (const [index, feed] of feeds.entries()) {
    const [entries, remarks] = [state.entries.length, state.remarks.length];
    if (feed.kind === 'row') takeRow(state, readRow(feed.row, feed.layout, expectedBy(state)), feed.layout, index);
    else takeParagraph(state, feed.paragraph, index);
    if (feed.kind === 'row')
      traces.push({ row: feed.row, entries: touched(state, entries), remarks: state.remarks.slice(remarks) });
  }
  for (const remark of untaken(traces)) state.remarks.push(remark);
  if (!state.hasNumbers && state.item) remark(state, 'unsure', importPhrases.numbersAdded, {});
  return state;
}

/** The entries to which a row may have given its words. */
function touched({ entries, first, second, item }: State, from: number): Entry[] {
  return [first, second, item, ...entries.slice(from)].filter((entry) => entry !== undefined);
}

/** Between the pages of a table a paragraph is a title that fell out of it, or the page's own. */
function takeParagraph(state: State, { text, at }: Paragraph, row: number): void {
  const isNumbered = parseHeading(text)?.style === 'chinese-comma' && text.length <= MAX_TITLE_PARAGRAPH;
  const isTitle = (isNumbered && !CLOSED.test(text)) || EXTRA_PARAGRAPH.test(text);
  if (isTitle) takeTitle(state, text, { role: 'title1', text, column: 0, continued: false, name: '' }, at, row, true);
  else remark(state, 'left-out', importPhrases.leftParagraph, { text }, at);
}

function takeRow(state: State, reading: RowReading, layout: Layout, row: number): void {
  const own = reading.cells.filter(({ continued }) => !continued);
  const of = (role: Role) => own.filter((cell) => cell.role === role);
  const titles = own.filter(({ role }) => role === 'title1' || role === 'title2');
  const number =
    of('number')
      .map(({ text }) => serialNumber(text))
      .find((value) => value !== null) ?? null;
  const texts = of('text').map((cell) => (number === null ? { name: '', text: cell.text } : namedText(cell.text)));
  const text = texts.map((one) => joinLines(one.text)).join('');
  for (const cell of titles) {
    if (TAG.test(cell.text))
      remark(
        state,
        'repaired',
        importPhrases.titleTags,
        { title: shorten(joinLines(cell.text.replace(TAGS, ''))) },
        reading.at,
      );
  }
  const pieces = titles.flatMap((cell) => titlesIn(cell.text).map((piece) => ({ cell, piece })));
  // 7. 完善… before 三、推进… in one cell: the first level comes first all the same.
  pieces.sort((a, b) => levelOf(state, a.piece, a.cell.role) - levelOf(state, b.piece, b.cell.role));
  const alone = number === null && text === '';
  const before = state.entries.length;
  for (const { cell, piece } of pieces) takeTitle(state, piece, cell, reading.at, row, alone);
  const hasTitle = state.entries.length > before;
  const made = takeItems(state, reading, number, text, layout, row, hasTitle);
  for (const item of made) item.name = texts.map(({ name }) => name).join('');
  if (made.length === 0) takeRest(state, reading, own);
  else fill(state, made, reading);
  // Of rows that are out of place one after the other, as after a page break, the first is marked.
  if (reading.moved && made[0] && !state.wasMoved) mark(made[0], importPhrases.moved, {}, reading.at);
  else if (reading.moved) remark(state, 'repaired', importPhrases.moved, {}, reading.at);
  state.wasMoved = reading.moved;
}
