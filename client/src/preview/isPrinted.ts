import { SEVERITY_ORDER } from '../../../server/src/protocol/preview';
import { type Guard, isCount, isFlag, isListOf, isOneOf, isRecord, isText } from './guards';

const range = isRecord({ line: isCount, lines: isCount });
const finding = isRecord({
  severity: isOneOf(...SEVERITY_ORDER),
  rule: isText,
  message: isText,
  line: isCount,
  character: isCount,
});
const run = isRecord({ text: isText }, { strong: isFlag, finding: isCount });
const content = { paragraphs: isListOf(isListOf(run)) };
const line = isRecord(
  { ...content, style: isOneOf('annex', 'title', 'issue', 'unit', 'heading', 'text') },
  { findings: isListOf(finding), place: range },
);
const cell = isRecord(
  { ...content, column: isCount },
  { columnSpan: isCount, rowSpan: isCount, findings: isListOf(finding), line: isCount, outside: isListOf(range) },
);
const row = isRecord(
  { kind: isOneOf('item', 'extra', 'empty', 'damaged', 'total'), cells: isListOf(cell) },
  { place: range },
);
const table = isRecord({
  kind: isOneOf('items', 'phases', 'methods'),
  columns: isListOf(isRecord({ kind: isText, title: isText })),
  rows: isListOf(row),
});
const unit = isRecord({ name: isText, lead: isCount, responsible: isCount, support: isCount });

/** True for data of the form {@link Printed}. */
export const isPrinted: Guard = isRecord(
  {
    head: isListOf(line),
    tables: isListOf(table),
    notes: isListOf(line),
    units: isListOf(unit),
    counts: isRecord(Object.fromEntries(SEVERITY_ORDER.map((severity) => [severity, isCount]))),
    elsewhere: isListOf(finding),
  },
  { unit: isText },
);
