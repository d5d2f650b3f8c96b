import type { Span } from '../text/span';
import type { Fault, MutableFault } from './faults';
import { scanFlow, scanQuoted } from './flow';
import { type Level, nextCost, openLevel, type Placement, type Probe, placeLine } from './levels';
import {
  blankName,
  edit,
  endOfLine,
  type LineContext,
  type LineShape,
  MAX_DEPTH,
  nextLine,
  quoteEdit,
  readLine,
  stepOver,
} from './lexer';
import { endsHere, findConflict, isDocumentMarker } from './markers';
import { probeNext } from './probe';
import { type Reading, readings } from './readings';
import { isBlockHeader, isOpen, joinedAt, joinedFault, plainFault } from './values';
import type { Vocabulary } from './vocabulary';

/** The entries of one long block list; each span runs from the start of its first line to that of the next entry. */
export interface Run {
  /** Where its dashes stand, as meant. */
  readonly column: number;
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

/** A line as it was understood: how it is read, and where it belongs. */
interface Choice {
  readonly reading: Reading;
  readonly placement: Placement;
  readonly indent: number;
  readonly cost: number;
  readonly below?: Probe | undefined;
}

/** Cost of a reading that any other reading with one slip is better than. */
const LAST_RESORT = 0.92;
/** Cost of a line that is right although the next one is not: any slip explains more, any move less. */
const NEXT_IS_WRONG = 1.9;
/** A line without key or dash costs nearly as much as one slip, and more where it leaves the next line without a place. */
const STRAY_TEXT = 0.95;
const STRAY_TEXT_BEFORE_MISFIT = 3.95;

/** Reads the text line by line: what was mistyped, how lines were meant to be indented, where long lists can be cut. */
export function scan(text: string, vocabulary: Vocabulary): Scan {
  return new Scanner(text, vocabulary).run();
}

class Scanner {
  private readonly faults: Fault[] = [];
  private readonly suspects: Fault[] = [];
  private readonly runs: Run[] = [];
  private readonly levels: Level[] = [];
  /** Runs of the open levels. */
  private readonly openRuns = new Map<Level, Run>();
  /** Which key's list had its dashes in a column, to name the key of a list that lost its own. */
  private readonly listKeys = new Map<number, string>();
  /** Keys whose lists had entries that begin with a key. */
  private readonly entryKeys = new Set<string>();
  /** Value of the entry before this line, if it was written on one line. */
  private lastValue: Span | undefined;
  /** The last line that was joined to the one before it. */
  private joined: { readonly at: number; readonly fault: MutableFault } | undefined;
  /** The fault of a stray text that ends at `next`; further lines of it join. */
  private stray: { readonly fault: MutableFault; next: number } | undefined;
  /** Behind the last line that was not blank and no comment. */
  private contentEnd = 0;
  private conflictsEnd = true;
  private stop: number;

  constructor(
    private readonly text: string,
    private readonly vocabulary: Vocabulary,
  ) {
    this.stop = text.length;
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
    const choice = this.choose({ start, end }, next);
    if (!choice) {
      this.contentEnd = next;
      return next;
    }
    const { shape } = choice.reading;
    const isValue = !shape.key && shape.dashes.length === 0;
    const level = isValue ? this.levels.at(-1) : this.commit(choice, start);
    this.contentEnd = this.value(shape, level, end, next);
    return this.contentEnd;
  }

