import { lastUpTo } from './bisect';
import { type Change, changeBetween } from './change';
import type { Span } from './span';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Zero-based line and UTF-16 column, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Two positions; `end` is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** What an index is made from: the lines of an earlier version, and what has changed since. */
interface Earlier {
  readonly starts: Uint32Array;
  readonly change: Change;
}

/**
 * Offsets ↔ positions of one text. Lines end at LF, CRLF or a lone CR, as the Language Server Protocol demands. They are
 * looked for when a line is first asked for.
 */
export class LineIndex {
  private found: Uint32Array | undefined;
  private earlier: Earlier | undefined;

  /**
   * @param previous the lines of an earlier version of the text, of which those outside the change are taken over
   * @param change what led from the earlier version to this one, if that is known
   */
  constructor(
    readonly text: string,
    previous?: LineIndex,
    change?: Change,
  ) {
    if (previous?.found)
      this.earlier = { starts: previous.found, change: change ?? changeBetween(previous.text, text) };
  }

  get lineCount(): number {
    return this.starts().length;
  }

  /** The zero-based line that holds `offset`; offsets outside the text are clamped. */
  lineAt(offset: number): number {
    const starts = this.starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(clamped);
    return { line, character: clamped - this.startOf(line) };
  }

  /** Positions outside the text or the line are clamped. */
  offsetAt(position: Position): number {
    const { line, character } = position;
    if (line < 0) return 0;
    if (line >= this.lineCount) return this.text.length;
    return Math.min(this.startOf(line) + Math.max(0, character), this.lineSpan(line).end);
  }

  range(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }

  span(range: Range): Span {
    return { start: this.offsetAt(range.start), end: this.offsetAt(range.end) };
  }

  /** The line without its line break. */
  lineSpan(line: number): Span {
    const start = this.startOf(line);
    let end = this.startOf(line + 1);
    while (end > start && (this.text.charCodeAt(end - 1) === 10 || this.text.charCodeAt(end - 1) === 13)) end--;
    return { start, end };
  }

  private startOf(line: number): number {
    return this.starts()[line] ?? this.text.length;
  }

  /** Where each line starts, the first one at 0. */
  private starts(): Uint32Array {
    this.found ??= this.earlier ? startsAfter(this.earlier, this.text) : allStarts(this.text);
    this.earlier = undefined;
    return this.found;
  }
}

function allStarts(text: string): Uint32Array {
  if (text.includes('\r')) return Uint32Array.from([0].concat(startsIn(text, 0, text.length)));
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return Uint32Array.from(starts);
}

/** Starts of the lines behind the line breaks that stand from `from` to `to`. */
function startsIn(text: string, from: number, to: number): number[] {
  const starts: number[] = [];
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) starts.push(at + 1);
  }
  return starts;
}

/** Lines that start before the change, those that start in it, and those behind it, which have moved. */
function startsAfter({ starts, change: { start, end, newEnd } }: Earlier, text: string): Uint32Array {
  // A CR ends its line only where no LF follows it, so what starts right at the change must be looked at again.
  const before = starts.subarray(0, Math.max(1, countUpTo(starts, start - 1)));
  const inside = startsIn(text, Math.max(0, start - 1), newEnd);
  const behind = starts.subarray(Math.max(1, countUpTo(starts, end)));
  const all = new Uint32Array(before.length + inside.length + behind.length);
  all.set(before);
  all.set(inside, before.length);
  const by = newEnd - end;
  const first = before.length + inside.length;
  for (let i = 0; i < behind.length; i++) all[first + i] = (behind[i] ?? 0) + by;
  return all;
}

/** How many of the starts are not above a limit. */
function countUpTo(starts: Uint32Array, limit: number): number {
  return lastUpTo(starts.length, (i) => (starts[i] ?? 0) <= limit) + 1;
}
