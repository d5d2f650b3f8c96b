import type { Span } from '../text/span';

/** A number as written. */
export interface WrittenNumber {
  readonly value: number;
  readonly span: Span;
}

/** Numbers in one breath: 26、27、28、29 or 34-46 or 34项至第46项. */
export interface NumberList {
  /** From the first 第 or digit to the last digit or 项. */
  readonly span: Span;
  readonly numbers: readonly WrittenNumber[];
  /** For every number but the first: true if it ends a range that the one before it begins. */
  readonly joins: readonly boolean[];
  /** 第 stands before the first number. */
  readonly ordinal: boolean;
  /** 项 stands after the last number. */
  readonly closed: boolean;
}

/** More numbers than any indicator file has; a mistyped range must not fill the memory. */
export const MAX_TARGETS = 1000;

const B = '[ \\t\\u00A0\\u3000]{0,4}';
const LIST_SIGN = `[、，,和及与]`;
const RANGE_SIGN = `(?:至|到|[-－–~～]|—{1,2}|…{1,2}|\\.{3,6})`;
// A list sign may stand on either side of an ellipsis: 34、35、…、46.
const LIST_OR_ELLIPSIS = `${LIST_SIGN}${B}(?:…{1,2}${B}${LIST_SIGN}?)?`;
// 第26项，2020年 is no list: after 项 a list goes on with 第 only.
const SEPARATOR = `${B}(?:项${B}${LIST_SIGN}${B}第|项?${B}${RANGE_SIGN}${B}${LIST_SIGN}?${B}第?|${LIST_OR_ELLIPSIS}${B}第?)${B}`;
const NUMBER = '\\d{1,4}(?!\\d)';
// A dot before or after a digit makes it a decimal or a serial such as 1.2. Not any number of numbers: a match of a megabyte
// would overflow the stack of the expression.
const LIST = new RegExp(`(第${B})?(?<![\\d.．%])${NUMBER}(?:${SEPARATOR}${NUMBER}){0,${MAX_TARGETS}}(${B}项)?`, 'g');
const RANGE = new RegExp(RANGE_SIGN);

/** Every run of numbers in a text, whatever it counts, in one pass. */
export function findNumberLists(text: string): NumberList[] {
  return Array.from(text.matchAll(LIST), (match) => {
    const numbers: WrittenNumber[] = [];
    const joins: boolean[] = [];
    for (const part of match[0].matchAll(/\d+/g)) {
      const start = match.index + part.index;
      const before = numbers.at(-1);
      if (before) joins.push(RANGE.test(text.slice(before.span.end, start)));
      numbers.push({ value: Number(part[0]), span: { start, end: start + part[0].length } });
    }
    return {
      span: { start: match.index, end: match.index + match[0].length },
      numbers,
      joins,
      ordinal: match[1] !== undefined,
      closed: match[2] !== undefined,
    };
  });
}

/** One range and nothing else is a range; everything else is a list. */
export function kindOf(list: NumberList): 'range' | 'list' {
  return list.numbers.length === 2 && list.joins[0] === true ? 'range' : 'list';
}

/**
 * The numbers meant, ranges filled in, at most {@link MAX_TARGETS}. A range that runs backwards gives its two ends only.
 */
export function targetsOf({ numbers, joins }: Pick<NumberList, 'numbers' | 'joins'>): number[] {
  const targets: number[] = [];
  for (const [index, { value }] of numbers.entries()) {
    const previous = numbers[index - 1]?.value;
    if (previous !== undefined && joins[index - 1]) {
      for (let n = previous + 1; n < value && targets.length < MAX_TARGETS; n++) targets.push(n);
    }
    if (targets.length < MAX_TARGETS) targets.push(value);
  }
  return targets;
}