  /** The most probable reading of a line; undefined where it is a text that belongs nowhere. */
  private choose(line: Span, next: number): Choice | undefined {
    let best: Choice | undefined;
    let stray: LineShape | undefined;
    let dashIsRight = false;
    for (const reading of readings(this.text, line, this.context())) {
      const { shape } = reading;
      const below = this.below(shape, next);
      if (!shape.key && shape.dashes.length === 0) {
        if (reading.cost > 0) continue;
        const top = this.levels.at(-1);
        const asValue = { depth: this.levels.length, column: shape.indent, how: 'right', cost: 0 } as const;
        const isValue = top ? top.waiting && shape.indent > top.column : !below?.known;
        if (!isValue) stray = shape;
        else if (!top || this.nextFits(below, [...this.levels.slice(0, -1), { ...top, waiting: false }]))
          return { reading, placement: asValue, indent: shape.indent, cost: 0 };
        else best = { reading, placement: asValue, indent: shape.indent, cost: LAST_RESORT };
        continue;
      }
      for (const indent of reading.indents) {
        const placement = placeLine(this.levels, this.probe(reading, indent), below);
        // One slip explains a line; a line that needs another besides was meant otherwise.
        if (reading.cost > 0 && placement.how !== 'right') continue;
        // A dash is only a stray before an entry of a mapping that is open already.
        const strayDash = reading.stray && this.text[reading.stray.start] === '-';
        if (strayDash && (dashIsRight || placement.depth === this.levels.length)) continue;
        const cost = placement.cost + reading.cost + (this.isBareKey(reading) ? LAST_RESORT : 0);
        if (!best || cost < best.cost) best = { reading, placement, indent, cost, below };
      }
      if (best && best.cost === 0) return best;
      if (best && reading.cost === 0) {
        dashIsRight = best.placement.how === 'right' && best.placement.depth < this.levels.length;
        best = this.judgedByTheLineAfterNext(best);
      }
    }
    if (!stray) return best;
    const fits = this.nextFits(probeNext(this.text, next, this.stop, this.vocabulary));
    if (best && best.cost < (fits ? STRAY_TEXT : STRAY_TEXT_BEFORE_MISFIT)) return best;
    this.strayText(stray, next);
    return undefined;
  }

  /** Where a line stands right as it is and so does the line after the next one below it, only the next one is wrong. */
  private judgedByTheLineAfterNext(choice: Choice): Choice {
    const { reading, indent, below } = choice;
    if (!below) return choice;
    const line = this.probe(reading, indent);
    const exact = placeLine(this.levels, line, undefined);
    if (exact.cost > 0) return choice;
    const second = probeNext(this.text, below.after, this.stop, this.vocabulary);
    if (!second || nextCost(this.levels, line, exact, second) > 0) return choice;
    return { ...choice, placement: exact, cost: Math.min(choice.cost, NEXT_IS_WRONG) };
  }

  private context(): LineContext {
    const top = this.levels.at(-1);
    const list = this.levels.findLast((level) => level.kind === 'sequence')?.under;
    const inMapping = (indent: number) =>
      this.levels.some((level) => level.kind === 'mapping' && level.column === indent);
    return { vocabulary: this.vocabulary, listKey: (top?.waiting ? top.keys.at(-1) : undefined) ?? list, inMapping };
  }

  private probe({ shape, cost }: Reading, indent: number): Probe {
    const [dash] = shape.dashes;
    const inset = dash === undefined ? 0 : Math.max(1, this.columnAfter(shape, dash, 0, true));
    const key = shape.key?.name;
    const open = isOpen(this.text, shape.value) || joinedAt(this.text, shape.value, this.vocabulary) !== undefined;
    const known = key !== undefined && this.vocabulary.keys.has(key);
    const underList = this.isListKey(this.levels.at(-1)?.keys.at(-1));
    return { indent, inset, key, known, whole: cost === 0, underList, open, after: 0 };
  }

  /** The line below, unless this line's value may go on there. */
  private below({ value }: LineShape, next: number): Probe | undefined {
    const joined = joinedAt(this.text, value, this.vocabulary);
    if (joined !== undefined) return probeNext(this.text, joined, this.stop, this.vocabulary);
    const first = this.text[value.start] ?? '';
    const last = this.text[value.end - 1] ?? '';
    const goesOn = { '"': '"', "'": "'", '[': ']', '{': '}' }[first];
    if (isBlockHeader(this.text, value)) return undefined;
    const below = probeNext(this.text, next, this.stop, this.vocabulary);
    if (value.start >= value.end || goesOn === undefined) return below;
    if (last === goesOn && value.end - value.start > 1) return below;
    // A key below speaks against a value that goes on there, unless the value is closed on that very line.
    const closed = this.text.slice(next, endOfLine(this.text, next)).includes(goesOn);
    return below?.known && !closed ? below : undefined;
  }

  /** True for `- 序号`, a list's entry that is nothing but a known key, where texts are not to be expected. */
  private isBareKey({ shape: { key, value } }: Reading): boolean {
    if (key || value.end - value.start > 20 || !this.vocabulary.keys.has(this.text.slice(value.start, value.end)))
      return false;
    const list = this.context().listKey;
    return list === undefined || !this.vocabulary.textLists.has(list);
  }

