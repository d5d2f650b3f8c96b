import { parseChineseNumeral } from './numeral';

/** How a threshold bounds: `before` is for dates only, `exact` is a number without words of direction. */
export type Direction = 'at-least' | 'at-most' | 'before' | 'exact';

/**
 * Words that may follow a number, their unit, and what must not follow them (as 名 in 名录). A unit marked `bounded` counts
 * only with words of direction: 26项 alone is a reference, 2分 a mark.
 */
const MEASURES = [
  { words: ['个工作日', '工作日'], unit: '工作日' },
  { words: ['个自然日', '自然日', '天'], unit: '日' },
  { words: ['日'], unit: '日', not: '期|常|报|志' },
  { words: ['个小时', '小时'], unit: '小时' },
  { words: ['分钟'], unit: '分钟' },
  { words: ['个月'], unit: '月' },
  { words: ['个星期', '星期'], unit: '周' },
  { words: ['周'], unit: '周', not: '年|期|边|密|围|转' },
  { words: ['年'], unit: '年', not: '度|版|来|底|末|以来|代|级|初|终|中|年|\\s?[0-9０-９]' },
  { words: ['个百分点'], unit: '百分点' },
  { words: ['%', '％'], unit: '%' },
  { words: ['学时', '课时'], unit: '学时' },
  { words: ['人次'], unit: '人次' },
  { words: ['人'], unit: '人', not: '民|员|大|才|口|均|事|社|力|身' },
  { words: ['名'], unit: '人', not: '录|单|称|义|额' },
  { words: ['场次', '次'], unit: '次', not: '性|序|数|日|年|要' },
  { words: ['期'], unit: '期', not: '间|限|刊|满|初|末|内' },
  { words: ['件'], unit: '件' },
  { words: ['家'], unit: '家', not: '庭|长|属|园' },
  { words: ['个'], unit: '个', not: '人|体|别|性|案' },
  { words: ['项'], unit: '项', not: '目', bounded: true },
  { words: ['分'], unit: '分', not: '之|类|级|析|局|管|别|工|为|散|步', bounded: true },
  { words: ['字'], unit: '字', not: '号|第', bounded: true },
  { words: ['份'], unit: '份', not: '额', bounded: true },
  { words: ['篇'], unit: '篇', not: '章', bounded: true },
  { words: ['万元'], unit: '万元' },
  { words: ['元'], unit: '元', not: '旦|素', bounded: true },
] as const;

/** Unit of a threshold. 日期 is a date with its year (20211231), 月日 one without (331), 每月日 a day of every month. */
export type ThresholdUnit = (typeof MEASURES)[number]['unit'] | '日期' | '月日' | '每月日';

/** Blanks that table exports leave around numbers. */
const GAP = '[ \\u00a0\\u3000]{0,2}';
const DIGIT = '[0-9０-９]';
const HAN = '[一二三四五六七八九十百千两]';
const DECIMAL = `(?:[.．]${DIGIT}{1,4})?`;
const CARDINAL = `(?<!第${GAP})`;
const YEAR = `(?:次年|当年|(?<!${DIGIT})${DIGIT}{4}${GAP}年)`;
const MEASURE = MEASURES.map(
  ({ words, ...rest }) => `(?:${words.join('|')})${'not' in rest ? `(?!${rest.not})` : ''}`,
).join('|');

/**
 * A number with its unit. Groups: `arabic` or `chinese`, with `measure`; or `percent` (百分之八十); or `denominator` and
 * `numerator` (三分之一). A number after 第 is an ordinal, one after a dot part of a serial.
 */
export const QUANTITY = new RegExp(
  [
    `(?<![0-9０-９.．])${CARDINAL}(?<arabic>${DIGIT}{1,9}${DECIMAL})${GAP}(?<measure>${MEASURE})`,
    `(?<!${HAN})${CARDINAL}(?<chinese>${HAN}{1,7})(?<chineseMeasure>${MEASURE})`,
    `百分之(?<percent>${HAN}{1,5}|${DIGIT}{1,3}${DECIMAL})`,
    `(?<denominator>[二三四五六七八九十])分之(?<numerator>[一二三四五六七八九])`,
  ].join('|'),
  'g',
);

