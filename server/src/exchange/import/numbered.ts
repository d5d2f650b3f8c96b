/** Items that stand in one cell, each behind its number. */
export interface SplitItems {
  /** What stands before the first of them; it goes on with the item before. */
  readonly lead: string;
  readonly items: readonly { readonly number: number; readonly text: string }[];
}

const NUMBERED = /(?<=^|[\s>。；;])(<p>\s*)?(\d{1,3})(?:\s*[.．、]\s*(?!\d)|\s+(?=[\p{Script=Han}“《]))/gu;
const BRACKETED = /(?<=^|[\s>。；;])(<p>\s*)?[（(]\s*(\d{1,3})\s*[）)]\s*/gu;

/**
 * Parts a cell at the numbers that go on with `next`: 63. 推行… 64. 实行… . The first may also leap ahead where the cell
 * begins with it.
 * @param mayLeap whether a first number other than `next` counts
 * @param inBrackets whether the table numbers its items （1）, （2）; elsewhere these are points within an item
 */
export function splitItems(text: string, next: number, mayLeap: boolean, inBrackets = false): SplitItems {
  const found: { number: number; from: number; start: number; tag: string }[] = [];
  let wanted = next;
  for (const match of text.matchAll(inBrackets ? BRACKETED : NUMBERED)) {
    const number = Number(match[2]);
    const isFirst = found.length === 0 && match.index === 0;
    const leaps = isFirst && mayLeap && (number > next || number === 1);
    if (number !== wanted && !leaps) continue;
    found.push({ number, from: match.index, start: match.index + match[0].length, tag: (match[1] ?? '').trim() });
    wanted = number + 1;
  }
  return {
    lead: text.slice(0, found[0]?.from ?? text.length).trim(),
    items: found.map(({ number, start, tag }, index) => ({
      number,
      text: tag + text.slice(start, found[index + 1]?.from).trim(),
    })),
  };
}
