import type { Span } from '../text/span';
import { edit, endOfLine, nextLine, stepOver } from './characters';
import { type Choice, chooseReading, lineContext, type View } from './choose';
import { type Fault, Findings, type MutableFault } from './faults';
import type { Level } from './levels';
import { MAX_DEPTH, readLine } from './lexer';
import { endsHere, findConflict, isDocumentMarker } from './markers';
import { OpenLevels } from './open-levels';
import type { Run } from './runs';
import { scanValue } from './scan-value';
import { isOpen, joinedAt } from './values';
import type { Vocabulary } from './vocabulary';

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
  readonly levels: readonly Level[];
  readonly entryKeys: ReadonlySet<string>;
  stop: number;
  private readonly findings = new Findings();
  private readonly open: OpenLevels;
  /** The fault of a stray text that ends at `next`; further lines of it join. */
  private stray: { readonly fault: MutableFault; next: number } | undefined;
  private conflictsEnd = true;

  constructor(
    readonly text: string,
    readonly vocabulary: Vocabulary,
  ) {
    this.stop = text.length;
    this.open = new OpenLevels(text, vocabulary, this.findings);
    this.levels = this.open.levels;
    this.entryKeys = this.open.entryKeys;
  }

  run(): Scan {
    let at = this.text.startsWith('\ufeff') ? 1 : 0;
    while (at < this.stop) at = this.line(at);
    this.open.close(0, this.stop);
    const { faults, suspects } = this.findings;
    return { faults, suspects, runs: this.open.runs.found, stop: this.stop };
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
    if (choice) this.open.contentEnd = this.content(choice, start, next);
    else {
      this.strayText({ start: own, end }, next);
      this.open.contentEnd = next;
    }
    return this.open.contentEnd;
  }

  /** Puts the line in its place, steps over its value and returns where the next line starts. */
  private content(choice: Choice, start: number, next: number): number {
    const { text, vocabulary, stop } = this;
    const { key, dashes, value } = choice.reading.shape;
    const level = key || dashes.length > 0 ? this.open.commit(choice, start) : this.levels.at(-1);
    if (this.levels.length > MAX_DEPTH) this.tooDeep(start);
    this.open.lastValue = value;
    if (level) {
      const joined = joinedAt(text, value, vocabulary);
      level.waiting = isOpen(text, value) || (joined !== undefined && joined < value.start);
    }
    const hasKey = (line: Span) => vocabulary.keys.has(readLine(text, line, lineContext(this)).key?.name ?? '');
    const listKey = key?.name ?? level?.under;
    const column = level?.column ?? -1;
    const found = scanValue({ text, vocabulary, stop, listKey, column, hasKey }, value, next);
    this.findings.report(found.faults, true);
    this.findings.report(found.suspects, false);
    if (found.tooDeep) this.tooDeep(value.start);
    if (found.joined) this.open.split(found.next);
    return found.next;
  }

  /** A line among the entries of a mapping that is no entry: a key that is still being typed, or lines of a text. */
  private strayText({ start, end }: Span, next: number): void {
    const repair = [edit(start, end, '')];
    if (this.stray?.next === this.open.contentEnd) this.stray.fault.repair.push(...repair);
    else {
      const shown = this.text.slice(start, Math.min(end, start + 40)).trimEnd();
      const span = { start, end: start + shown.length };
      const fault: MutableFault = { kind: 'missing-colon', span, data: { text: shown }, repair, fixable: false };
      this.findings.suspects.push(fault);
      this.stray = { fault, next };
    }
    this.stray.next = next;
  }

  /** Lines that are no content: document markers, directives and the traces of a merge conflict. */
  private marker(line: Span, next: number): number | undefined {
    const { start } = line;
    const empty = this.open.contentEnd === 0;
    if (isDocumentMarker(this.text, start, empty)) {
      if (empty) return next;
      if (endsHere(this.text, next)) this.stop = start;
      else this.refuse('several-documents', { start, end: start + 3 }, start);
      return this.stop;
    }
    const conflict = findConflict(this.text, line, next, this.conflictsEnd);
    if (!conflict) return undefined;
    this.findings.faults.push(conflict.fault);
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
    this.findings.faults.push({ kind, span: short, data: { limit: MAX_DEPTH }, fixable: false });
    this.stop = stop;
  }
}
