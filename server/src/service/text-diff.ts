import { diffArrays } from 'diff';
import type { TextEdit } from '../text/span';
import { unchangedEnds } from '../text/unchanged-ends';

/**
 * Lines put in and taken out up to which the shortest way from one text to another is looked for. The search takes time by
 * the square of it: with a fix in each of 10,000 lines, half a minute.
 */
export const MAX_LINE_CHANGES = 2_000;

/** Lines with their line breaks that stay, or are put in, or taken out. */
export interface LineChange {
  readonly value: readonly string[];
  readonly added: boolean;
  readonly removed: boolean;
}

/** Line-wise edits that lead from one text to another, so that an editor keeps cursors and folds elsewhere. */
export function lineEdits(before: string, after: string): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  for (const { value, added, removed } of lineChanges(before, after)) {
    const chunk = value.join('');
    if (!added && !removed) {
      at += chunk.length;
      continue;
    }
    const last = edits.at(-1);
    // A removal and an addition side by side are one replacement.
    const joins = last !== undefined && last.span.end === at;
    const span = { start: joins ? last.span.start : at, end: removed ? at + chunk.length : at };
    const newText = (joins ? last.newText : '') + (added ? chunk : '');
    if (joins) edits.pop();
    edits.push({ span, newText });
    if (removed) at += chunk.length;
  }
  return edits;
}

/** All lines of both texts. Beyond {@link MAX_LINE_CHANGES} the changes are not the fewest, but found in linear time. */
export function lineChanges(before: string, after: string): readonly LineChange[] {
  const [old, now] = [toLines(before), toLines(after)];
  return diffArrays(old, now, { maxEditLength: MAX_LINE_CHANGES }) ?? roughChanges(old, now);
}

function roughChanges(old: readonly string[], now: readonly string[]): LineChange[] {
  const { head, tail } = unchangedEnds(old, now, Object.is);
  const ends = [old.length - tail, now.length - tail] as const;
  const changes: LineChange[] = [];
  const add = (value: readonly string[], what?: 'added' | 'removed') => {
    if (value.length > 0) changes.push({ value, added: what === 'added', removed: what === 'removed' });
  };
  const replace = (from: number, to: number, end = to) => {
    add(old.slice(from, to), 'removed');
    add(now.slice(from, end), 'added');
  };
  add(old.slice(0, head));
  if (old.length !== now.length) replace(head, ...ends);
  else {
    // Most fixes stay within their lines.
    for (let from = head; from < ends[0]; ) {
      const isSame = old[from] === now[from];
      let to = from + 1;
      while (to < ends[0] && (old[to] === now[to]) === isSame) to++;
      if (isSame) add(old.slice(from, to));
      else replace(from, to);
      from = to;
    }
  }
  add(old.slice(ends[0]));
  return changes;
}

function toLines(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}
