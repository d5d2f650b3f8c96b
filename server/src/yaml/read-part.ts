import { applyEdits, OffsetMap, withoutOverlaps } from '../text/edits';
import type { Span, TextEdit } from '../text/span';
import { edit, endOfLine } from './characters';
import { type Composed, compose } from './compose';
import { firstError, translateError } from './errors';
import type { Fault } from './faults';
import { type Node, type Origin, Place } from './nodes';

/** A part of a text that is parsed by itself. */
export interface Part {
  readonly text: string;
  readonly span: Span;
  readonly origin: Origin;
  /** Repairs that are made before the parser sees it, sorted, without overlaps. */
  readonly edits: readonly TextEdit[];
  /** Explanations for what the parser may reject, in the order of the text. */
  readonly suspects: readonly Fault[];
  /** Nodes to stand for the one that starts at this offset of the text. */
  readonly nodesAt?: ReadonlyMap<number, readonly Node[]>;
  /** False where a part that stays unreadable is damaged as a whole; true where lines of it may be given up instead. */
  readonly giveUpLines: boolean;
}

export interface PartRead {
  readonly root: Node | null;
  readonly faults: readonly Fault[];
  /** True where the parser accepted the part as it was given. */
  readonly accepted: boolean;
}

interface Attempt {
  readonly composed: Composed;
  readonly edits: readonly TextEdit[];
  /** Place of the parser's first error; infinite if there is none. */
  readonly errorAt: number;
  readonly error: Fault | undefined;
  /** Length of the text that was parsed. */
  readonly length: number;
}

/** After so many rounds the rest of the repairs is made at once; a text with more lines to give up is no YAML at all. */
const MAX_ROUNDS = 8;
/** Characters to be parsed again for the sake of repairs, so that a large text full of faults is still read in good time. */
const ROUND_BUDGET = 400_000;

/** Parses a part; where the parser rejects it, as far as possible with the repairs that it needs and no others. */
export function readPart(part: Part): PartRead {
  let attempt = tryEdits(part, part.edits);
  if (!attempt.error) return { root: attempt.composed.root, faults: attempt.composed.faults, accepted: true };
  const rounds = Math.min(MAX_ROUNDS, Math.ceil(ROUND_BUDGET / (attempt.length + 1)));
  const faults: Fault[] = [];
  const open = [...part.suspects];
  while (attempt.error && open.length > 0) {
    const used: Fault[] = faults.length >= rounds ? open.splice(0) : open.splice(likely(part, open, attempt), 1);
    const next = tryEdits(part, withoutOverlaps([...attempt.edits, ...used.flatMap((fault) => fault.repair ?? [])]));
    for (const fault of used) faults.push(fault);
    attempt = next;
  }
  if (attempt.error && !part.giveUpLines) {
    return {
      root: damagedNode(part.text, part.span, part.origin),
      faults: [faults[0] ?? attempt.error],
      accepted: false,
    };
  }
  for (let lost = 0; attempt.error && lost < rounds; lost++) {
    const next = withoutLine(part, attempt);
    if (!next) break;
    faults.push(attempt.error);
    attempt = next;
  }
  if (attempt.error) faults.push(attempt.error);
  return { root: attempt.composed.root, faults: [...faults, ...attempt.composed.faults], accepted: false };
}

/** The suspect that most probably led to the first error: the last one up to its line, or else the first of all. */
function likely({ text }: Part, open: readonly Fault[], { errorAt }: Attempt): number {
  const lineEnd = endOfLine(text, errorAt);
  const first = open.findIndex((fault) => fault.kind === 'unclosed-quote' || fault.kind === 'unclosed-bracket');
  if (first >= 0 && (open[first]?.span.start ?? 0) <= lineEnd) return first;
  return Math.max(
    0,
    open.findLastIndex((fault) => fault.span.start <= lineEnd),
  );
}

/** Gives up the line of the first error, if that leads on. */
function withoutLine(part: Part, { edits, errorAt }: Attempt): Attempt | undefined {
  const start = Math.max(part.text.lastIndexOf('\n', errorAt - 1) + 1, part.span.start);
  const end = Math.min(endOfLine(part.text, errorAt), part.span.end);
  if (start >= end) return undefined;
  const overlaps = (one: TextEdit) => one.span.start <= end && one.span.end >= start;
  if (edits.some((one) => overlaps(one) && (one.span.start < start || one.span.end > end))) return undefined;
  const next = tryEdits(part, withoutOverlaps([...edits.filter((one) => !overlaps(one)), edit(start, end, '')]));
  return next.errorAt > errorAt ? next : undefined;
}

function tryEdits(part: Part, edits: readonly TextEdit[]): Attempt {
  const { text, span, origin, nodesAt } = part;
  const relative = edits.map((one) => edit(one.span.start - span.start, one.span.end - span.start, one.newText));
  const parsed = applyEdits(text.slice(span.start, span.end), relative);
  const map = relative.length > 0 ? new OffsetMap(relative) : undefined;
  const toOriginal = (offset: number) => (map ? map.before(offset) : offset) + span.start;
  const endToOriginal = (offset: number) => (map ? map.endBefore(offset) : offset) + span.start;
  const substitute = nodesAt && ((offset: number) => nodesAt.get(toOriginal(offset)));
  const composed = compose(parsed, { text, toOriginal, endToOriginal, origin, ...(substitute && { substitute }) });
  const first = firstError(composed.errors);
  const error = first && translateError(first, text, toOriginal);
  return {
    composed,
    edits,
    error,
    errorAt: first ? toOriginal(first.pos[0]) : Number.POSITIVE_INFINITY,
    length: parsed.length,
  };
}

/** A node for what could not be read, blanks around it left out. */
export function damagedNode(text: string, span: Span, origin: Origin): Node {
  const raw = text.slice(span.start, span.end);
  const start = raw.length - raw.trimStart().length;
  return { kind: 'damaged', place: new Place(origin, start, Math.max(start, raw.trimEnd().length)), raw };
}
