import type { Level } from './levels';

/** The entries of one long block list; each span runs from the start of its first line to the end of its last one. */
export interface Run {
  /** Where its dashes stand, as meant. */
  readonly column: number;
  /** The key of the list. */
  readonly under: string;
  readonly items: { readonly start: number; end: number }[];
}

/** Notes where the entries of the long lists begin and end while the text is read. */
export class Runs {
  readonly found: Run[] = [];
  /** Runs of the open levels. */
  private readonly open = new Map<Level, Run>();

  /** @param longLists keys of the lists that are cut into their entries */
  constructor(private readonly longLists: ReadonlySet<string>) {}

  /**
   * An entry of a list begins.
   * @param contentEnd behind the last line before it that was not blank and no comment
   */
  startItem(level: Level, lineStart: number, contentEnd: number): void {
    if (level.under === undefined || !this.longLists.has(level.under)) return;
    let run = this.open.get(level);
    if (!run) {
      run = { column: level.column, under: level.under, items: [] };
      this.open.set(level, run);
      this.found.push(run);
    }
    endItem(run, lineStart, contentEnd);
    run.items.push({ start: lineStart, end: lineStart });
  }

  /** A level is closed before `at`. */
  close(level: Level, at: number, contentEnd: number): void {
    const run = this.open.get(level);
    if (!run) return;
    endItem(run, at, contentEnd);
    this.open.delete(level);
  }
}

/** Comments behind an entry are no part of it. */
function endItem(run: Run, at: number, contentEnd: number): void {
  const last = run.items.at(-1);
  if (last) last.end = Math.max(last.end, Math.min(at, contentEnd));
}
