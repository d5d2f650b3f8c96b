import type { Span } from '../text/span';
import { edit, endOfLine, nextLine, stepOver } from './characters';
import { type Choice, chooseReading, columnAfter, isListKey, lineContext, type View } from './choose';
import type { Fault, MutableFault } from './faults';
import { indentFault, isMove } from './indentation';
import { type Level, openLevel } from './levels';
import { MAX_DEPTH, readLine } from './lexer';
import { endsHere, findConflict, isDocumentMarker } from './markers';
import { scanValue } from './scan-value';
import { isOpen, joinedAt, joinedFault } from './values';
import type { Vocabulary } from './vocabulary';

/** The entries of one long block list; each span runs from the start of its first line to the end of its last one. */
export interface Run {
  /** Where its dashes stand, as meant. */
  readonly column: number;
  /** The key of the list. */
  readonly under: string;
  readonly items: { readonly start: number; end: number }[];
}

export interface Scan {
  /** Slips that the parser may well accept, but not as they were meant. */
  readonly faults: Fault[];
  /** Explanations with repairs for what the parser may reject. */
  readonly suspects: Fault[];
  readonly runs: Run[];
  /** The text from here on is not to be read (nesting too deep, a second document). */
  readonly stop: number;
}

/** Reads the text line by line: what was mistyped, how lines were meant to be indented, where long lists can be cut. */
export function scan(text: string, vocabulary: Vocabulary): Scan {
  return new Scanner(text, vocabulary).run();
}

class Scanner implements View {
  readonly levels: Level[] = [];
  readonly entryKeys = new Set<string>();
  stop: number;
  private readonly faults: Fault[] = [];
  private readonly suspects: Fault[] = [];
  private readonly runs: Run[] = [];
  /** Runs of the open levels. */
  private readonly openRuns = new Map<Level, Run>();
  /** Which key's list had its dashes in a column, to name the key of a list that lost its own. */
  private readonly listKeys = new Map<number, string>();
  /** Value of the entry before this line, if it was written on one line. */
  private lastValue: Span | undefined;
  /** The last line that was joined to the one before it. */
  private joined: { readonly at: number; readonly fault: MutableFault } | undefined;
  /** The fault of a stray text that ends at `next`; further lines of it join. */
  private stray: { readonly fault: MutableFault; next: number } | undefined;
  /** Behind the last line that was not blank and no comment. */
  private contentEnd = 0;
  private conflictsEnd = true;
  private readonly lineBreak: string;

  constructor(
    readonly text: string,
    readonly vocabulary: Vocabulary,
  ) {
    this.stop = text.length;
    this.lineBreak = text[endOfLine(text, 0)] === '\r' ? '\r\n' : '\n';
  }

  run(): Scan {
    let at = this.text.startsWith('\ufeff') ? 1 : 0;
    while (at < this.stop) at = this.line(at);
    this.close(0, this.stop);
    return { faults: this.faults, suspects: this.suspects, runs: this.runs, stop: this.stop };
  }

  /** Handles the line (and the scalar that it opens) and returns where the next one starts. */
  private line(start: number): number {
    const end = endOfLine(this.text, start);
    const next = nextLine(this.text, end);
    const marker = this.marker({ start, end }, next);
    if (marker !== undefined) return marker;
    const own = stepOver(this.text, start, end);
    if (own >= end || this.text[own] === '#') return next;
    const choice = chooseReading(this, { start, end }, next);
    if (choice) this.contentEnd = this.content(choice, start, next);
    else {
      this.strayText({ start: own, end }, next);
      this.contentEnd = next;
    }
    return this.contentEnd;
  }

  /** Puts the line in its place, steps over its value and returns where the next line starts. */
  private content(choice: Choice, start: number, next: number): number {
    const { text, vocabulary, stop } = this;
    const { key, dashes, value } = choice.reading.shape;
    const level = key || dashes.length > 0 ? this.commit(choice, start) : this.levels.at(-1);
    this.lastValue = value;
    if (level) {
      const joined = joinedAt(text, value, vocabulary);
      level.waiting = isOpen(text, value) || (joined !== undefined && joined < value.start);
    }
    const hasKey = (line: Span) => vocabulary.keys.has(readLine(text, line, lineContext(this)).key?.name ?? '');
    const listKey = key?.name ?? level?.under;
    const column = level?.column ?? -1;
    const found = scanValue({ text, vocabulary, stop, listKey, column, hasKey }, value, next);
    this.report(found.faults, true);
    this.report(found.suspects, false);
    if (found.tooDeep) this.tooDeep(value.start);
    if (found.joined) this.split(found.next);
    return found.next;
  }

