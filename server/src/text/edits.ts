import { lastUpTo } from './bisect';
import type { Span, TextEdit } from './span';

/** Sorted by place; of edits that overlap (or insert at the same place) only the first given survives. */
export function withoutOverlaps(edits: readonly TextEdit[]): TextEdit[] {
  const sorted = edits.map((edit, index) => ({ edit, index }));
  sorted.sort(
    (a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.index - b.index,
  );
  const kept: TextEdit[] = [];
  for (const { edit } of sorted) {
    const last = kept.at(-1);
    if (last && (edit.span.start < last.span.end || edit.span.start === last.span.start)) continue;
    kept.push(edit);
  }
  return kept;
}

/** The text after `edits`, which are sorted and do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, newText } of edits) {
    parts.push(text.slice(at, span.start), newText);
    at = span.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Leads offsets of the text after `edits` back to the text before them; inside new text, to the edited span. */
export class OffsetMap {
  /** Of each edit: where its new text starts and ends afterwards, and the span that it replaced. */
  private readonly steps: { from: number; to: number; span: Span }[] = [];

  constructor(edits: readonly TextEdit[]) {
    let shift = 0;
    for (const { span, newText } of edits) {
      const from = span.start + shift;
      this.steps.push({ from, to: from + newText.length, span });
      shift += newText.length - (span.end - span.start);
    }
  }

  /** Where what stands at `offset` of the edited text stood before; behind a deletion, what follows it. */
  before(offset: number): number {
    return this.lead(offset, (from) => from <= offset);
  }

  /** Where what ends at `offset` of the edited text ended before; in front of a deletion, what precedes it. */
  endBefore(offset: number): number {
    return this.lead(offset, (from) => from < offset);
  }

  /** @param isPast true for where the new text of the first edits starts: the last one of them counts for the offset */
  private lead(offset: number, isPast: (from: number) => boolean): number {
    const last = lastUpTo(this.steps.length, (index) => isPast(this.steps[index]?.from ?? Number.POSITIVE_INFINITY));
    const step = this.steps[last];
    if (!step) return offset;
    if (offset < step.to) return Math.min(step.span.start + (offset - step.from), step.span.end);
    return step.span.end + (offset - step.to);
  }
}

/** Edits that can be applied together. A group of edits gets in whole or not at all. */
export class EditSet {
  private readonly sorted: TextEdit[] = [];

  /** Edits in the order of the text. */
  get edits(): readonly TextEdit[] {
    return this.sorted;
  }

  /** True if the group got in; an edit that is in already, letter for letter, is no conflict. */
  add(group: readonly TextEdit[]): boolean {
    const added: TextEdit[] = [];
    for (const edit of group) {
      if (this.has(edit)) continue;
      if (this.conflicts(edit)) {
        for (const one of added) this.sorted.splice(this.sorted.indexOf(one, this.position(one.span.start)), 1);
        return false;
      }
      this.sorted.splice(this.position(edit.span.start), 0, edit);
      added.push(edit);
    }
    return true;
  }

  private has({ span, newText }: TextEdit): boolean {
    const same = this.sorted[this.position(span.start)];
    return same?.span.start === span.start && same.span.end === span.end && same.newText === newText;
  }

  private conflicts({ span }: TextEdit): boolean {
    const at = this.position(span.start);
    const before = this.sorted[at - 1];
    const after = this.sorted[at];
    return (
      (before !== undefined && before.span.end > span.start) ||
      (after !== undefined && after.span.start < Math.max(span.end, span.start + 1))
    );
  }

  /** Index of the first edit that starts at `start` or behind it. */
  private position(start: number): number {
    return lastUpTo(this.sorted.length, (index) => (this.sorted[index]?.span.start ?? 0) < start) + 1;
  }
}
