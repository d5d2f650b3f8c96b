import type { Hunk } from './align';
import { classify, type TextPair } from './change';
import { type TextDifference, textDifference } from './difference-types';
import { normalizeText } from './similarity';
import { simplifiedForm } from './traditional';

/** Slips this close to each other spoil each other's context and are judged together. */
const CLOSE = 3;
const MAX_SLIP = 3;
const SLIP_CONTEXT = 4;
const AMPLE = 1_000;
const HAN = /^\p{Script=Han}*$/u;
/** Lost glyphs have a rule of their own. */
const LOST = /[\uFFFD\uE000-\uF8FF]/;

/** Slips of the pen, those close together as one. */
export function findSlips(changes: readonly Hunk[], open: Set<Hunk>, texts: TextPair): TextDifference[] {
  const found: TextDifference[] = [];
  for (const [index, hunk] of changes.entries()) {
    if (!open.has(hunk) || !isWriting(hunk, texts)) continue;
    const next = changes[index + 2];
    const between = changes[index + 1];
    if (next && between && open.has(next) && isWriting(next, texts) && length(between) <= CLOSE) {
      const context = contextOf(changes, index, index + 2);
      const size = slipSize(hunk) + slipSize(next);
      if (size <= MAX_SLIP && context >= SLIP_CONTEXT && [hunk, next].every((one) => isSlipAlone(one, texts.a))) {
        open.delete(hunk);
        open.delete(next);
        found.push({ ...joined(hunk, next, texts), context });
        continue;
      }
    }
    if (classify(hunk, texts) !== 'typo') continue;
    open.delete(hunk);
    found.push(textDifference('typo', hunk, texts, contextOf(changes, index, index)));
  }
  return found;
}

/** False where the change is a matter of encoding: another script, a lost glyph, a traditional character. */
function isWriting({ aText, bText, bSpan }: Hunk, { b }: TextPair): boolean {
  if (!HAN.test(normalizeText(aText + bText)) || LOST.test(b.slice(Math.max(0, bSpan.start - 1), bSpan.end + 1)))
    return false;
  return [...bText].every((character) => simplifiedForm(character) === undefined);
}

/** Whether a change would be a slip if it were the only one. */
function isSlipAlone(hunk: Hunk, a: string): boolean {
  const { start, end } = hunk.aSpan;
  const b = a.slice(0, start) + hunk.bText + a.slice(end);
  return classify({ ...hunk, bSpan: { start, end: start + hunk.bText.length } }, { a, b }) === 'typo';
}

function joined(first: Hunk, last: Hunk, { a }: TextPair): TextDifference {
  const from = { start: first.aSpan.start, end: last.aSpan.end };
  const to = { start: first.bSpan.start, end: last.bSpan.end };
  return { kind: 'typo', a: from, b: to, restore: { span: to, newText: a.slice(from.start, from.end) }, context: 0 };
}

/** Equal characters beside the changes `from` to `to`, on the poorer side. */
function contextOf(changes: readonly Hunk[], from: number, to: number): number {
  const before = from <= 1 ? AMPLE : length(changes[from - 1]);
  const after = to >= changes.length - 2 ? AMPLE : length(changes[to + 1]);
  if (before === AMPLE && after === AMPLE) return Math.max(length(changes[from - 1]), length(changes[to + 1]));
  return Math.min(before, after);
}

function length(hunk: Hunk | undefined): number {
  return normalizeText(hunk?.aText ?? '').length;
}

function slipSize({ aText, bText }: Hunk): number {
  return Math.max(normalizeText(aText).length, normalizeText(bText).length);
}
