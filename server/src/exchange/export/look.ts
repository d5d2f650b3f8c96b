import type { LineStyle } from '../../protocol/preview';
import type { Cell, ExportColumnKind } from './document';

/*
 * GB/T 9704-2012 as Word documents follow it: the title in 方正小标宋 of size 二号, headings in 黑体, texts in 仿宋 of 三号, names
 * of issuers in 楷体; A4 with 28 mm on the side of the binding. A page on its side is turned, so that its upper edge is bound.
 */

/** Points. 二号 22, 三号 16, 四号 14, 五号 10.5, 小五 9. */
export const SIZES = { title: 22, text: 16, page: 14, table: 10.5, smallTable: 9 } as const;
/** Space between lines of running text, points: 22 lines fill a page of 225 mm. */
export const LINE_PITCH = 28;
/** Millimetres, for a page on its side. */
export const PAGE = { width: 297, height: 210, top: 28, right: 37, bottom: 26, left: 35 } as const;

export const FONTS = {
  title: '方正小标宋简体',
  heading: '黑体',
  text: '仿宋_GB2312',
  kai: '楷体_GB2312',
  page: '宋体',
  latin: 'Times New Roman',
} as const;

/** What stands in where a font is not installed, for formats that can tell. */
export const SUBSTITUTES: Readonly<Record<string, readonly string[]>> = {
  [FONTS.title]: ['方正小标宋_GBK', '华文中宋', 'STZhongsong', '宋体', 'SimSun', 'Noto Serif CJK SC', 'serif'],
  [FONTS.heading]: ['SimHei', 'Noto Sans CJK SC', 'sans-serif'],
  [FONTS.text]: ['仿宋', 'FangSong', '华文仿宋', 'STFangsong', 'Noto Serif CJK SC', 'serif'],
  [FONTS.kai]: ['楷体', 'KaiTi', '华文楷体', 'STKaiti', 'Noto Serif CJK SC', 'serif'],
  [FONTS.page]: ['SimSun', 'Noto Serif CJK SC', 'serif'],
};

export interface LineLook {
  readonly font: string;
  readonly size: number;
  readonly centered: boolean;
}

export const LINES: Readonly<Record<LineStyle, LineLook>> = {
  annex: { font: FONTS.heading, size: SIZES.text, centered: false },
  title: { font: FONTS.title, size: SIZES.title, centered: true },
  issue: { font: FONTS.kai, size: SIZES.text, centered: true },
  unit: { font: FONTS.kai, size: SIZES.text, centered: true },
  heading: { font: FONTS.heading, size: SIZES.text, centered: false },
  text: { font: FONTS.text, size: SIZES.text, centered: false },
};

/** Columns of running text; the others hold short words, which stand in the middle. */
const RUNNING: ReadonlySet<ExportColumnKind> = new Set([
  'content',
  'evidence',
  'reason',
  'remark',
  'source',
  'opinion',
]);
/** More columns than this take smaller letters. */
const MANY_COLUMNS = 6;

export function isRunning(kind: ExportColumnKind | undefined): boolean {
  return kind !== undefined && RUNNING.has(kind);
}

export function tableSize(columns: number): number {
  return columns > MANY_COLUMNS ? SIZES.smallTable : SIZES.table;
}

/** A cell over many rows may go on over a page's end: its text stands at its top, where it is found. */
export function standsAtTop({ rowSpan }: Cell): boolean {
  return rowSpan > 3;
}
