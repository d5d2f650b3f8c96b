import type { Finding } from '../../rules/finding';
import { lastUpTo } from '../../text/bisect';
import { overlaps, type Span } from '../../text/span';
import { sourceSpan } from '../../yaml/scalar-source';
import type { Piece } from './draft';

/** A part of the text of a piece. */
export interface Mark extends Span {
  /** Index of the finding. */
  readonly finding: number;
}

/** What the findings cover of each piece, in their order; nothing for pieces that none of them touches. */
export function marksIn(pieces: readonly Piece[], findings: readonly Finding[]): ReadonlyMap<Piece, readonly Mark[]> {
  const marks = new Map<Piece, Mark[]>();
  if (findings.length === 0) return marks;
  const placed = pieces.flatMap((piece) => placeOf(piece) ?? []).sort((a, b) => a.start - b.start);
  // The furthest that any piece up to here reaches: sorted, whatever overlaps.
  let furthest = 0;
  const reach = placed.map(({ end }) => {
    furthest = Math.max(furthest, end);
    return furthest;
  });
  for (const [finding, { span }] of findings.entries()) {
    const first = lastUpTo(reach.length, (index) => (reach[index] ?? 0) < span.start) + 1;
    for (let index = first; index < placed.length; index++) {
      const one = placed[index];
      if (!one || one.start > span.end) break;
      const within = placeWithin(one.piece, span);
      if (!within) continue;
      const mark = { ...within, finding };
      const others = marks.get(one.piece);
      if (others) others.push(mark);
      else marks.set(one.piece, [mark]);
    }
  }
  return marks;
}

interface PlacedPiece extends Span {
  readonly piece: Piece;
}

function placeOf(piece: Piece): PlacedPiece | undefined {
  const { node, from, text } = piece;
  if (!node) return undefined;
  // A number's digits need not be those of its value.
  const isPart = from !== undefined && typeof node.value === 'string';
  const { start, end } = isPart ? sourceSpan(node, from, from + text.length) : node.place;
  return { start, end, piece };
}

/** The characters of a piece that a span of the file covers; undefined where it covers none. */
function placeWithin({ text, node, from }: Piece, span: Span): Span | undefined {
  if (!node || !overlaps(node.place, span)) return undefined;
  if (from === undefined) return { start: 0, end: text.length };
  const start = Math.max(0, valueOffset(span.start) - from);
  const end = Math.min(text.length, valueOffset(span.end) - from);
  return start < end ? { start, end } : undefined;

  /** The first character of the value that ends behind an offset of the file. */
  function valueOffset(offset: number): number {
    if (!node) return 0;
    const { length } = String(node.value ?? '');
    return lastUpTo(length, (index) => sourceSpan(node, index, index + 1).end <= offset) + 1;
  }
}
