import type { IndicatorFile, Text } from '../model/types';
import { defineItemRule, INDICATOR_KINDS, type Reporter } from './rule';
import { deadlinesIn, deadlinesOf, type PlacedDeadline, phaseDeadlines, type When, whenOf } from './shared/deadlines';
import { headDatesOf } from './shared/head-dates';

const messages = {
  before: '{label}「{text}」即{day}，早于{name}{date}。请核对日期。',
  'range-before': '{label}「{text}」从{day}开始，早于{name}{date}。请核对日期。',
  after: '{label}「{text}」即{day}，晚于{name}{date}。请核对日期。',
  'year-before': '按「年度」{year}计算，{count}处没有写年份的时限都早于{name}{date}。请核对「年度」。',
  'year-after': '按「年度」{year}计算，{count}处没有写年份的时限都晚于{name}{date}。请核对「年度」。',
  bound: '{name}在这里',
};

/** So many deadlines outside, and none inside, speak for a wrong 年度 and not for as many slips. */
const MANY = 3;

/** A deadline before 印发日期 or outside 创建周期; open and recurring ones have no day to compare. Contract section 6. */
export const deadlineWindow = defineItemRule({
  id: 'deadline-window',
  summary: '完成时限早于印发日期，或不在创建周期内',
  severity: 'warning',
  fixable: false,
  scope: 'item',
  kinds: INDICATOR_KINDS,
  messages,
  reads: ({ file }) => boundsOf(file).flatMap(({ name, iso }) => [name, iso]),
  inspect({ file }) {
    const bounds = boundsOf(file);
    return (item) => {
      const late = deadlinesIn(item).filter(({ entry }) => outsideOf(entry, bounds).length > 0);
      return late.length > 0 ? late : undefined;
    };
  },
  conclude({ file, report }, facts) {
    const bounds = boundsOf(file);
    const outside = [...facts.flatMap(({ fact }) => fact), ...phaseDeadlines(file)].flatMap((deadline): Outside[] => {
      const crossed = outsideOf(deadline.entry, bounds);
      const when = whenOf(deadline.entry);
      return when && crossed[0] ? [{ ...deadline, when, bound: crossed[0], crossed }] : [];
    });
    const outsideByYear = outside.filter(isByYear);
    const isYearWrong = outsideByYear.length >= MANY && outsideByYear.length === countByYear(file);
    if (isYearWrong && file.year) reportYear(file.year, outsideByYear, report);
    for (const deadline of outside) {
      if (!isYearWrong || !isByYear(deadline)) reportDeadline(deadline, report);
    }
  },
});

type ReportWindow = Reporter<keyof typeof messages>;

export interface Bound {
  readonly name: string;
  readonly side: 'start' | 'end';
  readonly iso: string;
  readonly text: Text;
}

interface Outside extends PlacedDeadline {
  readonly when: When;
  /** The first bound that it oversteps: its message is the finding's. */
  readonly bound: Bound;
  readonly crossed: readonly Bound[];
}

/** A period that ends before it begins has a finding of its own, and bounds nothing. */
export function boundsOf(file: IndicatorFile): Bound[] {
  const dates = headDatesOf(file);
  const [from, to] = dates.filter(({ name }) => name !== '印发日期');
  const isReversed = from?.reading.ok && to?.reading.ok && to.reading.iso < from.reading.iso;
  return dates.flatMap(({ name, text, reading }) => {
    if (!reading.ok || (isReversed && name !== '印发日期')) return [];
    const side = name === '止' ? 'end' : 'start';
    return [{ name: name === '印发日期' ? name : `创建周期的「${name}」`, side, iso: reading.iso, text } as const];
  });
}

/** The bounds that a deadline oversteps; none for one without certain days. */
function outsideOf(entry: PlacedDeadline['entry'], bounds: readonly Bound[]): Bound[] {
  const when = whenOf(entry);
  return when?.calendar === 'known' ? bounds.filter((bound) => isCrossed(bound, when)) : [];
}

function countByYear(file: IndicatorFile): number {
  return deadlinesOf(file).filter((deadline) => isByYear(deadline) && whenOf(deadline.entry)?.calendar === 'known')
    .length;
}

/** True where some days lie before or behind a bound. */
export function isCrossed({ side, iso }: Bound, { first, last }: When): boolean {
  return side === 'start' ? first < iso : last > iso;
}

/** True for a deadline that takes its year from 年度. */
function isByYear({ entry: { reading } }: PlacedDeadline): boolean {
  return reading.ok && !reading.explicitYear;
}

function reportDeadline({ entry: { text }, label, when, bound, crossed }: Outside, report: ReportWindow): void {
  const begins = bound.side === 'start' && when.last >= bound.iso;
  report({
    at: text.node.place,
    message: bound.side === 'end' ? 'after' : begins ? 'range-before' : 'before',
    data: {
      label,
      text: text.value.trim(),
      day: begins ? when.first : when.last,
      name: bound.name,
      date: bound.iso,
    },
    related: placesOf(crossed),
  });
}

function reportYear(year: NonNullable<IndicatorFile['year']>, outside: readonly Outside[], report: ReportWindow): void {
  const bound = outside[0]?.bound;
  if (!bound) return;
  report({
    at: year.node.place,
    message: bound.side === 'end' ? 'year-after' : 'year-before',
    data: { year: year.value, count: outside.length, name: bound.name, date: bound.iso },
    related: placesOf([bound]),
  });
}

function placesOf(bounds: readonly Bound[]) {
  return bounds.map(({ text, name }) => ({ span: text.node.place, message: 'bound' as const, data: { name } }));
}
