import type { IndicatorFile } from '../../model/types';
import { EXPORT_VIEWS, type ExportView } from '../../protocol/export';
import { overviewOf, type UnitOverview, unitsOverview } from '../../service/unit-card';
import type { Checked } from '../../workspace/project';
import type { Part, Printout } from './document';
import { type ExportProblem, problem } from './phrases';
import { changes } from './views/changes';
import { deadlineLedger } from './views/deadlines';
import { draft } from './views/draft';
import { evidenceChecklist } from './views/evidence';
import { master } from './views/master';
import { type Subject, titleOf } from './views/subject';
import { unitLists } from './views/unit';

/** What the views are called. */
export const VIEW_NAMES: Readonly<Record<ExportView, string>> = {
  master: '总表',
  unit: '单位',
  evidence: '资料',
  deadlines: '时限',
  draft: '征求意见',
  changes: '对照',
};

/** A view by its English or Chinese name. */
export function viewNamed(name: string): ExportView | undefined {
  return EXPORT_VIEWS.find((view) => view === name || VIEW_NAMES[view] === name);
}

/**
 * Makes a view of a file, ready to be written in any format.
 * @param units names of the units whose lists are wanted, by any name of the registry; all where there are none
 */
export function printoutOf(
  checked: Checked,
  view: ExportView,
  units: readonly string[] = [],
): Printout | ExportProblem {
  const { document, surroundings } = checked;
  if (document.kind !== 'zhibiao' && document.kind !== 'yaoqiu') return problem('notIndicators');
  const { registry, corpus } = surroundings;
  const subject: Subject = {
    file: document.model as IndicatorFile,
    ...(registry && { registry }),
    ...(corpus && { corpus }),
  };
  const parts = partsOf(subject, checked, view, units);
  return 'problem' in parts ? parts : { view, title: titleOf(subject), parts };
}

function partsOf(
  subject: Subject,
  checked: Checked,
  view: ExportView,
  names: readonly string[],
): readonly Part[] | ExportProblem {
  switch (view) {
    case 'master':
      return master(subject);
    case 'draft':
      return draft(subject);
    case 'evidence':
      return evidenceChecklist(subject);
    case 'deadlines':
      return deadlineLedger(subject);
    case 'changes':
      return subject.corpus ? changes(subject, subject.corpus) : problem('noCorpus');
    case 'unit': {
      const units = unitsNamed(checked, names);
      return 'problem' in units ? units : unitLists(subject, units);
    }
  }
}

/** Lists of units count no days: any day does. */
const ANY_DAY = '2024-01-01';

function unitsNamed(checked: Checked, names: readonly string[]): readonly UnitOverview[] | ExportProblem {
  const units = new Set<UnitOverview>();
  for (const name of names) {
    const unit = overviewOf(checked, name, ANY_DAY);
    if (!unit) return problem('unknownUnit', { unit: name });
    units.add(unit);
  }
  const wanted = names.length > 0 ? [...units] : unitsOverview(checked, ANY_DAY);
  return wanted.length > 0 ? wanted : problem('noUnits');
}
