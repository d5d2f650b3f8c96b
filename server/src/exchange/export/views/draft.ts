import { cell, type Line, type Part, type Row, type Table } from '../document';
import { master } from './master';
import { headWith, type Subject } from './subject';

/**
 * 征求意见稿: the table with a column for opinions and the lines that a unit signs. Not issued yet, so it bears neither 文号
 * nor 印发机关.
 */
export function draft(subject: Subject): Part[] {
  return master(subject).map((part) => ({
    name: '征求意见稿',
    head: headWith(subject, '（征求意见稿）'),
    tables: part.tables.map((table) => (table.kind === 'items' ? withOpinions(table) : table)),
    notes: [...part.notes, ...signature],
  }));
}

const signature: readonly Line[] = ['反馈单位（盖章）：', '联系人及电话：', '反馈日期：　　　　年　　月　　日'].map(
  (text) => ({
    style: 'text',
    paragraphs: [[{ text }]],
  }),
);

function withOpinions(table: Table): Table {
  const at = table.columns.length;
  const rows = table.rows.map((row): Row => ({ ...row, cells: [...row.cells, cell(at, [])] }));
  return { ...table, columns: [...table.columns, { kind: 'opinion', title: '修改意见' }], rows };
}
