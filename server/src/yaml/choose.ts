import type { Span } from '../text/span';
import { endOfLine } from './characters';
import { type Level, nextCost, type Placement, type Probe, placeLine } from './levels';
import type { LineContext, LineShape } from './lexer';
import { probeNext } from './probe';
import { type Reading, readings } from './readings';
import { isBlockHeader, isOpen, joinedAt } from './values';
import type { Vocabulary } from './vocabulary';

/** What has been read so far. */
export interface View {
  readonly text: string;
  readonly vocabulary: Vocabulary;
  readonly levels: readonly Level[];
  /** The text from here on is not read. */
  readonly stop: number;
  /** Keys whose lists had entries that begin with a key. */
  readonly entryKeys: ReadonlySet<string>;
}

/** A line as it was understood: how it is read, and where it belongs. */
export interface Choice {
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

/**
 * The most probable reading of a line; undefined where it is a text that belongs nowhere.
 * @param next where the next line starts
 */
export function chooseReading(view: View, line: Span, next: number): Choice | undefined {
  let best: Choice | undefined;
  let isText = false;
  let dashIsRight = false;
  for (const reading of readings(view.text, line, lineContext(view))) {
    if (!reading.shape.key && reading.shape.dashes.length === 0) {
      if (reading.cost > 0) continue;
      best = asValue(view, reading, next);
      isText = !best;
    } else {
      best = better(view, best, reading, next, dashIsRight);
    }
    if (best?.cost === 0) return best;
    if (best && reading.cost === 0 && !isText) {
      dashIsRight = best.placement.how === 'right' && best.placement.depth < view.levels.length;
      best = judgedByTheLineAfterNext(view, best);
    }
  }
  if (!isText) return best;
  const fits = nextFits(probeNext(view.text, next, view.stop, view.vocabulary), view.levels);
  return best && best.cost < (fits ? STRAY_TEXT : STRAY_TEXT_BEFORE_MISFIT) ? best : undefined;
}

/** What a line can be read by where it stands. */
export function lineContext({ vocabulary, levels }: View): LineContext {
  const top = levels.at(-1);
  // A dash belongs to the list that stands in its column, not to a deeper one that was open before.
  const listKey = (indent: number) =>
    (top?.waiting && indent >= top.column ? top.keys.at(-1) : undefined) ??
    levels.findLast((level) => level.kind === 'sequence' && level.column <= indent)?.under;
  const inMapping = (indent: number) => levels.some((level) => level.kind === 'mapping' && level.column === indent);
  return { vocabulary, listKey, inMapping };
}

/** True for a key whose value is a list of mappings, as far as the text has shown. */
export function isListKey(
  { vocabulary, entryKeys }: Pick<View, 'vocabulary' | 'entryKeys'>,
  key: string | undefined,
): boolean {
  return key !== undefined && (vocabulary.segmentLists.has(key) || entryKeys.has(key));
}

/** Column of what follows the dash at `at` (or, with `toKey`, of the key), after the repairs of the line. */
export function columnAfter(
  { dashes, key, value, faults }: LineShape,
  at: number,
  column: number,
  toKey = false,
): number {
  const next = (toKey ? undefined : dashes[dashes.indexOf(at) + 1]) ?? key?.start ?? value.start;
  let width = next - at;
  for (const { repair } of faults) {
    for (const { span, newText } of repair ?? []) {
      if (span.start >= at && span.end <= next) width += newText.length - (span.end - span.start);
    }
  }
  return column + width;
}

/** The line as a value that begins below its key, or as all that the text holds. */
function asValue({ text, vocabulary, levels, stop }: View, reading: Reading, next: number): Choice | undefined {
  const { indent, value } = reading.shape;
  const placement = { depth: levels.length, column: indent, how: 'right', cost: 0 } as const;
  const top = levels.at(-1);
  const below = belowOf({ text, vocabulary, stop }, value, next);
  if (!(top ? top.waiting && indent > top.column : !below?.known)) return undefined;
  const after = top ? [...levels.slice(0, -1), { ...top, waiting: false }] : [];
  return { reading, placement, indent, cost: !top || nextFits(below, after) ? 0 : LAST_RESORT };
}

function better(
  view: View,
  earlier: Choice | undefined,
  reading: Reading,
  next: number,
  dashIsRight: boolean,
): Choice | undefined {
  let best = earlier;
  const below = belowOf(view, reading.shape.value, next);
  for (const indent of reading.indents) {
    const placement = placeLine(view.levels, probeOf(view, reading, indent), below);
    // One slip explains a line; a line that needs another besides was meant otherwise.
    if (reading.cost > 0 && placement.how !== 'right') continue;
    // A dash is only a stray before an entry of a mapping that is open already.
    const strayDash = reading.stray && view.text[reading.stray.start] === '-';
    if (strayDash && (dashIsRight || placement.depth === view.levels.length)) continue;
    const cost = placement.cost + reading.cost + (isBareKey(view, reading) ? LAST_RESORT : 0);
    if (!best || cost < best.cost) best = { reading, placement, indent, cost, below };
  }
  return best;
}

/** Where a line stands right as it is and so does the line after the next one below it, only the next one is wrong. */
function judgedByTheLineAfterNext(view: View, choice: Choice): Choice {
  const { reading, indent, below } = choice;
  if (!below) return choice;
  const line = probeOf(view, reading, indent);
  const exact = placeLine(view.levels, line, undefined);
  if (exact.cost > 0) return choice;
  const second = probeNext(view.text, below.after, view.stop, view.vocabulary);
  if (!second || nextCost(view.levels, line, exact, second) > 0) return choice;
  return { ...choice, placement: exact, cost: Math.min(choice.cost, NEXT_IS_WRONG) };
}

function probeOf(view: View, { shape, cost }: Reading, indent: number): Probe {
  const { text, vocabulary, levels } = view;
  const [dash] = shape.dashes;
  const inset = dash === undefined ? 0 : Math.max(1, columnAfter(shape, dash, 0, true));
  const key = shape.key?.name;
  const open = isOpen(text, shape.value) || joinedAt(text, shape.value, vocabulary) !== undefined;
  const known = key !== undefined && vocabulary.keys.has(key);
  const underList = isListKey(view, levels.at(-1)?.keys.at(-1));
  return { indent, inset, key, known, whole: cost === 0, underList, open, after: 0 };
}

/** The line below, unless this line's value may go on there. */
function belowOf(
  { text, vocabulary, stop }: Pick<View, 'text' | 'vocabulary' | 'stop'>,
  value: Span,
  next: number,
): Probe | undefined {
  const joined = joinedAt(text, value, vocabulary);
  if (joined !== undefined) return probeNext(text, joined, stop, vocabulary);
  if (isBlockHeader(text, value)) return undefined;
  const below = probeNext(text, next, stop, vocabulary);
  const closer = { '"': '"', "'": "'", '[': ']', '{': '}' }[text[value.start] ?? ''];
  if (value.start >= value.end || closer === undefined) return below;
  if (text[value.end - 1] === closer && value.end - value.start > 1) return below;
  // A key below speaks against a value that goes on there, unless the value is closed on that very line.
  const closed = text.slice(next, endOfLine(text, next)).includes(closer);
  return below?.known && !closed ? below : undefined;
}

/** True for `- 序号`, a list's entry that is nothing but a known key, where texts are not to be expected. */
function isBareKey(view: View, { shape: { indent, key, value } }: Reading): boolean {
  const { text, vocabulary } = view;
  if (key || value.end - value.start > 20 || !vocabulary.keys.has(text.slice(value.start, value.end))) return false;
  const listKey = lineContext(view).listKey(indent);
  return listKey === undefined || !vocabulary.textLists.has(listKey);
}

function nextFits(below: Probe | undefined, levels: readonly Level[]): boolean {
  return !below || placeLine(levels, below, undefined).cost === 0;
}
