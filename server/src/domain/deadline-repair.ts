import type { Span } from '../text/span';
import { daysInMonth } from './calendar';
import type { DeadlineReason } from './deadline-types';
import { formatChineseNumeral, parseChineseNumeral } from './numeral';

/** One step from a malformed deadline towards a form of contract section 5. */
export interface Repair {
  readonly reason: DeadlineReason;
  /** Where the fault stands, in the text before the step. */
  readonly span: Span;
  /** The whole text after the step. */
  readonly text: string;
}

type Groups = readonly (string | undefined)[];

/** Every match of `pattern` is replaced; the fault is at the first that changes (at its group `at`, if it has one). */
interface RepairForm {
  readonly reason: DeadlineReason;
  readonly pattern: RegExp;
  readonly replace: (groups: Groups) => string;
}

const form = (reason: DeadlineReason, pattern: RegExp, replace: RepairForm['replace']): RepairForm => ({
  reason,
  pattern,
  replace,
});

const SIGN = '[至—–~～-]';
const OPEN_WORDING: Readonly<Record<string, string>> = {
  长期: '长期坚持',
  持续: '持续推进',
  常态: '常态化',
  常态化推进: '常态化',
  常态化开展: '常态化',
};

/**
 * In the order in which they are tried: first the characters, then the numbers, then the words around them. No pattern
 * may match what its own replacement yields, or the chain of repairs would not end early.
 */
const FORMS: readonly RepairForm[] = [
  form('trailing-stop', /[。．.；;，,、！!]+$/dg, () => ''),
  form('fullwidth-digits', /[０-９]+/dg, ([digits = '']) => digits.normalize('NFKC')),
  // O and l for 0 and 1, beside a digit or before its word.
  form('letter-for-digit', /(?<=\d)[OoＯ〇○]+(?=[\d年月日号前底])|[OoＯ]+(?=\d)/dg, ([letters = '']) =>
    '0'.repeat(letters.length),
  ),
  form('letter-for-digit', /(?<=\d)[lI|]+(?=[\d年月日号前底])|[lI|]+(?=[\d月日号])/dg, ([letters = '']) =>
    '1'.repeat(letters.length),
  ),
  form('chinese-digits', /[〇○零一二三四五六七八九十]+(?=[年月日号])/dg, ([numeral = '']) => arabic(numeral)),
  form('compact-date', /^(\d{4})(\d{2})(\d{2})(?:日?前)?$/dg, ([all = '', year, month, day]) =>
    isDay(month, day) ? `${year}年${Number(month)}月${Number(day)}日前` : all,
  ),
  form(
    'dotted-date',
    /(?<!\d)(\d{4}|\d{2})(?:年|[./／．·])(\d{1,2})[./／．·](\d{1,2})日?(?!\d)/dg,
    ([, year, month, day]) => `${year}年${Number(month)}月${Number(day)}日`,
  ),
  form(
    'dotted-date',
    /(?<!\d)(\d{4})[./／．·](\d{1,2})月?(?![\d./])/dg,
    ([, year, month]) => `${year}年${Number(month)}月`,
  ),
  form('dotted-date', /(?<![\d./／．·])(\d{1,2})[./／．·](\d{1,2})日?(?![\d./／．·])/dg, ([all = '', month, day]) =>
    isDay(month, day) ? `${Number(month)}月${Number(day)}日` : all,
  ),
  form(
    'iso-digits',
    /(?<!\d)(\d{4}|\d{2})[-–—](\d{1,2})[-–—](\d{1,2})日?(?!\d)/dg,
    ([, year, month, day]) => `${year}年${Number(month)}月${Number(day)}日`,
  ),
  // Years of this century only: 98年 may be 1998 or a slip.
  form('two-digit-year', /(?<!\d)(?<at>[0-4]\d)年/dg, ([, year]) => `20${year}年`),
  form(
    'missing-month-word',
    new RegExp(`(\\d{1,2})月(\\d{1,2})日?(${SIGN})(?<at>\\d{1,2})日`, 'dg'),
    ([, month, day, sign, last]) => `${month}月${day}日${sign}${month}月${last}日`,
  ),
  form(
    'missing-month-word',
    /(?<![\d月])(?<at>\d{3,4})日/dg,
    ([all = '', digits = '']) => splitMonthDay(digits) ?? all,
  ),
  form('missing-day-word', /(?<=月\d{1,2})[号曰]/dg, () => '日'),
  form('missing-day-word', /(?<=月)\d{1,2}(?![\d日个])/dg, ([day]) => `${day}日`),
  form('range-sign', /(?<=日)(?:[—―－─⁓〜到-]{1,2})(?=\d)/dg, ([sign = '']) =>
    sign.length === 1 && new RegExp(SIGN).test(sign) ? sign : '至',
  ),
  form('range-before', new RegExp(`(?<=日${SIGN}[\\d年月]{3,9}日)[前止]$`, 'dg'), () => ''),
  form('wording', /^(?:截止到|截止至|截至|截止|务必于|须于|应于|于|在|到)(?=[\d年每第])/dg, () => ''),
  form(
    'wording',
    /(?<=[前日底旬度])(?:(?:全部|基本)?(?:完成|报送|提交|上报|办结|落实到位|落实|整改到位))$/dg,
    () => '',
  ),
  form('wording', /(?<=年)内$/dg, () => '底前'),
  form('wording', /(?<=月)(?:份?内|份)$/dg, () => '底前'),
  form('wording', /(?<=[月年])末/dg, () => '底'),
  form('wording', /(?<=[日底旬末])(?:之前|以前|之内|以内|内|为止|止)$/dg, () => '前'),
  form(
    'wording',
    /第?([1-4一二三四])季度?(?=$|末)/dg,
    ([, n = '']) => `第${/\d/.test(n) ? formatChineseNumeral(Number(n)) : n}季度`,
  ),
  form('wording', /^(?:长期|持续|常态|常态化推进|常态化开展)$/dg, ([all = '']) => OPEN_WORDING[all] ?? all),
  form(
    'missing-before',
    /(?<=^(?:每年)?(?:\d{4}年)?\d{1,2}月)(?:\d{1,2}日|底|[上中下]旬)$|(?<=^(?:每年|\d{4}年)?年?)底$|(?<=第[一二三四]季度)末$|(?<=^每月)(?:\d{1,2}日|底|[上中下]旬)$|(?<=^每)周[一二三四五六日天]$/dg,
    ([last]) => `${last}前`,
  ),
  form('missing-before', /(?<=^(?:每年|\d{4}年)?)\d{1,2}月$/dg, ([month]) => `${month}底前`),
];

