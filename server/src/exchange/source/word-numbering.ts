import { formatChineseNumeral } from '../../domain/numeral';

/** How one level of a list is numbered (ECMA-376 part 1, 17.9). */
export interface NumberLevel {
  readonly start: number;
  /** w:numFmt: decimal, chineseCounting… */
  readonly format: string;
  /** w:lvlText: `%1、`, `（%2）`, `%1.%2`; the digit is the level from 1. */
  readonly text: string;
}

/** A list by its w:numId. */
export interface NumberList {
  /** Lists of one w:abstractNum count on together. */
  readonly key: string;
  readonly levels: readonly (NumberLevel | undefined)[];
  /** Levels at which this list begins anew (w:startOverride), by level. */
  readonly restarts: ReadonlyMap<number, number>;
}

/** Tells the number that Word shows before a paragraph, one paragraph after the other. */
export function createNumbering(lists: ReadonlyMap<string, NumberList>): (list: string, level: number) => string {
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return (id, level) => {
    const list = lists.get(id);
    const own = list?.levels[level];
    if (!list || !own) return '';
    const counts = counters.get(list.key) ?? [];
    counters.set(list.key, counts);
    if (!begun.has(id)) {
      begun.add(id);
      for (const [at, start] of list.restarts) counts[at] = start - 1;
    }
    counts[level] = (counts[level] ?? own.start - 1) + 1;
    // A deeper level begins anew below this paragraph.
    counts.length = level + 1;
    return shown(list.levels, own, counts);
  };
}

function shown(levels: NumberList['levels'], own: NumberLevel, counts: readonly (number | undefined)[]): string {
  if (own.format === 'bullet' || own.format === 'none') return '';
  return own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const level = levels[at];
    return level ? formatted(counts[at] ?? level.start, level.format) : '';
  });
}

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const CHINESE = new Set([
  'chineseCounting',
  'chineseCountingThousand',
  'japaneseCounting',
  'taiwaneseCounting',
  'taiwaneseCountingThousand',
  'ideographDigital',
  'japaneseDigitalTenThousand',
]);

/** A number in one of the formats of ST_NumberFormat that Chinese documents use; any other is written in digits. */
export function formatted(count: number, format: string): string {
  if (CHINESE.has(format)) return formatChineseNumeral(count);
  switch (format) {
    case 'decimalZero':
      return String(count).padStart(2, '0');
    case 'decimalFullWidth':
      return String(count).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return count >= 1 && count <= 20 ? String.fromCharCode(0x245f + count) : String(count);
    case 'ideographTraditional':
      return STEMS[count - 1] ?? String(count);
    case 'upperLetter':
      return letters(count);
    case 'lowerLetter':
      return letters(count).toLowerCase();
    case 'upperRoman':
      return roman(count);
    case 'lowerRoman':
      return roman(count).toLowerCase();
    default:
      return String(count);
  }
}

/** A…Z, then AA, BB… */
function letters(count: number): string {
  return count < 1 ? String(count) : String.fromCharCode(65 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));
}

const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count);
  let left = count;
  return ROMAN.map(([value, sign]) => {
    const times = Math.floor(left / value);
    left -= times * value;
    return sign.repeat(times);
  }).join('');
}
