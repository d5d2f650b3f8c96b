import type { MutableFault } from './faults';

/** One open block collection: the column where its dashes or keys stand, as meant and as typed. */
export interface Level {
  readonly kind: 'mapping' | 'sequence';
  readonly column: number;
  /** Where its lines really stand, if one of them had to be moved. */
  typed: number;
  /** The repair that lines standing at `typed` join. */
  move: MutableFault | undefined;
  /** The key whose value this collection is. */
  readonly under: string | undefined;
  /** Keys of a mapping so far; of a sequence, the first key of its last entry. */
  readonly keys: string[];
  /** True while the last entry has no value yet, so that deeper lines are its value. */
  waiting: boolean;
}

export function openLevel(kind: Level['kind'], column: number, typed: number, under: string | undefined): Level {
  return { kind, column, typed, move: undefined, under, keys: [], waiting: false };
}

/** What of a line decides where it belongs. */
export interface Probe {
  readonly indent: number;
  /** Columns from the first dash to the key, for a line with dashes; 0 without. */
  readonly inset: number;
  readonly key: string | undefined;
  /** True for a key that the vocabulary has. */
  readonly known: boolean;
  /** False where characters were stepped over to read the line so. */
  readonly whole: boolean;
  /** True where the key before is one that a list of entries belongs to. */
  readonly underList: boolean;
  /** True where nothing follows the key or dash. */
  readonly open: boolean;
  /** Where the line after this one starts. */
  readonly after: number;
}

export interface Placement {
  /** Depth of the level that the line belongs to; equal to the number of levels where it opens a new one. */
  readonly depth: number;
  /** The column where the line ought to stand. */
  readonly column: number;
  /**
   * `orphan`: entries of a list whose key is missing. `lost-dash`: the first line of a new entry, without its dash.
   * Both are right where they stand otherwise.
   */
  readonly how: 'right' | 'moved' | 'orphan' | 'lost-dash';
  /** How much has to be assumed: 0 for a line that is right and is followed by one that is right too. */
  readonly cost: number;
}

/** Costs order the readings of a line: a line that fits beats one that has to be moved, near beats far. */
const COST = {
  moved: 2,
  perColumn: 0.05,
  orphan: 2.5,
  orphanUnderList: 1,
  lostDash: 1,
  lostKey: 0.9,
  repeated: 2,
  unfitNext: 3,
};

/** The most probable place of a line, judged by its own indentation and by whether the next line fits below it. */
export function placeLine(levels: readonly Level[], line: Probe, next: Probe | undefined): Placement {
  let best: Placement | undefined;
  for (const candidate of candidates(levels, line, next)) {
    const cost = candidate.cost + nextCost(levels, line, candidate, next);
    if (!best || cost < best.cost) best = { ...candidate, cost };
    if (best.cost === 0) break;
  }
  return best ?? { depth: levels.length, column: line.indent, how: 'right', cost: COST.orphan };
}

function* candidates(levels: readonly Level[], line: Probe, next: Probe | undefined): Generator<Placement> {
  const { indent } = line;
  const dash = line.inset > 0;
  const kind = dash ? 'sequence' : 'mapping';
  const top = levels.at(-1);
  const least = top ? top.column + (dash && top.kind === 'mapping' ? 0 : 1) : 0;
  const opens = !top || top.waiting;
  if (opens && indent >= least) {
    const depth = levels.length;
    const dashDue = !dash && line.known && line.underList;
    yield { depth, column: indent, how: 'right', cost: dashDue ? COST.repeated : 0 };
    const column = indent - 2;
    if (dashDue && top && column >= top.column) yield { depth, column, how: 'lost-dash', cost: COST.lostDash };
  }
  for (let depth = levels.length - 1; depth >= 0; depth--) {
    const level = levels[depth];
    if (level?.kind !== kind || (level.column !== indent && level.typed !== indent)) continue;
    yield { depth, column: level.column, how: 'right', cost: repeats(levels, depth, line, next) ? COST.repeated : 0 };
    break;
  }
  if (opens && top && next) {
    const column = next.inset > 0 === dash ? next.indent : next.indent - line.inset;
    // Where the list stands in steps of two, it is the next line that is out of step.
    const regular = (indent - top.column) % 2 === 0 && (column - top.column) % 2 !== 0;
    const siblings = next.inset === 0 || !dash || next.key === line.key;
    if (column >= least && column !== indent && !regular && siblings) yield moved(levels.length, column, indent);
  }
  for (const [depth, level] of levels.entries()) {
    if (level.kind === kind && level.column !== indent) yield moved(depth, level.column, indent);
    if (dash || !line.whole || level.kind !== 'sequence' || levels[depth + 1]?.kind !== 'mapping') continue;
    if (!repeats(levels, depth + 1, line, next)) continue;
    yield { depth, column: level.column, how: 'lost-dash', cost: COST.lostDash + distance(level.column, indent) };
  }
  if (dash && top && indent >= least)
    yield {
      depth: levels.length,
      column: indent,
      how: 'orphan',
      cost: line.underList ? COST.orphanUnderList : COST.orphan,
    };
}

function moved(depth: number, column: number, indent: number): Placement {
  return { depth, column, how: 'moved', cost: COST.moved + distance(column, indent) };
}

function distance(column: number, indent: number): number {
  return Math.abs(column - indent) * COST.perColumn;
}

/** True where a key begins a list's entry over again: its first key once more, and the next line repeats one too. */
function repeats(levels: readonly Level[], depth: number, line: Probe, next: Probe | undefined): boolean {
  const level = levels[depth];
  if (!line.whole && line.key !== undefined && level?.kind === 'mapping') return level.keys.includes(line.key);
  if (line.key === undefined || level?.kind !== 'mapping' || levels[depth - 1]?.kind !== 'sequence') return false;
  if (level.keys.length < 2 || level.keys[0] !== line.key) return false;
  // Beside the column of the keys it stands where the dash is missing; at their column, the next line must repeat too.
  if (line.indent !== level.column) return true;
  return next === undefined || next.inset > 0 || (next.key !== undefined && level.keys.includes(next.key));
}

/** What it costs that the next line would have no place below this one. Lines without dash or known key tell nothing. */
export function nextCost(levels: readonly Level[], line: Probe, at: Placement, next: Probe | undefined): number {
  if (!next || (next.inset === 0 && !next.known)) return 0;
  const { indent } = next;
  const dash = next.inset > 0;
  const shift = at.column - line.indent;
  const inner = at.column + line.inset;
  const inset = line.inset > 0 || at.how === 'lost-dash';
  // The innermost mapping that the line opens or belongs to.
  const sibling = indent === inner || (shift !== 0 && indent === line.indent + line.inset);
  if (!dash && sibling && line.key !== undefined) return 0;
  if (!dash && sibling && line.inset > 0) return COST.lostKey;
  if (line.open && indent >= inner + (dash && line.key !== undefined ? 0 : 1)) return 0;
  if (at.how === 'lost-dash' && !dash && indent === (levels[at.depth + 1]?.column ?? at.column + 2)) return 0;
  if (inset && dash && (indent === at.column || (shift !== 0 && indent === line.indent))) return 0;
  for (let depth = Math.min(at.depth, levels.length - 1); depth >= 0; depth--) {
    const level = levels[depth];
    if (level && level.kind === (dash ? 'sequence' : 'mapping') && (level.column === indent || level.typed === indent))
      return 0;
  }
  return COST.unfitNext;
}
