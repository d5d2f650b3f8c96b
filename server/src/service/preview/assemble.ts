import type { IndicatorFile } from '../../model/types';
import type { UnitCount } from '../../protocol/preview';
import { columnsOf } from './columns';
import type { DraftDocument } from './draft';
import { mergeEvidence } from './evidence';
import { headOf, notesOf, totalRow } from './frame';
import { otherTables } from './other-tables';
import { rowsOf, type Selection } from './rows';

/** The printed form of a file or of a part of it, without findings. @param unit whose list it is, if of one unit only */
export function assemble(model: IndicatorFile, unit: UnitCount | undefined, selection: Selection): DraftDocument {
  const columns = columnsOf(model, unit !== undefined);
  const rows = rowsOf(model, columns, selection);
  const evidence = mergeEvidence(
    model,
    rows,
    columns.findIndex(({ kind }) => kind === 'evidence'),
  );
  const total = selection.isPart && !unit ? [] : [totalRow(model, columns, rows)];
  const table = { kind: 'items' as const, columns, rows: [...evidence.rows, ...total] };
  return {
    head: headOf(model, unit),
    tables: [...(rows.length > 0 ? [table] : []), ...(selection.isPart ? [] : otherTables(model))],
    notes: selection.isPart ? [] : notesOf(model, evidence.left),
  };
}
