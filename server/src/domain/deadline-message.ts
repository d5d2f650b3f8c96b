import type { DeadlineFault, DeadlineReason } from './deadline-types';

/** Key of a message: the reason, or its variant that names the corrected text. */
export type DeadlineMessage = DeadlineReason | `${DeadlineReason}-suggested`;

const EXAMPLE = '请写日期，如「5月31日前」';

/** What is wrong, and what to do where no corrected text can be given. */
const PARTS: Readonly<Record<DeadlineReason, readonly [fault: string, advice?: string]>> = {
  empty: ['{label}是空的', EXAMPLE],
  'missing-day-word': ['{label}「{text}」缺「日」'],
  'missing-month-word': ['{label}「{text}」缺「月」', '请写明几月几日'],
  'missing-before': ['{label}「{text}」缺「前」'],
  'two-digit-year': ['{label}「{text}」的年份只有两位', '请写四位年份'],
  'year-digits': ['{label}「{text}」的年份不是四位', '请写四位年份'],
  'fullwidth-digits': ['{label}「{text}」用了全角数字', '请改用半角数字'],
  'chinese-digits': ['{label}「{text}」用了汉字数字', '请改用阿拉伯数字'],
  'letter-for-digit': ['{label}「{text}」把字母「{piece}」当作数字', '请改成数字'],
  'dotted-date': ['{label}「{text}」的日期用点或斜线隔开', '请写成「2022年5月30日前」的样子'],
  'compact-date': ['{label}「{text}」的年月日连写', '请写成「2022年5月30日前」的样子'],
  'iso-digits': ['{label}「{text}」不是完整的日期写法', '请写成「2022年5月30日前」的样子'],
  'trailing-stop': ['{label}「{text}」末尾多了「{piece}」', '请去掉'],
  wording: ['{label}「{text}」中的「{piece}」不是规定写法', EXAMPLE],
  'range-sign': ['{label}「{text}」两个日期之间应当用「至」', '请改正'],
  'range-before': ['{label}「{text}」已写明起止日期，末尾多了「{piece}」', '请去掉'],
  'ambiguous-month': ['{label}「{text}」可以理解为月初，也可以理解为月底', '请写明几月几日前或者几月底前'],
  'several-dates': ['{label}「{text}」写了几个时限', '请分成几项，每项写明时间和任务'],
  'lost-glyphs': ['{label}「{text}」有缺字或者乱码', '请对照原文补全'],
  status: ['{label}「{text}」写的是进展情况', EXAMPLE],
  frequency: ['{label}「{text}」写的是频次', '请写日期，如「每年3月1日前」'],
  'relative-period': ['{label}「{text}」没有写明到哪一天', EXAMPLE],
  vague: ['{label}「{text}」没有写明到哪一天', EXAMPLE],
  'not-understood': ['{label}「{text}」不是规定写法', EXAMPLE],
  'no-such-day': ['{month}月没有{day}日'],
  'no-such-day-of-month': ['每个月都没有{day}日'],
  'no-leap-day': ['{year}年2月没有29日'],
  'no-such-month': ['没有{month}月这个月份'],
  'end-before-start': ['结束日期「{last}」早于开始日期「{first}」'],
};

/**
 * Message templates with `{name}` placeholders for {@link DeadlineFault.params}, `{suggestion}` and `{label}` (what the
 * field is called: 完成时限, 时间). Faults of the calendar say the same with and without a suggestion (guide: voice).
 */
export const DEADLINE_MESSAGES = Object.fromEntries(
  Object.entries(PARTS).flatMap(([reason, [fault, advice]]) => {
    const isFormat = fault.startsWith('{label}');
    return [
      [reason, advice === undefined ? `${fault}。` : `${fault}，${advice}。`],
      [`${reason}-suggested`, isFormat ? `${fault}，应为「{suggestion}」。` : `${fault}。`],
    ];
  }),
) as Readonly<Record<DeadlineMessage, string>>;

/** The key of a fault's template in {@link DEADLINE_MESSAGES}. */
export function messageOf(fault: DeadlineFault): DeadlineMessage {
  return fault.suggestion === undefined ? fault.reason : `${fault.reason}-suggested`;
}

/** The whole message: 完成时限「5月31前」缺「日」，应为「5月31日前」。 `label` is the name of the field. */
export function describeFault(fault: DeadlineFault, label = '完成时限'): string {
  const values: Readonly<Record<string, string | number>> = {
    ...fault.params,
    suggestion: fault.suggestion ?? '',
    label,
  };
  return DEADLINE_MESSAGES[messageOf(fault)].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
