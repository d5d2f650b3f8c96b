import { align, type Hunk } from '../domain/align';

/** A stretch of the corpus's text and what stands for it in the county's. */
export interface Piece {
  readonly isEqual: boolean;
  readonly from: string;
  readonly to: string;
}

/** What a county's text adds to and drops from the text of the corpus; punctuation and blanks do not count. */
export function compareTexts(required: string, actual: string): Piece[] {
  return withWholeNumbers(align(required, actual));
}

/** 2019 → 2020 is a change of the whole number, not of its last digits. */
function withWholeNumbers(hunks: readonly Hunk[]): Piece[] {
  const pieces = hunks.map(({ kind, aText, bText }) => ({ isEqual: kind === 'equal', from: aText, to: bText }));
  for (const [i, piece] of pieces.entries()) {
    if (piece.isEqual) continue;
    const [before, after] = [pieces[i - 1], pieces[i + 1]];
    const head = before && /^\d/.test(piece.from + piece.to) ? (/(?<!\d)\d+$/.exec(before.from)?.[0] ?? '') : '';
    if (before?.isEqual && head && before.to.endsWith(head)) {
      before.from = before.from.slice(0, -head.length);
      before.to = before.to.slice(0, -head.length);
      piece.from = head + piece.from;
      piece.to = head + piece.to;
    }
    const tail = after && /\d$/.test(piece.to || piece.from) ? (/^\d+/.exec(after.from)?.[0] ?? '') : '';
    if (after?.isEqual && tail && after.to.startsWith(tail)) {
      after.from = after.from.slice(tail.length);
      after.to = after.to.slice(tail.length);
      piece.from += tail;
      piece.to += tail;
    }
  }
  return pieces;
}
