import { assemble } from '../../../service/preview/assemble';
import { WHOLE } from '../../../service/preview/rows';
import type { Part, Table } from '../document';
import { lineOf, tableOf } from '../from-draft';
import type { Subject } from './subject';

/** 总表: the table as it is issued. A total that only counts the items is the preview's: documents print one for scores. */
export function master({ file }: Subject): Part[] {
  const { head, tables, notes } = assemble(file, undefined, WHOLE);
  return [
    {
      name: '指标任务分解表',
      head: head.map(lineOf),
      tables: tables.map(tableOf).map(withoutCount),
      notes: notes.map(lineOf),
    },
  ];
}

function withoutCount(table: Table): Table {
  if (table.columns.some(({ kind }) => kind === 'score')) return table;
  return { ...table, rows: table.rows.filter(({ kind }) => kind !== 'total') };
}