  /** A line among the entries of a mapping that is no entry: a key that is still being typed, or lines of a text. */
  private strayText({ start, end }: Span, next: number): void {
    const repair = [edit(start, end, '')];
    if (this.stray?.next === this.contentEnd) this.stray.fault.repair.push(...repair);
    else {
      const shown = this.text.slice(start, Math.min(end, start + 40)).trimEnd();
      const span = { start, end: start + shown.length };
      const fault: MutableFault = { kind: 'missing-colon', span, data: { text: shown }, repair, fixable: false };
      this.suspects.push(fault);
      this.stray = { fault, next };
    }
    this.stray.next = next;
  }

  /** Puts a line in its place and returns the innermost level that it belongs to. */
  private commit(choice: Choice, lineStart: number): Level {
    const { reading, placement, indent } = choice;
    const { shape } = reading;
    const { depth, column, how } = placement;
    const parent = this.levels.at(-1);
    const inner = Math.max(this.levels[depth + 1]?.column ?? column + 2, column + 2);
    this.close(depth + 1, lineStart);
    const dash = shape.dashes.length > 0 || how === 'lost-dash';
    const under = how === 'orphan' ? this.lostKey(column) : parent?.keys.at(-1);
    let level = this.levels[depth] ?? this.push(dash ? 'sequence' : 'mapping', column, indent, under);
    // Lists are cut at their dashes, so the parser never sees a dash out of line.
    const cut = dash && level.under !== undefined && this.vocabulary.segmentLists.has(level.under);
    this.report(shape.faults, cut || reading.cost === 0);
    if (how === 'orphan') this.orphan(level, parent, lineStart);
    const move = this.indentation(choice, level, inner, cut);
    if (move && column !== indent) {
      level.typed = indent;
      level.move = move;
    }
    if (dash) this.startItem(level, lineStart);
    if (how === 'lost-dash') level = this.push('mapping', inner, indent, undefined, move);
    level = this.openDashes(choice, level, move);
    if (this.levels.length > MAX_DEPTH) this.tooDeep(lineStart);
    if (shape.key) level.keys.push(shape.key.name);
    return level;
  }

  /** Reports what is wrong with a line's indentation; gives the fault that lines below may join. */
  private indentation(choice: Choice, level: Level, inner: number, cut: boolean): MutableFault | undefined {
    const { reading, placement, indent } = choice;
    const fault = indentFault(this.text, reading, placement, indent, inner, level);
    if (!fault) return undefined;
    if (isMove(fault)) {
      const joined = this.joined?.at === reading.shape.lead.start ? this.joined.fault : undefined;
      const earlier = joined ?? (level.typed === indent ? level.move : undefined);
      if (earlier) {
        earlier.repair.push(...fault.repair);
        return earlier;
      }
    }
    this.report([fault], cut || fault.kind === 'tab' || fault.kind === 'odd-blank');
    return fault;
  }

  /** Opens the collections that begin behind the dashes of a line. */
  private openDashes(choice: Choice, first: Level, move: MutableFault | undefined): Level {
    const { reading, placement, indent, below } = choice;
    const { dashes, key } = reading.shape;
    const shift = placement.column - indent;
    let level = first;
    let inside = placement.column;
    for (const [i, at] of dashes.entries()) {
      inside = columnAfter(reading.shape, at, inside);
      level.waiting = true;
      const nested = i + 1 < dashes.length;
      // A key below, in line with what follows the dash, says that this line has a key too, though unreadable.
      const entry = key ?? (below?.known && below.inset === 0 && below.indent === inside - shift);
      if (!nested && !entry) break;
      if (!nested && level.under !== undefined) this.entryKeys.add(level.under);
      level = this.push(nested ? 'sequence' : 'mapping', inside, inside - shift, undefined, move);
    }
    return level;
  }

