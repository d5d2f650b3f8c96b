import type { LineStyle } from '../../../protocol/preview';
import type { Cell, Line, Paragraph, Part, Printout, Run, Table } from '../document';
import type * as Docx from '../docx-library';
import { escapeXml, validXml } from '../escape';
import { FONTS, isRunning, LINE_PITCH, LINES, PAGE, SIZES, SUBSTITUTES, standsAtTop, tableSize } from '../look';
import { columnShares } from '../widths';
import { repack } from '../zip';
import { coreProperties, XML } from './properties';

type Library = typeof Docx;

/** Twentieths of a point. */
const MM = 1440 / 25.4;
const POINT = 20;

/** A Word document: A4 on its side, the header of the table on each page, one section a part, page numbers — 1 —. */
export async function writeDocx(printout: Printout): Promise<Uint8Array> {
  const library = await import('../docx-library');
  const { Document, Packer, SectionType, PageOrientation } = library;
  const { parts, title } = printout;
  const twips = (mm: number) => Math.round(mm * MM);
  const document = new Document({
    title: validXml(title),
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { font: fontOf(FONTS.text), size: SIZES.text * 2, language: { value: 'en-US', eastAsia: 'zh-CN' } },
        },
      },
    },
    sections: parts.map((part) => ({
      properties: {
        type: SectionType.NEXT_PAGE,
        page: {
          // The library swaps the two for a page on its side.
          size: { width: twips(PAGE.height), height: twips(PAGE.width), orientation: PageOrientation.LANDSCAPE },
          margin: {
            top: twips(PAGE.top),
            right: twips(PAGE.right),
            bottom: twips(PAGE.bottom),
            left: twips(PAGE.left),
            footer: twips(PAGE.bottom - 12),
          },
        },
      },
      footers: { default: footer(library, 'right'), even: footer(library, 'left') },
      children: section(library, part),
    })),
  });
  const overrides = [
    { path: 'docProps/core.xml', data: coreProperties(title) },
    { path: 'word/fontTable.xml', data: fontTable() },
  ];
  return repack(new Uint8Array(await Packer.toArrayBuffer(document, undefined, overrides)));
}

function section(library: Library, { head, tables, notes }: Part): (Docx.Paragraph | Docx.Table)[] {
  const { Paragraph } = library;
  // A paragraph between two tables, which would be one otherwise, and behind the last one, which Word demands.
  const listed = tables.flatMap((one) => [table(library, one), new Paragraph({ spacing: { line: 240 } })]);
  return [...head.flatMap((one) => line(library, one)), ...listed, ...notes.flatMap((one) => line(library, one))];
}

/** Space around the lines of a head, in points. */
const AROUND: Partial<Record<LineStyle, { before: number; after: number }>> = {
  title: { before: 8, after: 8 },
  issue: { before: 0, after: 8 },
  unit: { before: 0, after: 8 },
};

function line(library: Library, { style, paragraphs }: Line): Docx.Paragraph[] {
  const { Paragraph, AlignmentType, LineRuleType } = library;
  const { font, size, centered } = LINES[style];
  const around = AROUND[style] ?? { before: 0, after: 0 };
  return paragraphs.map(
    (runs) =>
      new Paragraph({
        alignment: centered ? AlignmentType.CENTER : AlignmentType.BOTH,
        spacing: {
          before: around.before * POINT,
          after: around.after * POINT,
          line: (style === 'title' ? 36 : LINE_PITCH) * POINT,
          lineRule: LineRuleType.EXACT,
        },
        ...(style === 'text' && { indent: { firstLine: size * 2 * POINT } }),
        children: runs.map((run) => textRun(library, run, font, size)),
      }),
  );
}