  private nextFits(below: Probe | undefined, levels: readonly Level[] = this.levels): boolean {
    return !below || placeLine(levels, below, undefined).cost === 0;
  }

  /** A line among the entries of a mapping that is no entry: a key that is still being typed, or lines of a text. */
  private strayText({ value: { start, end } }: LineShape, next: number): void {
    const repair = [edit(start, end, '')];
    if (this.stray?.next === this.contentEnd) this.stray.fault.repair.push(...repair);
    else {
      const span = { start, end: Math.min(end, start + 40) };
      const data = { text: this.text.slice(span.start, span.end) };
      const fault: MutableFault = { kind: 'missing-colon', span, data, repair, fixable: false };
      this.suspects.push(fault);
      this.stray = { fault, next };
    }
    this.stray.next = next;
  }

  /** Puts a line in its place and returns the innermost level that it belongs to. */
  private commit({ reading, placement, indent, below }: Choice, lineStart: number): Level {
    const { shape } = reading;
    const { depth, column, how } = placement;
    const parent = this.levels.at(-1);
    const opens = depth === this.levels.length;
    const inner = this.levels[depth + 1]?.column ?? column + 2;
    this.close(depth + 1, lineStart);
    const dash = shape.dashes.length > 0 || how === 'lost-dash';
    const under = how === 'orphan' ? this.lostKey(column) : parent?.keys.at(-1);
    let level = this.levels[depth];
    if (opens || !level) level = this.push(dash ? 'sequence' : 'mapping', column, indent, under);
    // Lists are cut at their dashes, so the parser never sees a dash out of line.
    const cut = dash && level.under !== undefined && this.vocabulary.segmentLists.has(level.under);
    this.report(shape.faults, cut || reading.cost === 0);
    if (how === 'orphan') this.orphan(level, shape, lineStart);
    const move = this.indentFault(reading, placement, indent, level, inner, cut);
    if (move && column !== indent) {
      level.typed = indent;
      level.move = move;
    }
    if (dash) this.startItem(level, lineStart);
    if (how === 'lost-dash') level = this.push('mapping', inner, indent, undefined, move);
    level = this.openDashes(shape, level, column, column - indent, move, below);
    if (this.levels.length > MAX_DEPTH) this.tooDeep(lineStart);
    if (shape.key) level.keys.push(shape.key.name);
    return level;
  }

  /** Opens the collections that begin behind the dashes of a line. */
  private openDashes(
    shape: LineShape,
    first: Level,
    column: number,
    shift: number,
    move: MutableFault | undefined,
    below: Probe | undefined,
  ): Level {
    let level = first;
    let inside = column;
    for (const [i, at] of shape.dashes.entries()) {
      inside = this.columnAfter(shape, at, inside);
      level.waiting = true;
      const nested = i + 1 < shape.dashes.length;
      // A key below, in line with what follows the dash, says that this line has a key too, though unreadable.
      const entry = shape.key ?? (below?.known && below.inset === 0 && below.indent === inside - shift);
      if (!nested && !entry) break;
      if (!nested && level.under !== undefined) this.entryKeys.add(level.under);
      level = this.push(nested ? 'sequence' : 'mapping', inside, inside - shift, undefined, move);
    }
    return level;
  }

  /** Column of what follows the dash at `at` (or, with `toKey`, of the key), after the repairs of the line. */
  private columnAfter(shape: LineShape, at: number, column: number, toKey = false): number {
    const next =
      (toKey ? undefined : shape.dashes[shape.dashes.indexOf(at) + 1]) ?? shape.key?.start ?? shape.value.start;
    let width = next - at;
    for (const { repair } of shape.faults) {
      for (const { span, newText } of repair ?? []) {
        if (span.start >= at && span.end <= next) width += newText.length - (span.end - span.start);
      }
    }
    return column + width;
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
      run = { column: level.column, items: [] };
      this.openRuns.set(level, run);
      this.runs.push(run);
    }
    const last = run.items.at(-1);
    if (last) last.end = lineStart;
    run.items.push({ start: lineStart, end: lineStart });
  }

  /** Closes all levels from `depth` on. */
  private close(depth: number, at: number): void {
    while (this.levels.length > depth) {
      const level = this.levels.pop();
      const run = level && this.openRuns.get(level);
      if (!level || !run) continue;
      const last = run.items.at(-1);
      // Comments behind the last entry are no part of it.
      if (last) last.end = Math.max(last.end, Math.min(at, this.contentEnd));
      this.openRuns.delete(level);
    }
  }

