import { parseDeadline } from '../../domain/deadline';
import type { DeadlineEntry, Indicator, IndicatorFile, Text } from '../../model/types';

/** A deadline and what stands around it. */
export interface PlacedDeadline {
  readonly entry: DeadlineEntry;
  /** What the field is called, for messages. */
  readonly label: '完成时限' | '时间';
}

/** All items and entries of 附加项, in the order of the file. */
export function indicatorsOf(file: IndicatorFile): Indicator[] {
  return [...file.items, ...file.extras.flatMap((extra) => extra.items)];
}

/** The deadlines of an item. */
export function deadlinesIn({ deadlines }: Indicator): PlacedDeadline[] {
  return deadlines.map((entry) => ({ entry, label: '完成时限' }));
}

/** The deadlines of 阶段. */
export function phaseDeadlines({ phases }: IndicatorFile): PlacedDeadline[] {
  return phases.flatMap(({ deadline }) => (deadline ? [{ entry: deadline, label: '时间' as const }] : []));
}

/** Every deadline of a file: of its items, of 附加项 and of 阶段. */
export function deadlinesOf(file: IndicatorFile): PlacedDeadline[] {
  return [...indicatorsOf(file).flatMap(deadlinesIn), ...phaseDeadlines(file)];
}

/** The days that a deadline means. Two of them can be compared if they belong to the same calendar. */
export interface When {
  /** `known`: a certain year; `no-year`: the same year, whichever; `every-year`: 每年. */
  readonly calendar: 'known' | 'no-year' | 'every-year';
  /** ISO days; the first is the last where the deadline names one day only. */
  readonly first: string;
  readonly last: string;
}

/** Stands in for a year that nobody named; a leap year, so that every day exists in it. */
export const ANY_YEAR = 2024;

/** When a deadline is due; undefined for faulty and open ones and for those that recur within a year. */
export function whenOf({
  text,
  reading,
}: Pick<DeadlineEntry, 'reading'> & { text: Pick<Text, 'value'> }): When | undefined {
  if (!reading.ok || reading.kind === 'open') return undefined;
  const calendar = reading.kind === 'recurring' ? 'every-year' : reading.last ? 'known' : 'no-year';
  const dated = calendar === 'known' ? reading : parseDeadline(text.value, ANY_YEAR);
  return dated.ok && dated.last ? { calendar, first: dated.first ?? dated.last, last: dated.last } : undefined;
}
