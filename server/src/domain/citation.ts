import { rememberTexts } from '../text/memo';
import type { Span } from '../text/span';

/** What a 文号 is faulted for; `year-word` is 〔2021年〕, `missing-number-word` a 文号 without 号. */
export type CitationReason =
  | 'bracket'
  | 'year-word'
  | 'two-digit-year'
  | 'ordinal'
  | 'leading-zero'
  | 'missing-number-word';

/** The first thing wrong with a 文号. */
export interface CitationFault {
  readonly reason: CitationReason;
  readonly span: Span;
  /** The whole 文号 with everything put right; absent where the century is not certain. */
  readonly suggestion?: string;
}

/** A 文号 in a text: 沁办发〔2021〕23号. */
export interface Citation {
  readonly span: Span;
  /** 机关代字: 沁办发. Where running text touches it, common lead-ins (根据, 按照 …) are cut off. */
  readonly agency: string;
  /** Four digits wherever the century is certain. */
  readonly year: number;
  readonly number: number;
  /** The standard form, the same for every spelling of one 文号: to compare by. */
  readonly form: string;
  readonly fault?: CitationFault;
}

const B = '[ \\t\\u00A0\\u3000]{0,4}';
const CORE = new RegExp(
  `(?<open>[〔（(\\[［【〖〈<])${B}(?<year>\\d{4}|\\d{2})(?<word>${B}年)?${B}(?<close>[〕）)\\]］】〗〉>])${B}(?<nth>第${B})?(?<zeros>0{0,6})(?<number>[1-9]\\d{0,4})(?!\\d|${B}[次期届])(?<hao>${B}号)?`,
  'dg',
);
const AGENCY_LENGTH = 12;
const BEFORE_AGENCY = new RegExp(`([\\u4E00-\\u9FFF]{1,${AGENCY_LENGTH}})${B}$`);
/** Words that stand before a 机关代字 in running text and are no part of one. */
const LEAD_IN =
  /^.*(?:根据|按照|依据|依照|遵照|参照|贯彻|落实|执行|印发|转发|文件|通知|意见|文号|号[和及与]?|的|为|见)/;
const LEAD_CHARACTER = /^[按据以和及与由在](?=.{3})/;
const TITLE_LENGTH = 300;

/**
 * The 文号 of a text, well-formed (机关代字〔年份〕序号号) or nearly so. Bracketed years that no 号 follows (（2021年版）,
 * （2022—2025年）) and case numbers (（2021）晋05行终23号) are none. Contract section 6, `citation`.
 */
export const findCitations = rememberTexts((text): readonly Citation[] => {
  const found: Citation[] = [];
  for (const match of text.matchAll(CORE)) {
    const { open = '', close = '', year: digits = '', zeros = '', number = '', nth, word, hao } = match.groups ?? {};
    const standard = open === '〔' && close === '〕';
    // Without 号 only the brackets that nothing else uses tell a 文号.
    if (hao === undefined && !standard) continue;
    const agency = agencyBefore(text, match.index);
    if (!agency) continue;
    const year = fullYear(digits);
    const form = `${agency.text}〔${year ?? digits}〕${number}号`;
    const at = (name: string): Span => {
      const [start, end] = match.indices?.groups?.[name] ?? [match.index, match.index];
      return { start, end };
    };
    const brackets = { start: match.index, end: at('close').end };
    const faults: (readonly [CitationReason, Span] | false)[] = [
      !standard && ['bracket', brackets],
      digits.length === 2 && ['two-digit-year', at('year')],
      word !== undefined && ['year-word', at('word')],
      nth !== undefined && ['ordinal', at('nth')],
      zeros !== '' && ['leading-zero', at('zeros')],
      hao === undefined && ['missing-number-word', at('number')],
    ];
    const first = faults.find((fault) => fault !== false);
    const span = { start: agency.start, end: match.index + match[0].length };
    found.push({
      span,
      agency: agency.text,
      year: year ?? Number(digits),
      number: Number(number),
      form,
      ...(first && {
        fault: { reason: first[0], span: first[1], ...(year !== null && { suggestion: form }) },
      }),
    });
  }
  return found;
});

function agencyBefore(text: string, end: number): { text: string; start: number } | null {
  const match = BEFORE_AGENCY.exec(text.slice(Math.max(0, end - AGENCY_LENGTH - 4), end));
  const run = match?.[1];
  if (!match || run === undefined) return null;
  const blanks = match[0].length - run.length;
  const agency = run.replace(LEAD_IN, '').replace(LEAD_CHARACTER, '');
  return agency.length < 2 ? null : { text: agency, start: end - blanks - agency.length };
}

/** 21 → 2021; null for 50 and later, where the century is not certain. */
function fullYear(digits: string): number | null {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 50 ? 2000 + year : null;
}

/** The 《title》 beside a 文号, without its brackets. */
export interface CitedTitle {
  readonly title: string;
  /** The title with its brackets. */
  readonly span: Span;
}

/** The title that goes with a 文号: 《…》（文号） or 文号《…》; null if none stands right beside it. */
export function titleOf(text: string, citation: Pick<Citation, 'span'>): CitedTitle | null {
  const { start, end } = citation.span;
  const before = text.slice(Math.max(0, start - 6), start);
  const bracket = /》[ \u00A0\u3000]{0,2}[（(][ \u00A0\u3000]{0,2}$/.exec(before);
  if (bracket) {
    const last = start - (before.length - bracket.index);
    const first = matching(text, last, -1);
    return first === null ? null : cited(text, first, last);
  }
  const after = /^[ \u00A0\u3000]{0,2}《/.exec(text.slice(end, end + 3));
  if (!after) return null;
  const first = end + after[0].length - 1;
  const last = matching(text, first, 1);
  return last === null ? null : cited(text, first, last);
}

function cited(text: string, first: number, last: number): CitedTitle {
  return { title: text.slice(first + 1, last), span: { start: first, end: last + 1 } };
}

/** Offset of the bracket that belongs to the one at `from`; titles may be nested. */
function matching(text: string, from: number, step: 1 | -1): number | null {
  let depth = 0;
  for (let at = from; at >= 0 && at < text.length && Math.abs(at - from) <= TITLE_LENGTH; at += step) {
    const c = text.charAt(at);
    if (c === '《') depth += step;
    if (c === '》') depth -= step;
    if (depth === 0) return at;
  }
  return null;
}
