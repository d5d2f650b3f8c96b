import type { Span } from '../text/span';
import type { DeadlineReason } from './deadline-types';

/** A kind of text that names no deadline at all, and where it shows. */
export interface NoDeadline {
  readonly reason: DeadlineReason;
  readonly span: Span;
}

type Kinds = readonly (readonly [DeadlineReason, RegExp])[];

/** Looked for before any repair: no change of characters makes a date of these. */
const KINDS: Kinds = [
  ['lost-glyphs', /[\uFFFD\uE000-\uF8FF□■?？]|^\d{5,7}$|^\d{9,}$/],
  [
    'status',
    /已(?:经|全部|基本)?(?:完成|办结|落实|报送|建立|制定|印发|上线)|未(?:完成|启动)|正在\S*|(?:进行|推进|办理)中|^完成$/,
  ],
  ['vague', /尽快|尽早|及时|立即|马上|适时|按时|按期|限期|即时|实时|近期|待定|另行通知/],
  [
    'frequency',
    /^每.{0,8}(?:至少|不少于|不低于)?\d+[次件个项]$|(?:至少|不少于|不低于).{0,6}[\d一二三四五六七八九十]+次|[\d一二三四五六七八九十]+次|^每(?:年|季度?|月|周|日|天|两年|[\d]+个?[年月周天日])$|^不?定期$|随时/,
  ],
  [
    'relative-period',
    /(?<![月\d第一二三四五六七八九十])(?:[\d一二三四五六七八九十两半]+个?(?:工作日|自然日|日|天|周|星期|小时|月)|(?:\d{1,2}|[一二三四五六七八九十两半])年)(?:之?内|以内)|[\d一二三四五六七八九十]+个(?:工作日|月|星期)|(?:今|明|后|本|当|次|上|下)个?[年月周](?:度|底|内|前)?/,
  ],
];

/** Looked for last, when no repair leads to a deadline. */
const REMAINS: Kinds = [
  ['several-dates', /前.{0,40}前|[前底度旬][、，；和及].{0,40}(?:前|日|底|度|旬|年)$/],
  ['ambiguous-month', /(?<!\d)\d{1,2}月份?(?:之|以)?前$/],
  ['year-digits', /(?<!\d)(?:\d{1,3}|\d{5,})年/],
  ['missing-month-word', /(?<![月\d至—–~～-])\d{1,4}日前?$|(?<!\d)\d{1,2}-\d{1,2}日?前$/],
];

/** A status, a frequency, a relative period … that stands where a deadline should; null if nothing of the kind. */
export function classifyNoDeadline(text: string): NoDeadline | null {
  return firstOf(KINDS, text);
}

/** A better reason than "not understood" for a text that no repair helps; null if there is none. */
export function classifyRemains(text: string): NoDeadline | null {
  return firstOf(REMAINS, text);
}

function firstOf(kinds: Kinds, text: string): NoDeadline | null {
  for (const [reason, pattern] of kinds) {
    const match = pattern.exec(text);
    if (match) return { reason, span: { start: match.index, end: match.index + match[0].length } };
  }
  return null;
}
