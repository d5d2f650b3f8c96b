import type { DeadlineEntry, Indicator } from '../../model/types';
import { whenOf } from '../../rules/shared/deadlines';

/** Where a deadline stands in a ledger. */
export interface Due {
  /** The month as a heading: 2022年5月, 5月, 每年3月; for the others what they have in common. */
  readonly month: string;
  /** Sorts deadlines: dated ones by day, then yearly, recurring, open, unclear ones, and none at all. */
  readonly order: string;
}

const PERIODIC: Due = { month: '定期', order: '4' };
const OPEN: Due = { month: '长期', order: '5' };
const UNCLEAR: Due = { month: '时限待核', order: '6' };
const NONE: Due = { month: '未定时限', order: '7' };

const CALENDARS = { known: '1', 'no-year': '2', 'every-year': '3' } as const;

/** The month in which a deadline falls due: that of its last day. */
export function dueOf(entry: DeadlineEntry | undefined): Due {
  if (!entry) return NONE;
  if (!entry.reading.ok) return UNCLEAR;
  if (entry.reading.kind === 'open') return OPEN;
  const when = whenOf(entry);
  if (!when) return PERIODIC;
  const [year, month] = when.last.split('-').map(Number);
  const prefix = { known: `${year}年`, 'no-year': '', 'every-year': '每年' }[when.calendar];
  const day = when.calendar === 'known' ? when.last : when.last.slice(5);
  return { month: `${prefix}${month}月`, order: `${CALENDARS[when.calendar]} ${day}` };
}

/** The first deadline of an item. */
export function firstDue({ deadlines }: Indicator): Due {
  const [first = NONE] = deadlines.map(dueOf).sort(byDue);
  return first;
}

export function byDue(a: Due, b: Due): number {
  return a.order < b.order ? -1 : a.order > b.order ? 1 : 0;
}
