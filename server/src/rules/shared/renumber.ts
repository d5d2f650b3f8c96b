import { renumberGroup, renumberReferences } from '../../domain/reference';
import { normalizeText } from '../../domain/similarity';
import type { Corpus } from '../../model/corpus';
import { correspondences } from '../../model/correspondence';
import { allReferences, allReferringTexts } from '../../model/references';
import type { Group, Indicator, IndicatorFile, NumberedRun } from '../../model/types';
import type { TextEdit } from '../../text/span';
import type { ScalarNode } from '../../yaml/nodes';
import { sourceSpan } from '../../yaml/scalar-source';
import type { Report } from '../rule';
import { faultsOf, mainRun, serialOf } from './numbering';
import { rationed } from './rationed';

/** To be spread among the messages of a rule that offers {@link renumberFixes}. */
export const RENUMBER_MESSAGES = {
  renumber: '按现有顺序重新编号为1至{count}',
  'renumber-references': '按现有顺序重新编号为1至{count}，引用的序号随之更改',
} as const;

type Fixes = NonNullable<Report<keyof typeof RENUMBER_MESSAGES>['fixes']>;

/** Shorter texts are alike by chance. */
const SENTENCE_LENGTH = 14;

/**
 * Numbers a run 1..N in the order of the file; references to its items follow. All findings of one run carry the same
 * edits, so any of them, or all together, put the whole run right.
 * @param corpus the central text that the file follows, by which a hole in the numbers may be an item that is missing
 * @returns a function that gives the fixes for one finding; nothing is worked out before it is called
 */
export function renumberFixes(file: IndicatorFile, run: NumberedRun, corpus?: Corpus): () => Fixes {
  return rationed(() => makeFixes(file, run, corpus));
}

function makeFixes(file: IndicatorFile, run: NumberedRun, corpus: Corpus | undefined): Fixes {
  // An extract keeps the numbers of the whole.
  if (file.isExtract || !hasOwnNumbers(run)) return [];
  const numbers = new Map(run.items.map((item, index) => [item, index + 1]));
  const edits = numberEdits(numbers);
  const count = run.items.length;
  const certain = run.items.every((item) => !item.damaged) && !hasCopies(run);
  if (run.label !== '') return [{ title: 'renumber', data: { count }, edits, safe: certain }];
  const references = referenceEdits(file, run, numbers, corpus);
  const title = references.length > 0 ? 'renumber-references' : 'renumber';
  const safe = certain && referencesAreClear(file, run) && !lacksItems(file, run, corpus);
  return [{ title, data: { count }, edits: [...edits, ...references], safe }];
}

/** False where numbers cannot be told apart or written: an aliased item stands in two places and cannot have two numbers. */
export function hasOwnNumbers({ items }: NumberedRun): boolean {
  const nodes = items.flatMap(({ number }) => number?.node ?? []);
  return new Set(nodes).size === nodes.length && !nodes.some(({ style }) => style === 'literal' || style === 'folded');
}

/**
 * Gives items of a run other numbers; references to them follow, if texts speak of this run.
 * @param numbers new 序号 of items of the run; the others keep theirs
 * @param corpus the central text that the file follows
 */
export function renumberEdits(
  file: IndicatorFile,
  run: NumberedRun,
  numbers: ReadonlyMap<Indicator, number>,
  corpus?: Corpus,
): TextEdit[] {
  return [...numberEdits(numbers), ...referenceEdits(file, run, numbers, corpus)];
}

function numberEdits(numbers: ReadonlyMap<Indicator, number>): TextEdit[] {
  return [...numbers].flatMap(([{ number }, wanted]) =>
    number && number.value !== wanted ? [{ span: inside(number.node), newText: String(wanted) }] : [],
  );
}

/** The characters of a number without the quotes that it may stand in. */
export function inside(node: ScalarNode) {
  const quotes = node.style === 'single' || node.style === 'double' ? 1 : 0;
  return node.place.slice(quotes, node.raw.length - quotes);
}

/**
 * The items that a reference means, by number. Of several with one number it is the one that answers to that item of the
 * corpus; else the last, because an item that is put in takes the number of the one that stood there.
 */
export function bearers(file: IndicatorFile, run: NumberedRun, corpus?: Corpus): ReadonlyMap<number, Indicator> {
  const found = new Map<number, Indicator>();
  const doubled = new Set<number>();
  for (const item of run.items) {
    const serial = serialOf(item);
    if (serial === undefined) continue;
    if (found.has(serial)) doubled.add(serial);
    found.set(serial, item);
  }
  if (!corpus || doubled.size === 0) return found;
  const matches = correspondences(file, corpus);
  for (const serial of doubled) {
    const [only, another] = run.items.filter(
      (item) => serialOf(item) === serial && matches.of(item)?.target === corpus.item(serial),
    );
    if (only && !another) found.set(serial, only);
  }
  return found;
}

function referenceEdits(
  file: IndicatorFile,
  run: NumberedRun,
  numbers: ReadonlyMap<Indicator, number>,
  corpus: Corpus | undefined,
): TextEdit[] {
  if (run !== mainRun(file)) return [];
  const renumbered = new Map<number, number>();
  for (const [serial, item] of bearers(file, run, corpus)) renumbered.set(serial, numbers.get(item) ?? serial);
  const map = (n: number) => renumbered.get(n);
  return [
    ...allReferringTexts(file).flatMap(({ node, value }) => inSource(node, renumberReferences(value, map))),
    ...file.groups.flatMap((group) => groupEdits(group, map)),
  ];
}

function groupEdits({ node, targets }: Group, map: (n: number) => number | undefined): TextEdit[] {
  if (!targets || !node) return [];
  if (node.kind === 'scalar') return inSource(node, renumberGroup(String(node.value ?? ''), map));
  if (node.kind !== 'sequence') return [];
  return node.items.flatMap((part) => {
    const number = part.kind === 'scalar' ? map(Number(part.value)) : undefined;
    if (part.kind !== 'scalar' || number === undefined || number === Number(part.value)) return [];
    return [{ span: inside(part), newText: String(number) }];
  });
}

function inSource(node: ScalarNode, edits: readonly TextEdit[]): TextEdit[] {
  return edits.map(({ span, newText }) => ({ span: sourceSpan(node, span.start, span.end), newText }));
}

/** True where an entry repeats another with its number and its text: it may have to go, not to be renumbered. */
function hasCopies(run: NumberedRun): boolean {
  const text = (index: number) => normalizeText(run.items[index]?.content?.value ?? '');
  return faultsOf(run).repeats.some(
    ({ index, original }) => text(index).length >= SENTENCE_LENGTH && text(index) === text(original),
  );
}

/** True where the numbers run to the expected total and some are not there: then items are missing, and no number is wrong. */
function lacksItems(file: IndicatorFile, run: NumberedRun, corpus: Corpus | undefined): boolean {
  const { gaps, last } = faultsOf(run);
  const expected = file.total?.value ?? corpus?.total;
  return run === mainRun(file) && gaps.length > 0 && last === expected && run.items.length < last;
}

/** False where a reference means an item that is missing or there twice, or counts within one of several runs. */
function referencesAreClear(file: IndicatorFile, run: NumberedRun): boolean {
  const targets = allReferences(file).flatMap((reference) => reference.targets);
  if (run !== mainRun(file)) return targets.length === 0;
  const times = new Map<number, number>();
  for (const item of run.items) {
    const serial = serialOf(item);
    if (serial !== undefined) times.set(serial, (times.get(serial) ?? 0) + 1);
  }
  return targets.every((target) => times.get(target) === 1);
}
