import type { LineStyle } from '../../../protocol/preview';
import { escapeXml } from '../escape';
import { FONTS, SIZES } from '../look';
import { XML } from './properties';

/** Looks of cells, by their place among `cellXfs`. A quoted one shows its text as it is, whatever it begins with. */
export const CELL_STYLES = [
  'general',
  'title',
  'annex',
  'issue',
  'unit',
  'heading',
  'text',
  'header',
  'running',
  'running-top',
  'short',
  'short-top',
] as const;
export type CellStyle = (typeof CELL_STYLES)[number];

/** The index of a style in the workbook. */
export function styleIndex(style: CellStyle | LineStyle, isQuoted: boolean): number {
  return CELL_STYLES.indexOf(style) + (isQuoted ? CELL_STYLES.length : 0);
}

/** Sizes of a sheet: a screen's page is no wall. */
const SHEET_SIZES = { title: 18, line: 12, table: SIZES.table } as const;

const FACES = {
  table: { name: FONTS.text, size: SHEET_SIZES.table },
  title: { name: FONTS.title, size: SHEET_SIZES.title },
  black: { name: FONTS.heading, size: SHEET_SIZES.line },
  header: { name: FONTS.heading, size: SHEET_SIZES.table },
  kai: { name: FONTS.kai, size: SHEET_SIZES.line },
  text: { name: FONTS.text, size: SHEET_SIZES.line },
} as const;
type Face = keyof typeof FACES;

const LOOKS: Readonly<Record<CellStyle, { face: Face; across: string; down: string; framed?: true }>> = {
  general: { face: 'table', across: 'general', down: 'center' },
  title: { face: 'title', across: 'center', down: 'center' },
  annex: { face: 'black', across: 'left', down: 'center' },
  issue: { face: 'kai', across: 'center', down: 'center' },
  unit: { face: 'kai', across: 'center', down: 'center' },
  heading: { face: 'black', across: 'left', down: 'center' },
  text: { face: 'text', across: 'left', down: 'center' },
  header: { face: 'header', across: 'center', down: 'center', framed: true },
  running: { face: 'table', across: 'left', down: 'center', framed: true },
  'running-top': { face: 'table', across: 'left', down: 'top', framed: true },
  short: { face: 'table', across: 'center', down: 'center', framed: true },
  'short-top': { face: 'table', across: 'center', down: 'top', framed: true },
};

export function stylesXml(): string {
  const faces = Object.keys(FACES) as Face[];
  const fonts = faces.map((face) => `<font>${fontXml(face)}</font>`);
  const formats = [false, true].flatMap((isQuoted) =>
    CELL_STYLES.map((style) => {
      const { face, across, down, framed } = LOOKS[style];
      const quote = isQuoted ? ' quotePrefix="1"' : '';
      return `<xf numFmtId="49" fontId="${faces.indexOf(face)}" fillId="0" borderId="${framed ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"${quote}><alignment horizontal="${across}" vertical="${down}" wrapText="1"/></xf>`;
    }),
  );
  const edge = (side: string) => `<${side} style="thin"><color auto="1"/></${side}>`;
  const frame = ['left', 'right', 'top', 'bottom'].map(edge).join('');
  return `${XML}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${frame}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length}">${formats.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

/** The font of pieces of text within a cell of the table. */
export function runFontXml({ bold, struck }: { bold: boolean; struck: boolean }): string {
  const { name, size } = FACES.table;
  return `<rPr>${bold ? '<b/>' : ''}${struck ? '<strike/>' : ''}<sz val="${size}"/><rFont val="${escapeXml(name)}"/><charset val="134"/></rPr>`;
}

function fontXml(face: Face): string {
  const { name, size } = FACES[face];
  return `<sz val="${size}"/><name val="${escapeXml(name)}"/><charset val="134"/>`;
}

/** The points that a line of a style takes. */
export function linePoints(style: CellStyle | LineStyle): number {
  return Math.ceil(FACES[LOOKS[style].face].size * 1.4);
}
