import type { Cell, Content, Line, LineRange, Paragraph, PlacedFinding, Row, Run, Table } from '../../protocol/preview';
import { type Finding, SEVERITIES } from '../../rules/finding';
import { lastUpTo } from '../../text/bisect';
import type { LineIndex } from '../../text/lines';
import { overlaps, type Span } from '../../text/span';
import { sourceSpan } from '../../yaml/scalar-source';
import type { Renderer } from '../messages';
import type { Draft, DraftCell, DraftLine, DraftRow, DraftTable, Piece } from './draft';
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
    return {
      paragraphs: draft.paragraphs.map((pieces) => paragraph(pieces, found)),
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

/** @param found worst first */
function paragraph(pieces: readonly Piece[], found: readonly Finding[]): Paragraph {
  return pieces.flatMap((piece) => runsOf(piece, found));
}

interface Mark extends Span {
  /** Index of the finding. */
  readonly finding: number;
}

/** Cuts a piece where findings begin and end; of several at one place the worst is shown. */
function runsOf(piece: Piece, found: readonly Finding[]): Run[] {
  const { text, strong } = piece;
  const look = strong ? { strong } : {};
  const marks = found.flatMap(({ span }, finding): Mark[] => {
    const within = placeWithin(piece, span);
    return within ? [{ ...within, finding }] : [];
  });
  if (marks.length === 0) return [{ text, ...look }];
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const mark = marks.find((one) => one.start <= start && start < one.end);
    return { text: text.slice(start, cuts[index + 1]), ...look, ...(mark && { finding: mark.finding }) };
  });
}

/** The characters of a piece that a span of the file covers; undefined where it covers none. */
function placeWithin({ text, node, from }: Piece, span: Span): Span | undefined {
  if (!node || !overlaps(node.place, span)) return undefined;
  if (from === undefined) return { start: 0, end: text.length };
  const start = Math.max(0, valueOffset(span.start) - from);
  const end = Math.min(text.length, valueOffset(span.end) - from);
  return start < end ? { start, end } : undefined;

  /** The first character of the value that ends behind an offset of the file. */
  function valueOffset(offset: number): number {
    if (!node) return 0;
    const { length } = String(node.value ?? '');
    return lastUpTo(length, (index) => sourceSpan(node, index, index + 1).end <= offset) + 1;
  }
}
