import {
  type Cell,
  type Column,
  type Line,
  type PlacedFinding,
  type Row,
  SEVERITY_ORDER,
} from '../../../../server/src/protocol/preview';
import type { PreviewWords } from '../words';
import { element, markWhole, paragraphs } from './dom';

const TAGS = { annex: 'p', title: 'h1', issue: 'p', unit: 'h2', heading: 'h2', text: 'div' } as const;

/** A line above or below the tables. */
export function lineElement(line: Line): HTMLElement {
  const made = element(TAGS[line.style], `line ${line.style}`, ...paragraphs(line));
  markWhole(made, line);
  if (line.place) made.tabIndex = -1;
  return made;
}

/** The titles of the columns. */
export function headElement(columns: readonly Column[]): HTMLElement {
  const cells = columns.map(({ kind, title }) => {
    const cell = element('th', kind, title);
    cell.scope = 'col';
    return cell;
  });
  return element('thead', '', element('tr', '', ...cells));
}

/** What gives the columns their widths. */
export function columnElements(columns: readonly Column[]): HTMLElement {
  return element('colgroup', '', ...columns.map(({ kind }) => element('col', kind)));
}

/** A row with the cells that begin in it. */
export function rowElement(row: Row, columns: readonly Column[], words: PreviewWords): HTMLTableRowElement {
  const found = findingsOf(row, columns);
  const made = element('tr', row.kind, ...row.cells.map((cell) => cellElement(cell, row, columns, words, found)));
  if (row.place) made.tabIndex = -1;
  return made;
}

/** The findings of what a row itself shows: those at the titles of sections are not its own. Worst first. */
export function findingsOf({ cells }: Row, columns: readonly Column[]): PlacedFinding[] {
  const own = cells.filter(({ column }) => !isLevel(columns[column]));
  const all = own.flatMap(({ findings = [] }) => findings);
  return all.sort((a, b) => SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity));
}

/** True for a column of titles: 一级指标, 二级指标. */
export function isLevel(column: Column | undefined): boolean {
  return column?.kind === 'level-1' || column?.kind === 'level-2';
}

function cellElement(
  cell: Cell,
  row: Row,
  columns: readonly Column[],
  words: PreviewWords,
  found: readonly PlacedFinding[],
): HTMLElement {
  const { column, columnSpan = 1, rowSpan = 1 } = cell;
  const level = isLevel(columns[column]) && row.kind !== 'total';
  const isWide = columnSpan > 1 && !level;
  const kind = isWide ? 'content' : (columns[column]?.kind ?? '');
  const made = element(level ? 'th' : 'td', kind);
  if (level) made.scope = 'rowgroup';
  if (columnSpan > 1) made.colSpan = columnSpan;
  if (rowSpan > 1) {
    made.rowSpan = rowSpan;
    made.classList.add('merged');
  }
  // What reaches over many rows stays in sight while they pass by.
  made.append(element('div', 'content', ...paragraphs(cell)));
  markWhole(made, cell);
  if (isWide && row.kind === 'damaged') made.prepend(element('div', 'remark', words.damaged));
  if (isWide && row.kind === 'empty') made.append(element('div', 'remark', words.emptySection));
  // A hint is no more than a remark: its mark in the text is enough.
  if (kind === 'number' && found[0] && found[0].severity !== 'hint') made.append(badge(found, words));
  return made;
}

const SIGNS = { error: '✕', warning: '!', info: 'i', hint: '' } as const;

/** Says beside the number that a row has findings, for eyes and screen readers. */
function badge(found: readonly PlacedFinding[], words: PreviewWords): HTMLElement {
  const worst = found[0]?.severity ?? 'hint';
  const made = element('span', `badge ${worst}`, SIGNS[worst]);
  made.setAttribute('role', 'img');
  made.setAttribute('aria-label', `${words[worst]}: ${found.map(({ message }) => message).join(' ')}`);
  made.title = found.map(({ message }) => message).join('\n');
  return made;
}
