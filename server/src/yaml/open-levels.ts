import type { Span } from '../text/span';
import { edit, endOfLine, stepOver } from './characters';
import { type Choice, columnAfter, isListKey } from './choose';
import type { Findings, MutableFault } from './faults';
import { indentFault, isMove } from './indentation';
import { type Level, openLevel } from './levels';
import { Runs } from './runs';
import { joinedFault } from './values';
import type { Vocabulary } from './vocabulary';

/** The block collections that are open where the scanner stands. Puts each line in its place among them. */
export class OpenLevels {
  readonly levels: Level[] = [];
  /** Keys whose lists had entries that begin with a key. */
  readonly entryKeys = new Set<string>();
  readonly runs: Runs;
  /** Value of the entry before this line, if it was written on one line. */
  lastValue: Span | undefined;
  /** Behind the last line that was not blank and no comment. */
  contentEnd = 0;
  /** Which key's list had its dashes in a column, to name the key of a list that lost its own. */
  private readonly listKeys = new Map<number, string>();
  /** The last line that was joined to the one before it. */
  private joined: { readonly at: number; readonly fault: MutableFault } | undefined;
  private readonly lineBreak: string;

  constructor(
    private readonly text: string,
    readonly vocabulary: Vocabulary,
    private readonly findings: Findings,
  ) {
    this.runs = new Runs(vocabulary.segmentLists);
    this.lineBreak = text[endOfLine(text, 0)] === '\r' ? '\r\n' : '\n';
  }

  /** Puts a line in its place and returns the innermost level that it belongs to. */
  commit(choice: Choice, lineStart: number): Level {
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
    this.findings.report(shape.faults, cut || reading.cost === 0);
    if (how === 'orphan') this.orphan(level, parent, lineStart);
    const move = this.indentation(choice, level, inner, cut);
    if (move && column !== indent) {
      level.typed = indent;
      level.move = move;
    }
    if (dash) this.runs.startItem(level, lineStart, this.contentEnd);
    if (how === 'lost-dash') level = this.push('mapping', inner, indent, undefined, move);
    level = this.openDashes(choice, level, move);
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
    this.findings.report([fault], cut || fault.kind === 'tab' || fault.kind === 'odd-blank');
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

  /** Closes all levels from `depth` on. */
  close(depth: number, at: number): void {
    while (this.levels.length > depth) {
      const level = this.levels.pop();
      if (level) this.runs.close(level, at, this.contentEnd);
    }
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
      this.findings.report([{ kind: 'unreadable', span: value, repair, fixable: true }], false);
      return;
    }
    const end = endOfLine(this.text, Math.max(0, this.text.lastIndexOf('\n', lineStart - 2) + 1));
    const indent = ' '.repeat(parent?.kind === 'mapping' ? parent.column : 0);
    const repair = [edit(end, end, `${this.lineBreak}${indent}${level.under ?? ''}:`)];
    // Told at the end of the line before: there the key is missing.
    const span = { start: Math.max(0, end - 1), end };
    this.findings.report([{ kind: 'unreadable', span, repair, fixable: false }], false);
    parent?.keys.push(level.under ?? '');
  }

  /** A line that was joined to the one before it starts at `at`. */
  split(at: number): void {
    const end = endOfLine(this.text, at);
    const fault = joinedFault(this.text, at, end, this.lineBreak);
    this.joined = { at, fault };
    this.findings.report([fault], this.text[stepOver(this.text, at, end)] === '-');
  }
}