/**
 * A day or the end of a period. Groups: `monthly` (每月28日); or `month` with `day` or `part` (底 末 上旬 中旬 下旬) or `end`
 * (年底), each with or without `year` (次年 当年 2021年; 每年 is a frequency).
 */
export const DATE = new RegExp(
  [
    `每月${GAP}(?<monthly>${DIGIT}{1,2})${GAP}日`,
    `(?:(?<year>${YEAR})${GAP})?(?<!${DIGIT})(?<month>${DIGIT}{1,2})${GAP}月${GAP}(?:(?<day>${DIGIT}{1,2})${GAP}日|(?<part>[底末]|[上中下]旬))`,
    `(?:(?<endYear>${YEAR})${GAP})?(?<end>年[底末])`,
    `(?<shortYear>${YEAR})[底末]`,
  ].join('|'),
  'g',
);

/** Titles and document numbers: no number in them asks for anything. */
export const QUOTED_TITLE = /《[^《》]{0,120}》|〔[^〔〕]{0,20}〕/g;

/** Slogans such as “一网、一门、一次” and “最多跑一次”. */
export const SLOGAN = /“[^“”]{0,40}”/g;

/** What parts a threshold from words that speak of something else. */
export const CLAUSE_BREAK = /[，。；、：！？,;:!?（）()《》“”\r\n]/g;

/** Words of direction before a number or date; the last one in its clause counts. */
export const BOUND_BEFORE =
  /(?:最长|最多|最高)?不(?:得|应|能|可)?(?:少于|低于|小于|超过|高于|多于|大于|长于|晚于|迟于)|至少|最少|至多|最多|最长|最迟|达到|(?<![传表到下])达|超过|高于|多于|低于|少于|提前|控制在|最高|最低/g;

/** Those of them that a last day can have. */
export const DATE_BOUND = /最迟|[晚迟]于/;

/** Words of direction that may stand apart from the number (不少于本单位执法人员总数的5%). */
export const FAR_BOUND = /^(?:(?:最长|最多|最高)?不|至少|最少|至多|最多|最长|最迟)/;

const LEAST_WORDS =
  /^(?:(?:最长|最多|最高)?不(?:得|应|能|可)?(?:少于|低于|小于)|至少|最少|最低|达到|达|超过|高于|多于|提前)$/;

/** Direction of a word that {@link BOUND_BEFORE} found. */
export function directionBefore(word: string): Direction {
  return LEAST_WORDS.test(word) ? 'at-least' : 'at-most';
}

/** Words of direction after a number or date, from its end. */
export const BOUND_AFTER =
  /^[ \u00a0\u3000]{0,2}(?:[及或]?以[上下内]|之[内前]|内(?![容部外涵设])|以前|前(?![期后来往置款述列项景沿端者]))/;

/** Direction of a word that {@link BOUND_AFTER} found after a number: five days before a meeting are five at least. */
export function directionAfter(word: string): Direction {
  return /[上前]$/.test(word) ? 'at-least' : 'at-most';
}

/** How often a thing is due; the last one in the clause counts. */
export const FREQUENCY = /每(?:半年|年|季度|月|周|届)/g;

/** Unit of each word that may follow a number, and whether it counts only with words of direction. */
export const UNITS: ReadonlyMap<string, { unit: ThresholdUnit; bounded: boolean }> = new Map(
  MEASURES.flatMap(({ words, unit, ...rest }) =>
    words.map((word) => [word, { unit, bounded: 'bounded' in rest }] as const),
  ),
);

/** Value of Arabic digits (full-width too) or a Chinese numeral (两 is 2), or null. */
export function parseNumber(text: string): number | null {
  const arabic = text.replace(/[０-９．]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0xfee0));
  if (/^[0-9]/.test(arabic)) return Number(arabic);
  return parseChineseNumeral(text.replaceAll('两', '二'));
}
