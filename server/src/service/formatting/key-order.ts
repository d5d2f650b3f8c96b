import type { Indicator, IndicatorFile } from '../../model/types';
import type { TextEdit } from '../../text/span';
import type { MappingNode } from '../../yaml/nodes';
import { extentOf, type Sheet } from './sheet';

/** The keys of an item as contract section 2 (and 4, for a corpus) has them. */
const ORDER = [
  ...[
    '序号',
    '名称',
    '内容',
    '前版',
    '出处',
    '校勘',
    '异文',
    '牵头单位',
    '责任单位',
    '配合单位',
    '完成时限',
    '报送资料',
  ],
  ...['分值', '对应', '说明', '备注'],
];
const RANKS = new Map(ORDER.map((key, rank) => [key, rank]));
/** An anchor must stay in front of its aliases. */
const REFERENCE = /(?:^|[\s,[{])[&*][^\s,\]}]/;

/** Whole lines of one key; comments and blank lines above it go along. */
interface Chunk {
  readonly rank: number;
  readonly above: string;
  /** From the key on, with its last line break. */
  readonly text: string;
  /** Offset behind it. */
  readonly end: number;
}

/** Puts the keys of every item in order. Items with something damaged or fixed in them stay as they are. */
export function keyOrderEdits(sheet: Sheet, file: IndicatorFile): TextEdit[] {
  const items = [...file.items, ...file.extras.flatMap((extra) => extra.items)];
  return items.flatMap((item) => orderItem(sheet, item));
}

function orderItem(sheet: Sheet, { node }: Indicator): TextEdit[] {
  if (node.kind !== 'mapping' || node.flow || sheet.holdsFixed(extentOf(node))) return [];
  const ranks = ranksOf(node);
  if (ranks.every((rank, i) => i === 0 || (ranks[i - 1] ?? 0) <= rank)) return [];
  const chunks = chunksOf(sheet, node, ranks);
  const [first] = chunks;
  const dash = sheet.before(node.place.start);
  if (!first || !/^ *- +$/.test(dash) || REFERENCE.test(chunks.map(({ text }) => text).join(''))) return [];
  const span = { start: node.place.start - dash.length, end: chunks.at(-1)?.end ?? node.place.end };
  const inOrder = chunks.toSorted((a, b) => a.rank - b.rank);
  return [{ span, newText: written(sheet, inOrder, dash, span.end) }];
}

/** A key that the contract does not order goes with the one before it. */
function ranksOf({ entries }: MappingNode): number[] {
  let last = -1;
  return entries.map(({ key }) => {
    last = RANKS.get(String(key.value)) ?? last;
    return last;
  });
}

function chunksOf({ lines, text, linesOf }: Sheet, { entries }: MappingNode, ranks: readonly number[]): Chunk[] {
  const startOf = (line: number) => lines.offsetAt({ line, character: 0 });
  let from = entries[0]?.key.place.start ?? 0;
  return entries.map(({ key, value }, i) => {
    const end = value && value.place.start >= key.place.end ? extentOf(value).end : key.place.end;
    const [, last] = linesOf({ start: key.place.start, end });
    const lineStart = i === 0 ? from : startOf(lines.lineAt(key.place.start));
    const behind = last + 1 < lines.lineCount ? startOf(last + 1) : text.length;
    const chunk = {
      rank: ranks[i] ?? 0,
      above: text.slice(from, lineStart),
      text: text.slice(key.place.start, behind),
      end: behind,
    };
    from = behind;
    return chunk;
  });
}

function written({ text, lineBreak }: Sheet, chunks: readonly Chunk[], dash: string, end: number): string {
  const indent = dash.replace('-', ' ');
  const rows = chunks.map((chunk, i) => {
    const whole = /[\r\n]$/.test(chunk.text) ? chunk.text : chunk.text + lineBreak;
    // What stands above the first key stands above its dash.
    if (i === 0) return chunk.above.replace(/^ +(?=#)/gm, dash.slice(0, dash.indexOf('-'))) + dash + whole;
    return chunk.above + indent + whole;
  });
  const joined = rows.join('');
  return /[\r\n]$/.test(text.slice(0, end)) ? joined : joined.slice(0, -lineBreak.length);
}
