import type { Indicator, IndicatorFile, NumberedRun } from '../../model/types';
import { attached } from '../../text/attached';
import { type NumberRange, type SequenceFaults, sequenceFaults } from './sequence';

/** The 序号 of an item; undefined where it is missing, or no positive whole number (which is `schema`'s business). */
export function serialOf(item: Indicator): number | undefined {
  const value = item.number?.value;
  return value !== undefined && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

const known = attached<NumberedRun, SequenceFaults>();

/** What is wrong with the numbers of a run, compared with 1, 2, 3, … Worked out once for all rules that ask. */
export function faultsOf(run: NumberedRun): SequenceFaults {
  const faults = known.get(run) ?? sequenceFaults(run.items.map(serialOf));
  known.set(run, faults);
  return faults;
}

/** The run that references in texts speak of: the 三级指标 of a file that numbers them right through. */
export function mainRun(file: IndicatorFile): NumberedRun | undefined {
  return file.numbering === 'continuous' ? file.runs.find((run) => run.label === '') : undefined;
}

/** 第3项, or 第34项至第36项. */
export function itemRange({ from, to }: NumberRange): string {
  return from === to ? `第${from}项` : `第${from}项至第${to}项`;
}
