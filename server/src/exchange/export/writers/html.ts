import type { Cell, Column, Line, Paragraph, Part, Printout, Row, Table } from '../document';
import { escapeXml, looksLikeFormula } from '../escape';
import { FONTS, isRunning, LINE_PITCH, PAGE, SIZES, SUBSTITUTES, standsAtTop, tableSize } from '../look';
import { columnShares } from '../widths';

/** A page of its own: no script, no picture, nothing from elsewhere. Prints as A4 on its side. */
export function writeHtml({ title, parts }: Printout): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<style>
${STYLE}</style>
</head>
<body>
${parts.map(section).join('')}</body>
</html>
`;
}

function section({ head, tables, notes }: Part): string {
  return `<section>\n${head.map(line).join('')}${tables.map(table).join('')}${notes.map(line).join('')}</section>\n`;
}

function line({ style, paragraphs }: Line): string {
  if (style === 'title') return `<h1>${paragraphs.map(runs).join('<br>')}</h1>\n`;
  if (style === 'heading') return `<h2>${paragraphs.map(runs).join('<br>')}</h2>\n`;
  return paragraphs.map((paragraph) => `<p class="${style}">${runs(paragraph)}</p>\n`).join('');
}

function table(all: Table): string {
  const widths = columnShares(all).map((share) => `<col width="${(share * 100).toFixed(2)}%">`);
  const look = tableSize(all.columns.length) === SIZES.smallTable ? '' : ' class="large"';
  return `<table border="1" cellspacing="0"${look}>
<colgroup>${widths.join('')}</colgroup>
<thead><tr>${all.columns.map(({ title }) => `<th scope="col"${textOnly([title])}>${escapeXml(title)}</th>`).join('')}</tr></thead>
<tbody>
${all.rows.map((one) => row(one, all.columns)).join('')}</tbody>
</table>
`;
}

function row({ cells }: Row, columns: readonly Column[]): string {
  return `<tr>${cells.map((cell) => td(cell, columns[cell.column])).join('')}</tr>\n`;
}

function td(cell: Cell, column: Column | undefined): string {
  const { rowSpan, columnSpan, paragraphs } = cell;
  const attributes = [
    ...(isRunning(column?.kind) ? [] : [' align="center"']),
    ...(standsAtTop(cell) ? [' valign="top"'] : []),
    ...(rowSpan > 1 ? [` rowspan="${rowSpan}"`] : []),
    ...(columnSpan > 1 ? [` colspan="${columnSpan}"`] : []),
    textOnly(paragraphs.map((paragraph) => paragraph.map(({ text }) => text).join(''))),
  ];
  return `<td${attributes.join('')}>${paragraphs.map(runs).join('<br>')}</td>`;
}

/** Spreadsheets open pages too: a cell that would be a formula to them says that it is text, to Calc and to Excel. */
function textOnly(lines: readonly string[]): string {
  return lines.some(looksLikeFormula) ? ` sdnum="2052;0;@" style="mso-number-format:'\\@'"` : '';
}

function runs(paragraph: Paragraph): string {
  return paragraph
    .map(({ text, strong, change }) => {
      const escaped = escapeXml(text);
      if (change === 'dropped') return `<del>${escaped}</del>`;
      if (change === 'added') return `<ins>${escaped}</ins>`;
      return strong ? `<strong>${escaped}</strong>` : escaped;
    })
    .join('');
}

function stack(font: string): string {
  const names = [font, ...(SUBSTITUTES[font] ?? [])];
  return names.map((name) => (/^(?:serif|sans-serif)$/.test(name) ? name : `"${name}"`)).join(', ');
}

// Word, WPS and LibreOffice read but plain rules: one element or class each, no shorthand for fonts.
const STYLE = `@page { size: A4 landscape; margin: ${PAGE.top}mm ${PAGE.right}mm ${PAGE.bottom}mm ${PAGE.left}mm; }
body { margin: 0; color: #000; background: #fff; font-family: ${stack(FONTS.text)}; font-size: ${SIZES.text}pt; }
section { max-width: ${PAGE.width - PAGE.left - PAGE.right}mm; margin: 0 auto; }
h1 { margin: 0 0 6pt; text-align: center; font-weight: normal; font-size: ${SIZES.title}pt; font-family: ${stack(FONTS.title)}; white-space: pre-wrap; }
h2 { margin: 12pt 0 0; font-weight: normal; font-size: ${SIZES.text}pt; font-family: ${stack(FONTS.heading)}; white-space: pre-wrap; }
p { margin: 0; line-height: ${LINE_PITCH}pt; white-space: pre-wrap; }
.text { text-indent: 2em; }
.annex { font-family: ${stack(FONTS.heading)}; }
.issue { text-align: center; font-family: ${stack(FONTS.kai)}; }
.unit { text-align: center; font-family: ${stack(FONTS.kai)}; }
table { width: 100%; margin: 12pt 0; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { border: 0.75pt solid #000; padding: 3pt; font-size: ${SIZES.smallTable}pt; text-align: center; vertical-align: middle; font-weight: normal; font-family: ${stack(FONTS.heading)}; }
td { border: 0.75pt solid #000; padding: 3pt; font-size: ${SIZES.smallTable}pt; line-height: 1.4; white-space: pre-wrap; overflow-wrap: anywhere; }
table.large td { font-size: ${SIZES.table}pt; }
table.large th { font-size: ${SIZES.table}pt; }
strong { font-weight: bold; }
ins { font-weight: bold; text-decoration: none; }
section + section { break-before: page; }
@media screen { body { padding: 12mm; } section { overflow-x: auto; } section + section { margin-top: 24mm; } table { min-width: 180mm; } }
`;