/** The first repair that changes `text`, or null. The text is short and has no blanks. */
export function nextRepair(text: string): Repair | null {
  for (const { reason, pattern, replace } of FORMS) {
    let span: Span | undefined;
    let repaired = '';
    let end = 0;
    for (const match of text.matchAll(pattern)) {
      const replacement = replace(match);
      if (replacement === match[0]) continue;
      span ??= placeOf(match);
      repaired += text.slice(end, match.index) + replacement;
      end = match.index + match[0].length;
    }
    if (span) return { reason, span, text: repaired + text.slice(end) };
  }
  return null;
}

function placeOf(match: RegExpExecArray): Span {
  const [start, end] = match.indices?.groups?.at ?? [match.index, match.index + match[0].length];
  return { start, end };
}

/** 二〇二二 digit by digit, 三十 by value; what is neither comes back unchanged. */
function arabic(numeral: string): string {
  const value = parseChineseNumeral(numeral);
  if (value !== null) return String(value);
  const digits = [...numeral].map((c) => '〇一二三四五六七八九'.indexOf(c.replace(/[○零]/, '〇')));
  return digits.length === 4 && !digits.includes(-1) ? digits.join('') : numeral;
}

/** 530 → 5月30日, where only one place to cut gives a day of the calendar (111 has two). */
function splitMonthDay(digits: string): string | null {
  const cuts = [1, 2].filter((at) => isDay(digits.slice(0, at), digits.slice(at)));
  const [at] = cuts;
  return at === undefined || cuts.length > 1 ? null : `${digits.slice(0, at)}月${digits.slice(at)}日`;
}

function isDay(month = '', day = ''): boolean {
  const d = Number(day);
  return /^[1-9]\d?$|^0[1-9]$/.test(month) && /^\d{1,2}$/.test(day) && d >= 1 && d <= daysInMonth(Number(month));
}