  private report(faults: readonly Fault[], certain: boolean): void {
    (certain ? this.faults : this.suspects).push(...faults);
  }

  /** True for a key whose value is a list of mappings, as far as the text has shown. */
  private isListKey(key: string | undefined): boolean {
    return key !== undefined && (this.vocabulary.segmentLists.has(key) || this.entryKeys.has(key));
  }

  /** The key whose list this was, by the column of its dashes. */
  private lostKey(column: number): string | undefined {
    const last = this.levels.at(-1)?.keys.at(-1);
    if (this.isListKey(last)) return last;
    return this.listKeys.get(column) ?? [...this.vocabulary.segmentLists][0];
  }

  /** Entries whose list lost its key: either the key before has a value that hides them, or the key is missing. */
  private orphan(level: Level, shape: LineShape, lineStart: number): void {
    const parent = this.levels.at(-2);
    const value = this.lastValue;
    const at = shape.dashes[0] ?? lineStart;
    if (parent?.keys.at(-1) === level.under && value) {
      const repair = [edit(value.start, value.end, '')];
      this.suspects.push({ kind: 'unreadable', span: value, repair, fixable: true });
      return;
    }
    const previousEnd = endOfLine(this.text, Math.max(0, this.text.lastIndexOf('\n', lineStart - 2) + 1));
    const key = `\n${' '.repeat(parent?.kind === 'mapping' ? parent.column : 0)}${level.under ?? ''}:`;
    const repair = [edit(previousEnd, previousEnd, key)];
    // Told at the end of the line before: there the key is missing.
    const span = { start: Math.max(0, Math.min(previousEnd, at) - 1), end: Math.min(previousEnd, at) };
    this.suspects.push({ kind: 'unreadable', span, repair, fixable: false });
    parent?.keys.push(level.under ?? '');
  }

  /** What is wrong with a line's indentation, with the repair; the fault that lines below may join. */
  private indentFault(
    { shape: { lead, key, dashes }, stray }: Reading,
    { how, column }: Placement,
    indent: number,
    level: Level,
    inner: number,
    cut: boolean,
  ): MutableFault | undefined {
    const blanks = this.text.slice(lead.start, lead.end);
    const newText = ' '.repeat(column) + (how === 'lost-dash' ? `-${' '.repeat(inner - column - 1)}` : '');
    const repair = [{ span: lead, newText }];
    const start = dashes[0] ?? key?.start ?? lead.end;
    const span = { start, end: key?.end ?? start + 1 };
    if (stray) {
      const fault: MutableFault = { kind: 'unreadable', span: stray, repair, fixable: true };
      this.report([fault], cut);
      return fault;
    }
    const odd = /[^ ]/.exec(blanks)?.[0];
    if (odd !== undefined) {
      const kind = odd === '\t' ? 'tab' : 'odd-blank';
      const fault: MutableFault = { kind, span: lead, data: { blank: blankName(odd) }, repair, fixable: true };
      this.faults.push(fault);
      return fault;
    }
    if (how === 'lost-dash') {
      const fault: MutableFault = { kind: 'unreadable', span, repair, fixable: true };
      this.report([fault], cut);
      return fault;
    }
    if (column === indent) return undefined;
    if (this.joined?.at === lead.start) {
      this.joined.fault.repair.push(...repair);
      return this.joined.fault;
    }
    if (level.move && level.typed === indent) {
      level.move.repair.push(...repair);
      return level.move;
    }
    const anchor = level.kind === 'sequence' ? '-' : (level.keys.at(-1) ?? '');
    const kind = indent > column ? 'indent-too-large' : 'indent-too-small';
    const data = { off: Math.abs(column - indent), anchor };
    const fault: MutableFault = { kind, span, data, repair, fixable: true };
    this.report([fault], cut);
    return fault;
  }

