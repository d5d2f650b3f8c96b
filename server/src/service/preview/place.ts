import type { Finding } from '../../rules/finding';
import { lastUpTo } from '../../text/bisect';
import type { Span } from '../../text/span';
import { sourceSpan } from '../../yaml/scalar-source';
import type { Draft, DraftDocument, DraftRow, DraftTable } from './draft';

export interface Placement {
  readonly byDraft: ReadonlyMap<Draft, readonly Finding[]>;
  /** Findings that stand at nothing of the document. */
  readonly rest: readonly Finding[];
}

/** A part of the file and what shows it; `parent` is the nearest part around it. */
interface Part extends Span {
  readonly draft: Draft;
  readonly row?: DraftRow;
  parent?: Part;
}

/** Finds out which cell or line shows the place of each finding. */
export function placeFindings(document: DraftDocument, findings: readonly Finding[]): Placement {
  const parts = partsOf(document);
  const byDraft = new Map<Draft, Finding[]>();
  const rest: Finding[] = [];
  for (const finding of findings) {
    const draft = draftAt(parts, finding.span);
    if (!draft) rest.push(finding);
    else if (byDraft.has(draft)) byDraft.get(draft)?.push(finding);
    else byDraft.set(draft, [finding]);
  }
  return { byDraft, rest };
}

/** The parts of the file that the document shows, in their order, each with the one around it. */
function partsOf({ head, tables, notes }: DraftDocument): Part[] {
  const parts: Part[] = [
    ...[...head, ...notes].flatMap((draft) => spansOf(draft).map(({ start, end }) => ({ start, end, draft }))),
    ...tables.flatMap((table) => table.rows.flatMap((row) => partsOfRow(row, table))),
  ];
  parts.sort((a, b) => a.start - b.start || b.end - a.end);
  const around: Part[] = [];
  for (const part of parts) {
    while (around.length > 0 && (around.at(-1)?.end ?? 0) < part.end) around.pop();
    const parent = around.at(-1);
    if (parent) part.parent = parent;
    around.push(part);
  }
  return parts;
}

function partsOfRow(row: DraftRow, { columns }: DraftTable): Part[] {
  const number = columns.findIndex(({ kind }) => kind === 'number');
  const home = row.cells.find(({ column }) => column === Math.max(0, number)) ?? row.cells[0];
  if (!home) return [];
  const { span } = row;
  const outside = row.cells.flatMap((draft) =>
    draft.spans.filter((one) => !span || !holds(span, one)).map(({ start, end }) => ({ start, end, draft })),
  );
  return span ? [{ start: span.start, end: span.end, draft: home, row }, ...outside] : outside;
}

/** The parts of the file that a draft stands for. */
export function spansOf({ spans, paragraphs }: Draft): readonly Span[] {
  if (spans.length > 0) return spans;
  return paragraphs.flat().flatMap(({ node, from, text }) => {
    if (!node) return [];
    return from === undefined ? [node.place] : [sourceSpan(node, from, from + text.length)];
  });
}

function draftAt(parts: readonly Part[], span: Span): Draft | undefined {
  let part = parts[lastUpTo(parts.length, (index) => (parts[index]?.start ?? 0) <= span.start)];
  // Where it begins decides: a finding may be longer than what shows it.
  while (part && part.end < span.start) part = part.parent;
  if (!part?.row) return part?.draft;
  return (
    part.row.cells.find(({ spans }) => spans.some((one) => one.start <= span.start && span.start <= one.end)) ??
    part.draft
  );
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
