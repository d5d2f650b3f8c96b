import { renderMessage } from '../../rules/finding';
import type { Row } from '../source/types';
import type { Remark } from './draft';
import type { Entry } from './entries';
import { serialNumber } from './looks';
import { importPhrases } from './phrases';

/** A row and everything that its words can have gone to. */
export interface Trace {
  readonly row: Row;
  readonly entries: readonly Entry[];
  readonly remarks: readonly Remark[];
}

const RUN = /[^\s\p{P}\p{S}]+/gu;
const TAG = /<\/?p>/g;

/** The cells with words that were given to nothing, so that none is dropped silently, whatever a table looks like. */
export function untaken(traces: readonly Trace[]): Remark[] {
  return traces.flatMap((trace) => {
    const taken = [...trace.entries.map(wordsOf), ...trace.remarks.map(({ message }) => renderMessage(message))].join(
      '\n',
    );
    return trace.row.cells.flatMap(({ text }): Remark[] => {
      const runs = new Set(text.replace(TAG, ' ').match(RUN));
      if ([...runs].every((run) => taken.includes(run))) return [];
      // ③, 03 and 第3项 are written as 3.
      const number = serialNumber(text);
      if (number !== null && trace.entries.some((entry) => entry.kind === 'item' && entry.number === number)) return [];
      return [{ kind: 'left-out', message: { template: importPhrases.leftCell, data: { text } }, at: trace.row.at }];
    });
  });
}

function wordsOf(entry: Entry): string {
  const marks = entry.marks.map(({ message }) => renderMessage(message));
  if (entry.kind === 'title') return [entry.title, ...marks].join('\n');
  const { number, name, text, units, deadline, evidence, score, reason, remark } = entry;
  return [
    number,
    name,
    text,
    units.lead,
    units.answer,
    units.cooperate,
    deadline,
    evidence,
    score,
    reason,
    remark,
    ...marks,
  ].join('\n');
}
