import { daysBetween } from '../../domain/next-due';
import { type HoverContext, phrase } from './context';
import { hoverPhrases } from './phrases';

/** 2022年5月30日, for the gap of a sentence. @param iso 2022-05-30 */
export function dayText(context: HoverContext, iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-').map(Number);
  return phrase(context, hoverPhrases.day, { year, month, day });
}

/** 还有90天, 今天到期, 已过3天, seen from today. */
export function leftText(context: HoverContext, iso: string): string {
  const days = daysBetween(context.workspace.today, iso);
  if (days === 0) return phrase(context, hoverPhrases.dueToday);
  return phrase(context, days > 0 ? hoverPhrases.daysLeft : hoverPhrases.daysGone, { days: Math.abs(days) });
}
