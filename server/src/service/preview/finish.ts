import type { Cell, Content, Line, LineRange, PlacedFinding, Row, Run, Table } from '../../protocol/preview';
import { type Finding, SEVERITIES } from '../../rules/finding';
import type { LineIndex } from '../../text/lines';
import type { Span } from '../../text/span';
import type { Renderer } from '../messages';
import type { Draft, DraftCell, DraftLine, DraftRow, DraftTable, Piece } from './draft';
import { type Mark, marksIn } from './marks';
import { type Placement, spansOf } from './place';

export interface Finisher {
  line(draft: DraftLine): Line;
  table(draft: DraftTable): Table;
  /** @param base the line that lines are counted from */
  finding(finding: Finding, base: number): PlacedFinding;
}

/** Turns drafts into data that can be sent: offsets become lines, findings become marks. */
export function finisher(lines: LineIndex, { byDraft }: Placement, render: Renderer): Finisher {
  function finding({ severity, rule, message, span }: Finding, base: number): PlacedFinding {
    const { line, character } = lines.positionAt(span.start);
    return { severity, rule, message: render(message), line: line - base, character };
  }

  function content(draft: Draft, base: number): Content {
    const found = byDraft.get(draft)?.toSorted((a, b) => weight(a) - weight(b) || a.span.start - b.span.start) ?? [];
    const marks = marksIn(draft.paragraphs.flat(), found);
    return {
      paragraphs: draft.paragraphs.map((pieces) => pieces.flatMap((piece) => runsOf(piece, marks.get(piece) ?? []))),
      ...(found.length > 0 && { findings: found.map((one) => finding(one, base)) }),
    };
  }

  function rangeOf({ start, end }: Span, base: number): LineRange {
    const first = lines.lineAt(start);
    return { line: first - base, lines: lines.lineAt(Math.max(start, end - 1)) - first + 1 };
  }

  function cell(draft: DraftCell, place: LineRange | undefined): Cell {
    const { column, columnSpan, rowSpan } = draft;
    const base = place?.line ?? 0;
    const ranges = spansOf(draft).map((span) => rangeOf(span, base));
    const outside = ranges.filter(({ line }) => !place || line < 0 || line >= place.lines);
    return {
      column,
      ...(columnSpan > 1 && { columnSpan }),
      ...(rowSpan > 1 && { rowSpan }),
      ...content(draft, base),
      ...(ranges[0] && { line: ranges[0].line }),
      ...(outside.length > 0 && { outside }),
    };
  }

  function row({ kind, span, cells }: DraftRow): Row {
    const place = span && rangeOf(span, 0);
    return { kind, ...(place && { place }), cells: cells.map((draft) => cell(draft, place)) };
  }

  return {
    finding,
    line(draft) {
      const spans = spansOf(draft);
      const [first, last] = [spans[0], spans.at(-1)];
      const place = first && last && rangeOf({ start: first.start, end: Math.max(first.end, last.end) }, 0);
      return { style: draft.style, ...content(draft, place?.line ?? 0), ...(place && { place }) };
    },
    table: ({ kind, columns, rows }) => ({ kind, columns, rows: rows.map(row) }),
  };
}

function weight({ severity }: Finding): number {
  return SEVERITIES.indexOf(severity);
}

/** Cuts a piece where findings begin and end; of several at one place the worst is shown. @param marks worst first */
function runsOf({ text, strong }: Piece, marks: readonly Mark[]): Run[] {
  const look = strong ? { strong } : {};
  if (marks.length === 0) return [{ text, ...look }];
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const coming = marks.toSorted((a, b) => b.start - a.start);
  let open: Mark[] = [];
  return cuts.slice(0, -1).map((start, index) => {
    open = open.filter(({ end }) => end > start);
    for (let next = coming.at(-1); next && next.start <= start; next = coming.at(-1)) open.push(...coming.splice(-1));
    const worst = open.reduce((least, { finding }) => Math.min(least, finding), Number.POSITIVE_INFINITY);
    return { text: text.slice(start, cuts[index + 1]), ...look, ...(open.length > 0 && { finding: worst }) };
  });
}