function table(library: Library, one: Table): Docx.Table {
  const { Table, TableLayoutType, TableRow, WidthType } = library;
  const whole = Math.round((PAGE.width - PAGE.left - PAGE.right) * MM);
  const widths = columnShares(one).map((share) => Math.round(share * whole));
  const size = tableSize(one.columns.length);
  const header = one.columns.map(({ title }, index) =>
    tableCell(library, { paragraphs: [[{ text: title }]], font: FONTS.heading, size, width: widths[index] ?? 0 }),
  );
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { left: 60, right: 60, top: 40, bottom: 40 },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: header }),
      ...one.rows.map(({ cells }) => new TableRow({ cantSplit: true, children: cells.map(bodyCell) })),
    ],
  });

  function bodyCell(cell: Cell): Docx.TableCell {
    const { column, columnSpan, rowSpan, paragraphs } = cell;
    const width = widths.slice(column, column + columnSpan).reduce((sum, next) => sum + next, 0);
    const isText = isRunning(one.columns[column]?.kind);
    return tableCell(library, {
      paragraphs,
      font: FONTS.text,
      size,
      width,
      isText,
      atTop: standsAtTop(cell),
      ...(columnSpan > 1 && { columnSpan }),
      ...(rowSpan > 1 && { rowSpan }),
    });
  }
}

interface CellParts {
  readonly paragraphs: readonly Paragraph[];
  readonly font: string;
  readonly size: number;
  /** Twips. */
  readonly width: number;
  readonly isText?: boolean;
  readonly atTop?: boolean;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
}

function tableCell(
  library: Library,
  { paragraphs, font, size, width, isText = false, atTop = false, ...spans }: CellParts,
): Docx.TableCell {
  const { AlignmentType, LineRuleType, Paragraph, TableCell, VerticalAlignTable, WidthType } = library;
  const alignment = isText ? AlignmentType.BOTH : AlignmentType.CENTER;
  const spacing = { line: Math.round(size * 1.35 * POINT), lineRule: LineRuleType.EXACT };
  // A cell without a paragraph is no cell to Word.
  const lines = paragraphs.length > 0 ? paragraphs : [[]];
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: atTop ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
    ...spans,
    children: lines.map(
      (runs) => new Paragraph({ alignment, spacing, children: runs.map((run) => textRun(library, run, font, size)) }),
    ),
  });
}

function textRun({ TextRun }: Library, { text, strong, change }: Run, font: string, size: number): Docx.TextRun {
  return new TextRun({
    text: validXml(text),
    font: fontOf(font),
    size: size * 2,
    ...((strong || change === 'added') && { bold: true }),
    ...(change === 'dropped' && { strike: true }),
  });
}

/** Chinese in the font itself, “” and … among it (`hint`), digits and letters in the one that goes with it. */
function fontOf(name: string) {
  return { ascii: FONTS.latin, hAnsi: FONTS.latin, eastAsia: name, cs: FONTS.latin, hint: 'eastAsia' };
}

/** 四号宋体 with a dash on either side, a character from the outer edge: right on odd pages, left on even ones. */
function footer(
  { AlignmentType, Footer, PageNumber, Paragraph, TextRun }: Library,
  side: 'left' | 'right',
): Docx.Footer {
  const size = SIZES.page * 2;
  const font = { ascii: FONTS.page, hAnsi: FONTS.page, eastAsia: FONTS.page, cs: FONTS.page };
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: { [side]: SIZES.page * POINT },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font, size })],
      }),
    ],
  });
}

/** Says what to take where a font is missing: Word reads `altName` and the kind of the font. */
function fontTable(): string {
  const fonts = [FONTS.title, FONTS.heading, FONTS.text, FONTS.kai, FONTS.page].map((name) => {
    const other = (SUBSTITUTES[name] ?? []).filter((one) => !/serif$/.test(one)).join(',');
    const family = name === FONTS.heading ? 'swiss' : 'roman';
    return `<w:font w:name="${escapeXml(name)}"><w:altName w:val="${escapeXml(other)}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="auto"/></w:font>`;
  });
  const latin = `<w:font w:name="${FONTS.latin}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`;
  return `${XML}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}${latin}</w:fonts>`;
}
