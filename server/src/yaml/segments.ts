import { lastUpTo } from '../text/bisect';
import type { Change } from '../text/change';
import type { Fault } from './faults';
import type { Node, Origin } from './nodes';

/** One entry of a long list, read by itself: from the start of its first line to the end of its last one. */
export interface Segment {
  readonly origin: Origin;
  readonly length: number;
  readonly nodes: readonly Node[];
  /** Spans relative to the segment's start. */
  readonly faults: readonly Fault[];
  /** Beside its text, what it was read by: repairs and suspicions of the scanner. Empty for most. */
  readonly signature: string;
  /** Only for an entry of the regular style. */
  readonly regular?: {
    /** Where the list's dashes stand. */
    readonly column: number;
    /** The key of the list. */
    readonly under: string;
    /** Keys in it that have lists of mappings. */
    readonly lists: readonly string[];
  };
}

/** The segment of the earlier version that now starts at an offset, if the change does not touch it. */
export type Earlier = (offset: number) => Segment | undefined;

/** Looks up the segments of an earlier version, which are in the order of its text, by where they stand now. */
export function earlierSegments(segments: readonly Segment[], { start, end, newEnd }: Change): Earlier {
  // Segments are moved while they are taken over; these are the places where they stood.
  const starts = segments.map(({ origin }) => origin.offset);
  return (offset) => {
    if (offset >= start && offset < newEnd) return undefined;
    const before = offset < start ? offset : offset - newEnd + end;
    const index = lastUpTo(starts.length, (i) => (starts[i] ?? 0) <= before);
    const segment = segments[index];
    if (!segment || starts[index] !== before) return undefined;
    return before + segment.length <= start || before >= end ? segment : undefined;
  };
}
