import type { ErrorObject } from 'ajv';
import { lastUpTo } from '../text/bisect';
import type { Span } from '../text/span';
import type { Fault } from '../yaml/faults';
import type { MappingNode } from '../yaml/nodes';
import { sliceByStart } from '../yaml/slices';
import { entriesOf, nearestKey, type Target } from './schema-target';

/** A half-typed line at the end of a mapping is not read as part of it, and stands a line break and an indentation on. */
const LINE_BREAK = 66;

/**
 * Tells the violations that only repeat what a fault of the text has said.
 * @param faults sorted by where they start
 */
export function echoes(faults: readonly Fault[]): (error: ErrorObject, target: Target) => boolean {
  if (faults.length === 0) return () => false;
  const longest = faults.reduce((most, { span }) => Math.max(most, span.end - span.start), 0);
  const startingIn = (start: number, end: number) => sliceByStart(faults, { start, end: end + 1 });
  /** A slip in the place, right before it or behind it: in a key, that is, or in its colon. */
  const isMistyped = ({ start, end }: Span) => startingIn(start - longest, end).some(({ span }) => span.end >= start);

  return ({ keyword, params }, { node, key }) => {
    if (keyword === 'additionalProperties') {
      if (node?.kind !== 'mapping') return false;
      const entries = entriesOf(node, String(params.additionalProperty));
      return entries.some((entry) => isMistyped(entry.key.place));
    }
    if (keyword === 'required' && node?.kind === 'mapping') {
      const missing = String(params.missingProperty);
      // The key is there but its value is damaged, or it may be the one on a line that was mistyped.
      if (entriesOf(node, missing)[0]?.value?.kind === 'damaged') return true;
      const mistyped = node.entries.filter((entry) => isMistyped(entry.key.place));
      if (mistyped.some((entry) => nearestKey(String(entry.key.value), [missing]))) return true;
    }
    if (key && startingIn(key.place.start, key.place.end).length > 0) return true;
    const place = node?.place ?? key?.place ?? { start: 0, end: 0 };
    const inside = startingIn(place.start, place.end + LINE_BREAK).filter(
      ({ kind, span }) => kind === 'missing-colon' || span.start <= place.end,
    );
    if (keyword !== 'required' || node?.kind !== 'mapping') return inside.length > 0;
    // Only a line that had to be given up hides a key, and only if it is not part of another key's value.
    return inside.some(
      ({ kind, fixable, span }) => !fixable && kind !== 'duplicate-key' && !standsInValue(node, span.start),
    );
  };
}

function standsInValue({ entries }: MappingNode, offset: number): boolean {
  const last = lastUpTo(entries.length, (index) => (entries[index]?.key.place.start ?? 0) <= offset);
  const place = entries[last]?.value?.place;
  return place !== undefined && place.start <= offset && offset < place.end;
}
