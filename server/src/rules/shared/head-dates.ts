import { type DateFormFault, type PlainDate, parseDate } from '../../domain/date';
import type { DeadlineFault } from '../../domain/deadline';
import type { IndicatorFile, Text } from '../../model/types';

/** A date in the head of a file. */
export interface HeadDate {
  readonly name: '印发日期' | '起' | '止';
  readonly text: Text;
  readonly reading: PlainDate | DateFormFault | DeadlineFault;
}

/** 印发日期 and the two ends of 创建周期, where the file has them. What is no text at all is the schema's business. */
export function headDatesOf(file: IndicatorFile): HeadDate[] {
  const dates = [
    { name: '印发日期', text: file.issued },
    { name: '起', text: file.period?.from },
    { name: '止', text: file.period?.to },
  ] as const;
  return dates.flatMap(({ name, text }) =>
    text && typeof text.node.value === 'string' && text.value !== ''
      ? [{ name, text, reading: parseDate(text.value) }]
      : [],
  );
}
