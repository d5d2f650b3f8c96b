import type { IndicatorFile } from '../model/types';
import { renumberFixes } from '../rules/shared/renumber';
import { EditSet } from '../text/edits';
import type { TextEdit } from '../text/span';
import type { Checked } from '../workspace/project';

/** Edits that number every run of a file 1..N in the present order, references included; none for an extract. */
export function renumberAll({ document, surroundings }: Checked): readonly TextEdit[] {
  if (document.kind !== 'zhibiao') return [];
  const file = document.model as IndicatorFile;
  const set = new EditSet();
  for (const run of file.runs) {
    const [fix] = renumberFixes(file, run, surroundings.corpus)();
    if (fix) set.add(fix.edits);
  }
  return set.edits;
}