  private push(
    kind: Level['kind'],
    column: number,
    typed: number,
    under: string | undefined,
    move?: MutableFault,
  ): Level {
    const level = openLevel(kind, column, typed, under);
    level.move = move;
    this.levels.push(level);
    if (kind === 'sequence' && under !== undefined) this.listKeys.set(column, under);
    return level;
  }

  private startItem(level: Level, lineStart: number): void {
    if (level.under === undefined || !this.vocabulary.segmentLists.has(level.under)) return;
    let run = this.openRuns.get(level);
    if (!run) {
      run = { column: level.column, under: level.under, items: [] };
      this.openRuns.set(level, run);
      this.runs.push(run);
    }
    this.endItem(run, lineStart);
    run.items.push({ start: lineStart, end: lineStart });
  }

  /** Comments behind an entry are no part of it. */
  private endItem(run: Run, at: number): void {
    const last = run.items.at(-1);
    if (last) last.end = Math.max(last.end, Math.min(at, this.contentEnd));
  }

  /** Closes all levels from `depth` on. */
  private close(depth: number, at: number): void {
    while (this.levels.length > depth) {
      const level = this.levels.pop();
      const run = level && this.openRuns.get(level);
      if (!level || !run) continue;
      this.endItem(run, at);
      this.openRuns.delete(level);
    }
  }

  private report(faults: readonly Fault[], certain: boolean): void {
    const list = certain ? this.faults : this.suspects;
    for (const fault of faults) list.push(fault);
  }

  /** The key whose list this was: the one just before, or the one whose dashes stood in this column. */
  private lostKey(column: number): string | undefined {
    const last = this.levels.at(-1)?.keys.at(-1);
    if (isListKey(this, last)) return last;
    return this.listKeys.get(column) ?? [...this.vocabulary.segmentLists][0];
  }

  /** Entries whose list lost its key: either the key before has a value that hides them, or the key is missing. */
  private orphan(level: Level, parent: Level | undefined, lineStart: number): void {
    const value = this.lastValue;
    if (parent?.keys.at(-1) === level.under && value) {
      const repair = [edit(value.start, value.end, '')];
      this.suspects.push({ kind: 'unreadable', span: value, repair, fixable: true });
      return;
    }
    const end = endOfLine(this.text, Math.max(0, this.text.lastIndexOf('\n', lineStart - 2) + 1));
    const indent = ' '.repeat(parent?.kind === 'mapping' ? parent.column : 0);
    const repair = [edit(end, end, `${this.lineBreak}${indent}${level.under ?? ''}:`)];
    // Told at the end of the line before: there the key is missing.
    this.suspects.push({ kind: 'unreadable', span: { start: Math.max(0, end - 1), end }, repair, fixable: false });
    parent?.keys.push(level.under ?? '');
  }

  /** A line that was joined to the one before it starts at `at`. */
  private split(at: number): void {
    const end = endOfLine(this.text, at);
    const fault = joinedFault(this.text, at, end, this.lineBreak);
    this.joined = { at, fault };
    this.report([fault], this.text[stepOver(this.text, at, end)] === '-');
  }

  /** Lines that are no content: document markers, directives and the traces of a merge conflict. */
  private marker(line: Span, next: number): number | undefined {
    const { start } = line;
    const empty = this.contentEnd === 0;
    if (isDocumentMarker(this.text, start, empty)) {
      if (empty) return next;
      if (endsHere(this.text, next)) this.stop = start;
      else this.refuse('several-documents', { start, end: start + 3 }, start);
      return this.stop;
    }
    const conflict = findConflict(this.text, line, next, this.conflictsEnd);
    if (!conflict) return undefined;
    this.faults.push(conflict.fault);
    this.conflictsEnd = conflict.closed;
    let at = conflict.ours.start;
    while (at < conflict.ours.end) at = this.line(at);
    return Math.max(at, conflict.end);
  }

  private tooDeep(at: number): void {
    const start = this.text.lastIndexOf('\n', at) + 1;
    if (this.stop > start) this.refuse('too-deep', { start, end: endOfLine(this.text, start) }, start);
  }

  private refuse(kind: 'too-deep' | 'several-documents', span: Span, stop: number): void {
    const short = { start: span.start, end: Math.min(span.end, span.start + 80) };
    this.faults.push({ kind, span: short, data: { limit: MAX_DEPTH }, fixable: false });
    this.stop = stop;
  }
}
