import type { Corpus } from '../../model/corpus';
import type { Indicator, IndicatorFile } from '../../model/types';
import type { LineIndex } from '../../text/lines';
import { overlaps, type Span, type TextEdit } from '../../text/span';
import type { Checked } from '../../workspace/project';
import { type Chunks, chunksOf, rows, wholeLines } from './chunks';
import { flushLeft } from './comment';
import { type Counterparts, findCounterparts } from './counterparts';
import { type Adapt, adaptation } from './departures';
import { type Renumbered, renumbering } from './renumbered';

/** What the steps of one migration share. */
export interface Job {
  readonly file: IndicatorFile;
  readonly lines: LineIndex;
  readonly old: Corpus | undefined;
  readonly next: Corpus;
  readonly counterparts: Counterparts;
  readonly renumbered: Renumbered;
  readonly adapt: Adapt;
  /** The lines of an item, with its references renumbered; undefined where its values have to be written anew. */
  chunks(item: Indicator): Chunks | undefined;
  /** Notes on an item for the report. */
  note(item: Indicator, text: string): void;
  notesOn(item: Indicator): readonly string[];
  readonly remainder: Remainder;
}

/** What of the old file is not in the new one: nothing is to be lost. */
export interface Remainder {
  /** The lines are accounted for. */
  settle(lines: Span): void;
  /** Lines that go to the end of the new file, under a heading. */
  keep(heading: string, lines: Span): void;
  readonly kept: readonly { readonly heading: string; readonly rows: readonly string[] }[];
  /** Keeps all lines that nobody has accounted for, but blank ones and those that go without saying. */
  keepUnsettled(heading: string, goesWithoutSaying: (row: string) => boolean): void;
}

/** Finds out what an item of the file goes on in, and prepares the rest. */
export function startJob({ document, surroundings }: Checked, file: IndicatorFile, next: Corpus): Job {
  const { lines, faults } = document;
  const { corpus: old } = surroundings;
  const counterparts = findCounterparts(file, old, next);
  const renumbered = renumbering(file, counterparts);
  const notes = new Map<Indicator, string[]>();
  const taken = new Map<Indicator, Chunks | undefined>();
  const takeApart = (item: Indicator) => {
    const { place } = item.node;
    if (faults.some(({ span }) => overlaps(span, place))) return undefined;
    const found = chunksOf(lines, item.node, editsOf(item, renumbered));
    return found?.chunks.some(({ shared }) => shared) ? undefined : found;
  };
  return {
    file,
    lines,
    old,
    next,
    counterparts,
    renumbered,
    adapt: adaptation(file, old),
    chunks(item) {
      if (!taken.has(item)) taken.set(item, takeApart(item));
      return taken.get(item);
    },
    note: (item, text) => notes.set(item, [...(notes.get(item) ?? []), text]),
    notesOn: (item) => notes.get(item) ?? [],
    remainder: createRemainder(lines),
  };
}

/** The lines that an item takes up. */
export function linesOfItem({ lines, chunks }: Job, item: Indicator): Span {
  return (chunks(item) ?? chunksOf(lines, item.node))?.lines ?? wholeLines(lines, item.node);
}

/** 第6项, 加分项第1项. */
export function labelOf({ number, extra }: Indicator): string {
  return `${extra ?? ''}${number ? `第${number.value}项` : '没有序号的一项'}`;
}

function editsOf(item: Indicator, { edits }: Renumbered): TextEdit[] {
  return [item.content, ...item.evidence, item.remark, item.reason].flatMap((text) => (text ? edits(text) : []));
}

function createRemainder(lines: LineIndex): Remainder {
  const settled = new Set<number>();
  const kept: { heading: string; rows: readonly string[] }[] = [];
  const settle = ({ start, end }: Span) => {
    for (let line = start; line < end; line++) settled.add(line);
  };
  return {
    settle,
    keep(heading, span) {
      settle(span);
      kept.push({ heading, rows: flushLeft(rows(lines, span, [])) });
    },
    kept,
    keepUnsettled(heading, goesWithoutSaying) {
      const rest: string[] = [];
      for (let line = 0; line < lines.lineCount; line++) {
        const { start, end } = lines.lineSpan(line);
        const row = lines.text.slice(start, end);
        if (!settled.has(line) && row.trim() !== '' && !goesWithoutSaying(row)) rest.push(row);
      }
      if (rest.length > 0) kept.push({ heading, rows: flushLeft(rest) });
    },
  };
}
