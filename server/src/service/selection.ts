import type { SelectionRange } from 'vscode-languageserver-types';
import { pathAt, type Step } from '../model/locate';
import type { LineIndex } from '../text/lines';
import { type Span, touches } from '../text/span';
import type { Checked } from '../workspace/project';
import type { ScalarNode } from '../yaml/nodes';

/** Signs that a clause ends at, and those that a sentence ends at; the closing quotes behind them belong to it. */
const CLAUSE_END = /[，。；：！？、,;:!?\r\n]/;
const SENTENCE_END = /[。；！？;!?\r\n]/;
/** How far a clause is looked for (UTF-16 units); what is longer is no clause. */
const REACH = 500;
/** How far around the cursor the segmenter looks for words. */
const WINDOW = 40;

/**
 * What a selection grows to at an offset, step by step: word or number, clause, sentence, the text without its quotes, the
 * scalar, the entry with its key, the item, its list, the section, …, the whole file. Each step holds the one before.
 */
export function selectionRange({ document: { lines, tree } }: Checked, offset: number): SelectionRange {
  const at = Math.max(0, Math.min(offset, lines.text.length));
  const path = pathAt(tree.root, at);
  const scalar = scalarAt(path, at);
  const steps = [
    ...(scalar ? partsOf(lines.text, insideOf(scalar), at) : commentAt(lines, at)),
    ...(scalar ? [scalar.place] : []),
    ...path.toReversed().flatMap(spansOf),
    { start: 0, end: lines.text.length },
  ];
  return chain(lines, growing(steps, at));
}

/** The spans that hold the offset and all spans before them, each larger than the one before. */
function growing(steps: readonly Span[], offset: number): Span[] {
  const spans: Span[] = [];
  for (const { start, end } of steps) {
    const inner = spans.at(-1) ?? { start: offset, end: offset };
    const holds = start <= inner.start && inner.end <= end;
    if (holds && end - start > inner.end - inner.start) spans.push({ start, end });
  }
  return spans;
}

function chain(lines: LineIndex, spans: readonly Span[]): SelectionRange {
  const link = (parent: SelectionRange | undefined, span: Span): SelectionRange => ({
    range: lines.range(span),
    ...(parent && { parent }),
  });
  const [outermost = { start: 0, end: 0 }, ...inner] = spans.toReversed();
  return inner.reduce(link, link(undefined, outermost));
}

/** An entry with its key, or an element; the value, where it is a list or a mapping, comes first. */
function spansOf(step: Step): Span[] {
  if (step.kind === 'element') return [step.node.place];
  const { key, value } = step.entry;
  return [
    ...(value ? [value.place] : []),
    { start: key.place.start, end: Math.max(key.place.end, value?.place.end ?? 0) },
  ];
}

function scalarAt(path: readonly Step[], offset: number): ScalarNode | undefined {
  const last = path.at(-1);
  const nodes = last?.kind === 'entry' ? [last.entry.key, last.entry.value] : [last?.node];
  const found = nodes.find((node) => node?.kind === 'scalar' && touches(node.place, offset));
  return found?.kind === 'scalar' ? found : undefined;
}

/** A scalar without its quotes or the header of its block. */
function insideOf({ place, raw, style }: ScalarNode): Span {
  if (style === 'single' || style === 'double') return place.slice(1, Math.max(1, raw.length - 1));
  if (style === 'plain') return place;
  const header = raw.indexOf('\n') + 1;
  const end = raw.trimEnd().length;
  const indent = /^[ \t]*/.exec(raw.slice(header))?.[0].length ?? 0;
  return place.slice(Math.min(header + indent, end), end);
}

function commentAt(lines: LineIndex, offset: number): Span[] {
  const line = lines.lineSpan(lines.lineAt(offset));
  const text = lines.text.slice(line.start, line.end);
  const sign = text.search(/(?:^|\s)#/);
  const start = line.start + (text[sign] === '#' ? sign : sign + 1);
  return sign >= 0 && start <= offset
    ? [...partsOf(lines.text, { start, end: line.end }, offset), { start, end: line.end }]
    : [];
}

/** The word, clause and sentence of a stretch of text that an offset stands in, and the stretch itself. */
function partsOf(text: string, whole: Span, offset: number): Span[] {
  if (!touches(whole, offset)) return [];
  const clause = stretch(text, whole, offset, CLAUSE_END);
  const sentence = stretch(text, whole, offset, SENTENCE_END);
  return [...wordAt(text, clause, offset), clause, sentence, whole];
}

/** From behind the nearest sign before the offset to before the nearest sign behind it, blanks at the ends left out. */
function stretch(text: string, { start, end }: Span, offset: number, sign: RegExp): Span {
  const [least, most] = [Math.max(start, offset - REACH), Math.min(end, offset + REACH)];
  let [from, to] = [offset, offset];
  while (from > least && !sign.test(text.charAt(from - 1))) from--;
  while (to < most && !sign.test(text.charAt(to))) to++;
  while (from < offset && /\s/.test(text.charAt(from))) from++;
  while (to > offset && /\s/.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}

let segmenter: Intl.Segmenter | undefined;

/** The word behind the offset, else the one before it. */
function wordAt(text: string, clause: Span, offset: number): Span[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const from = Math.max(clause.start, offset - WINDOW);
  const part = text.slice(from, Math.min(clause.end, offset + WINDOW));
  const words = [...segmenter.segment(part)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: from + index, end: from + index + segment.length }))
    .filter((word) => touches(word, offset));
  return words.slice(-1);
}
