import { detached } from '../text/detached';
import { withoutOverlaps } from '../text/edits';
import type { Span, TextEdit } from '../text/span';
import { edit } from './characters';
import type { Fault } from './faults';
import type { Node, Origin } from './nodes';
import { damagedNode, type PartRead, readPart } from './read-part';
import { readRegularEntry } from './regular-reader';
import type { Run } from './runs';
import { type Scan, scan } from './scan';
import type { Earlier, Segment } from './segments';
import { sliceByStart } from './slices';
import type { Vocabulary } from './vocabulary';

/** Anchors and aliases reach across entries, so a text that may have them is read in one piece. */
const ANCHOR = /(?:^|[\s[{,:])[&*][^\s,[\]{}]/m;
/** YAML ends lines at a lone CR too, and so do editors; the parser knows LF and CRLF only. */
const LONE_CR = /\r(?!\n)/g;

export interface IrregularText {
  readonly root: Node | null;
  /** In the order of the text. */
  readonly faults: readonly Fault[];
  /** The entries of the long lists that were read by themselves, in the order of the text. */
  readonly segments: readonly Segment[];
}

/** A text with what the scanner found in it; edits and suspects are sorted. */
interface Scanned {
  readonly text: string;
  readonly edits: readonly TextEdit[];
  readonly suspects: readonly Fault[];
}

/**
 * Reads any text, by the scanner and `yaml`: what cannot be read becomes faults, and costs the entry that it stands in.
 * @param earlier entries that may be taken over from an earlier version
 */
export function readIrregular(text: string, vocabulary: Vocabulary, earlier?: Earlier): IrregularText {
  const normal = text.replace(LONE_CR, '\n');
  const found = scan(normal, vocabulary);
  const scanned = prepare(normal, found);
  const runs = ANCHOR.test(normal) ? [] : found.runs;
  const segments = runs.map((run) => run.items.map((span) => readSegment(scanned, run, span, vocabulary, earlier)));
  let whole = readSkeleton(scanned, runs, segments);
  let entries = segments.flat();
  if (whole.accepted && whole.doubtful && entries.length > 0) {
    // The parser takes lines for right that the scanner does not: then the scanner's cuts are not to be trusted either.
    whole = readSkeleton(scanned, [], []);
    entries = [];
  }
  const faults = [...found.faults, ...whole.faults];
  for (const { faults: own, origin } of entries) for (const fault of own) faults.push(moved(fault, origin.offset));
  faults.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  // Of lists within each other, the outer one was found first.
  entries.sort((a, b) => a.origin.offset - b.origin.offset);
  return { root: whole.root, faults, segments: entries };
}

function prepare(text: string, { faults, suspects, stop }: Scan): Scanned {
  const repairs = faults.flatMap((fault) => fault.repair ?? []);
  if (stop < text.length) repairs.push(edit(stop, text.length, ''));
  const kept = suspects.filter(({ span }) => span.start < stop).sort((a, b) => a.span.start - b.span.start);
  return { text, edits: withoutOverlaps(repairs), suspects: kept };
}

/** Reads one entry of a list, or takes it over from the earlier version. */
function readSegment(
  { text, edits, suspects }: Scanned,
  { column, under }: Run,
  span: Span,
  vocabulary: Vocabulary,
  earlier: Earlier | undefined,
): Segment {
  const own = sliceByStart(edits, span).filter((one) => one.span.end <= span.end);
  const suspected = sliceByStart(suspects, span);
  const signature =
    own.map((one) => `\0${one.span.start - span.start}-${one.span.end - span.start}${one.newText}`).join('') +
    suspected.map((one) => `\0${one.kind}${one.span.start - span.start}`).join('');
  const length = span.end - span.start;
  const kept = earlier?.(span.start);
  if (kept?.length === length && kept.signature === signature) {
    kept.origin.offset = span.start;
    return kept;
  }
  const origin: Origin = { offset: span.start };
  const segment = { origin, length, signature };
  const part = detached(text.slice(span.start, span.end));
  const entry = signature === '' ? readRegularEntry(part, vocabulary, origin, column, under) : undefined;
  if (entry) return { ...segment, nodes: [entry.node], faults: [], regular: { column, under, lists: entry.lists } };
  const { root, faults } = readPart({ text, span, origin, edits: own, suspects: suspected, giveUpLines: false });
  const nodes = root?.kind === 'sequence' ? root.items : root ? [damagedNode(text, span, origin)] : [];
  return { ...segment, nodes, faults: faults.map((fault) => moved(fault, -span.start)) };
}

/** Reads what is left when every run of entries is replaced by one dash, and puts the entries back in their places. */
function readSkeleton(
  { text, edits, suspects }: Scanned,
  runs: readonly Run[],
  segments: readonly (readonly Segment[])[],
): PartRead & { readonly doubtful: boolean } {
  const holes: TextEdit[] = [];
  const nodesAt = new Map<number, readonly Node[]>();
  for (const [i, run] of runs.entries()) {
    const [first, last] = [run.items[0], run.items.at(-1)];
    if (!first || !last) continue;
    const span = { start: first.start, end: last.end };
    const indent = ' '.repeat(run.column);
    holes.push({ span, newText: `${indent}- 0\n` });
    // Where the 0 comes from, as the offsets of an edit's new text are led back.
    const zero = Math.min(span.start + indent.length + 2, span.end);
    nodesAt.set(zero, segments[i]?.flatMap((segment) => segment.nodes) ?? []);
  }
  holes.sort((a, b) => a.span.start - b.span.start);
  const outside = outsideOf(suspects, holes);
  const read = readPart({
    text,
    span: { start: 0, end: text.length },
    origin: { offset: 0 },
    edits: withoutOverlaps([...holes, ...outsideOf(edits, holes)]),
    suspects: outside,
    nodesAt,
    giveUpLines: true,
  });
  return { ...read, doubtful: outside.length > 0 };
}

/** Those that do not start in one of the holes; both lists are sorted. */
function outsideOf<T extends { readonly span: Span }>(list: readonly T[], holes: readonly TextEdit[]): T[] {
  let hole = 0;
  return list.filter(({ span }) => {
    while ((holes[hole]?.span.end ?? Number.POSITIVE_INFINITY) <= span.start) hole++;
    return span.start < (holes[hole]?.span.start ?? Number.POSITIVE_INFINITY);
  });
}

function moved(fault: Fault, by: number): Fault {
  if (by === 0) return fault;
  const shift = (span: Span) => ({ start: span.start + by, end: span.end + by });
  return {
    ...fault,
    span: shift(fault.span),
    ...(fault.related && { related: shift(fault.related) }),
    ...(fault.repair && { repair: fault.repair.map((one) => ({ ...one, span: shift(one.span) })) }),
  };
}
