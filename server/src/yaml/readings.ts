import type { Span } from '../text/span';
import { edit, stepOver } from './characters';
import type { Fault } from './faults';
import { type LineContext, type LineShape, readLine, type Slip } from './lexer';
import { startsEntry } from './line-key';

/** One way to read a line. The first reading of a line is the line as it stands. */
export interface Reading {
  readonly shape: LineShape;
  /** Columns where the line may have been meant to stand, the most probable first. */
  readonly indents: readonly number[];
  /** What has to be assumed for this reading; the line as it stands assumes nothing. */
  readonly cost: number;
  /** A character among the blanks in front. It goes when the indentation is put right. */
  readonly stray?: Span;
}

/** A slip costs less than a line that does not fit, more than a line that does. */
const SLIP = 0.8;
const UNKNOWN_WORD = 1;
const ODD_COLUMNS = 0.1;

/** All readings of a line, lazily: nearly always the first one fits. */
export function* readings(text: string, line: Span, context: LineContext): Generator<Reading> {
  const plain = readLine(text, line, context);
  yield { shape: plain, indents: indentsOf(text, plain), cost: 0 };
  for (const slip of slips(text, line, plain, context)) {
    const shape = readLine(text, line, context, slip);
    const cost = SLIP + (slip.for === 'blank' ? ODD_COLUMNS : 0);
    const inLead = slip.for !== 'dash' && plain.dashes.every((dash) => slip.span.start <= dash);
    yield { shape, indents: [shape.indent], cost, ...(inLead && { stray: slip.span }) };
  }
  const close = withoutGap(text, plain);
  if (close) yield { shape: close, indents: [close.indent], cost: SLIP };
  const colonless = withoutColon(text, line, plain, context);
  if (!colonless) return;
  const known = context.vocabulary.keys.has(colonless.key?.name ?? '');
  yield { shape: colonless, indents: indentsOf(text, plain), cost: known ? SLIP : UNKNOWN_WORD };
}

/** Odd blanks may have been meant to be as wide as they look, to be one column wide, or to be nothing. */
function indentsOf(text: string, { indent, lead }: LineShape): number[] {
  const blanks = text.slice(lead.start, lead.end);
  if (!/[^ ]/.test(blanks)) return [indent];
  return [...new Set([indent, blanks.replace(/[^ ]/g, '').length, blanks.length])];
}

/** One or two characters that got in front of a known key or of the dash before it. */
function* slips(text: string, line: Span, plain: LineShape, { vocabulary }: LineContext): Generator<Slip> {
  const dash = plain.dashes.at(-1);
  const places = dash === undefined ? [plain.lead.end] : [plain.dashes[0] ?? dash, stepOver(text, dash + 1, line.end)];
  for (const start of places) {
    const [one = '', two = ''] = text.slice(start, start + 4);
    for (const junk of [one, one + two]) {
      const end = start + junk.length;
      if (end >= line.end || /\s$/.test(junk) || closesLater(text, junk, end, line.end)) continue;
      if (/^[&!*]./.test(junk) || (/[\p{L}\p{N}]$/u.test(junk) && !/[-\s]/.test(text[end] ?? ''))) continue;
      const from = stepOver(text, end, line.end);
      const isDash = text[from] === '-';
      if (!startsEntry(text, isDash ? from + 1 : from, line.end, vocabulary)) continue;
      const span = { start, end };
      if (!isDash && junk !== '-') yield { span, for: 'dash' };
      yield { span, for: 'nothing' };
      yield { span, for: 'blank' };
    }
  }
}

/** A comment, or a quote or bracket that is closed on its line, was meant to be one. */
function closesLater(text: string, junk: string, from: number, end: number): boolean {
  const closer = { '"': '"', "'": "'", '[': ']', '{': '}' }[junk[0] ?? ''];
  return junk[0] === '#' || (closer !== undefined && text.slice(from, end).includes(closer));
}

/** The line with one blank between its dash and its key, where it has more than that. */
function withoutGap(text: string, plain: LineShape): LineShape | undefined {
  const dash = plain.dashes.at(-1);
  const { key } = plain;
  if (dash === undefined || !key || key.start - dash < 3 || text.slice(dash + 1, key.start).trim() !== '')
    return undefined;
  const data = { off: key.start - dash - 2, anchor: '-' };
  const repair = [edit(dash + 1, key.start, ' ')];
  const fault: Fault = {
    kind: 'indent-too-large',
    span: { start: key.start, end: key.end },
    data,
    repair,
    fixable: true,
  };
  // What was wrong with the gap is mended with it.
  const others = plain.faults.filter(({ span }) => span.start <= dash || span.start >= key.start);
  return { ...plain, faults: [...others, fault] };
}

/** The line with a known word at its head taken for a key whose colon is missing or was mistyped. */
function withoutColon(text: string, line: Span, plain: LineShape, context: LineContext): LineShape | undefined {
  if (plain.key) return undefined;
  const start = plain.value.start;
  const word = /^[^\s:：]{1,20}/.exec(text.slice(start, Math.min(start + 20, line.end)))?.[0] ?? '';
  const { keys } = context.vocabulary;
  const name = [word, word.slice(0, -1)].find((candidate) => keys.has(candidate)) ?? word;
  const end = start + name.length;
  const valueStart = stepOver(text, start + word.length, line.end);
  const alone = valueStart >= line.end;
  // An unknown word can only be a key that opens a list; the lines below must bear that out.
  if (!keys.has(name) && !(alone && /^[\p{L}\p{N}]{1,12}$/u.test(word) && plain.dashes.length === 0)) return undefined;
  const span = { start, end: valueStart >= line.end ? start + word.length : end };
  const repair = [edit(end, alone ? start + word.length : valueStart, alone ? ':' : ': ')];
  const fault: Fault = { kind: 'missing-colon', span, data: { text: name }, repair, fixable: keys.has(name) };
  return {
    ...plain,
    key: { start, end, name },
    value: { start: Math.min(valueStart, plain.value.end), end: plain.value.end },
    faults: [...plain.faults, fault],
  };
}