  /** Steps over the scalar or flow collection that starts on this line. */
  private value(shape: LineShape, level: Level | undefined, lineEnd: number, next: number): number {
    const { text, vocabulary } = this;
    const { start, end } = shape.value;
    const first = text[start] ?? '';
    const column = level?.column ?? -1;
    const joined = joinedAt(text, shape.value, vocabulary);
    this.lastValue = shape.value;
    if (level) level.waiting = isOpen(text, shape.value) || (joined !== undefined && joined < start);
    if (joined !== undefined && first !== '#' && !/["'[{]/.test(first)) return this.split(joined, lineEnd);
    if (isOpen(text, shape.value)) return next;
    const listKey = shape.key?.name ?? level?.under;
    const isEntryLine = (at: number) => this.isEntryLine(at, column);
    if (isBlockHeader(text, shape.value)) return this.blockScalar(next, column);
    const names = listKey !== undefined && vocabulary.nameLists.has(listKey);
    if (first === '[' || first === '{' || (names && /[［｛]/.test(first))) {
      const flow = scanFlow(text, start, listKey, vocabulary, isEntryLine);
      this.faults.push(...flow.faults);
      this.suspects.push(...flow.suspects);
      if (flow.tooDeep) this.tooDeep(start);
      return this.afterValue(flow.end);
    }
    if (first === '"' || first === "'") {
      const quoted = scanQuoted(text, start, isEntryLine);
      const rest = text.slice(quoted.end, endOfLine(text, quoted.end)).trim();
      if (
        quoted.suspects.length === 0 &&
        rest !== '' &&
        !rest.startsWith('#') &&
        quoted.end <= end &&
        joined === undefined
      ) {
        const span = { start, end: start + 1 };
        const repair = [quoteEdit(text, { start, end })];
        this.suspects.push({ kind: 'reserved-start', span, data: { sign: first }, repair, fixable: true });
        return next;
      }
      this.suspects.push(...quoted.suspects);
      return this.afterValue(quoted.end);
    }
    const { fault, suspect } = plainFault(text, shape.value, listKey, vocabulary);
    if (fault) this.faults.push(fault);
    if (suspect) this.suspects.push(suspect);
    return this.plainContinuation(next, column);
  }

  /** The next line behind a quoted scalar or flow collection, or the one that was joined to it. */
  private afterValue(valueEnd: number): number {
    const end = endOfLine(this.text, valueEnd);
    const joined = joinedAt(this.text, { start: valueEnd, end }, this.vocabulary);
    return joined === undefined ? nextLine(this.text, end) : this.split(joined, end);
  }

  private split(at: number, lineEnd: number): number {
    const fault: MutableFault = joinedFault(this.text, at, lineEnd);
    this.joined = { at, fault };
    this.report([fault], /^[ \t]*-/.test(this.text.slice(at, lineEnd)));
    return at;
  }

  private blockScalar(from: number, column: number): number {
    return this.skipWhile(from, (start) => this.indentAt(start) > column);
  }

  /** Lines of a plain scalar that goes on: deeper, and no entries of their own. */
  private plainContinuation(from: number, column: number): number {
    return this.skipWhile(from, (start, end) => {
      const indent = this.indentAt(start);
      if (indent <= column || this.text[start + indent] === '#') return false;
      const { key } = readLine(this.text, { start, end }, this.context());
      return key === undefined || !this.vocabulary.keys.has(key.name);
    });
  }

  /** Behind the lines from `from` on that are inside; blank ones at their end are left out. */
  private skipWhile(from: number, inside: (start: number, end: number) => boolean): number {
    let behind = from;
    for (let at = from; at < this.stop; ) {
      const end = endOfLine(this.text, at);
      const blank = this.isBlank(at, end);
      if (!blank && !inside(at, end)) break;
      at = nextLine(this.text, end);
      if (!blank) behind = at;
    }
    return behind;
  }

  /** True where a line starts with a known key (after dashes, perhaps) no deeper than `column`, or ends the document. */
  private isEntryLine(start: number, column: number): boolean {
    const indent = this.indentAt(start);
    if (indent > column + 1) return false;
    const line = this.text.slice(start + indent, Math.min(endOfLine(this.text, start), start + indent + 48));
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(line) && indent === 0) return true;
    const key = /^(?:-[ \t]+)?["']?([^\s:：\]},"']{1,20})["']?[ \t]*[:：]/.exec(line)?.[1];
    return key !== undefined && this.vocabulary.keys.has(key);
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

  private indentAt(start: number): number {
    let at = start;
    while (this.text[at] === ' ') at++;
    return at - start;
  }

  private isBlank(start: number, end: number): boolean {
    return stepOver(this.text, start, end) >= end;
  }
}
