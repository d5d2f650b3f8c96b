import type { BadText } from '../../domain/encoding';
import type { Text } from '../../model/types';
import type { Span, TextEdit } from '../../text/span';
import { spanIn } from './text';

/** Tags that only dress the text, and entities, which stand for one character. */
const DRESSING = /^(?:<\/?(?:span|b|strong|i|em|u|font|o:p)\b[^<>]*>)+$|^&/i;
/** Tags that part paragraphs: without them the text before must end by itself. */
const PARTING = /^(?:<\/?(?:p|br|div|span|b|strong|i|em|u|font|o:p)\b[^<>]*>)+$/i;
const ENDS_SENTENCE = /[。；：！？，、”）\n]/;
/** What may stand without quotes; numbers and the like must stay texts. */
const PLAIN = /^[\p{L}《（“〔【「]/u;
const NOT_PLAIN = /:\s|:$|\s#/;
const BLANKS = /[ \t]*/y;

/**
 * Takes tags out of a text and puts characters in the place of entities. Safe where nothing runs together that the
 * tags kept apart (cells of a table, paragraphs).
 * @param remains tags and entities, in order of place
 * @returns undefined where nothing would be left
 */
export function removeMarkup(
  text: Text,
  remains: readonly BadText[],
): { edits: TextEdit[]; safe: boolean } | undefined {
  const { value, node } = text;
  const removed = withBlanksBehind(value, remains);
  const kept = removed.map(({ start }, i) => value.slice(removed[i - 1]?.end ?? 0, start));
  const tail = value.slice(removed.at(-1)?.end ?? 0);
  const result = kept.map((piece, i) => piece + (remains[i]?.suggestion ?? '')).join('') + tail;
  if (result.trim() === '') return undefined;
  // What comes from here on has no text behind it.
  const lastFollowed = [...kept, tail].findLastIndex((piece) => piece.trim() !== '');
  let before = '';
  let safe = true;
  for (const [i, markup] of remains.entries()) {
    before = lastOf(kept[i] ?? '') || before;
    const runsTogether = before !== '' && i < lastFollowed && !ENDS_SENTENCE.test(before);
    safe &&= DRESSING.test(markup.text) || (PARTING.test(markup.text) && !runsTogether);
  }
  if (node.style === 'plain' && (!PLAIN.test(result) || NOT_PLAIN.test(result))) {
    return { edits: [{ span: node.place, newText: JSON.stringify(result) }], safe };
  }
  const edits = removed.map((span, i) => ({ span: spanIn(text, span), newText: remains[i]?.suggestion ?? '' }));
  return { edits, safe };
}

/** The blanks behind tags at the start of a line must not become the indentation of that line. */
function withBlanksBehind(value: string, remains: readonly BadText[]): Span[] {
  let lineStart = 0;
  return remains.map(({ span: { start, end }, suggestion }) => {
    if (suggestion || (start !== lineStart && value[start - 1] !== '\n')) return { start, end };
    BLANKS.lastIndex = end;
    lineStart = end + (BLANKS.exec(value)?.[0].length ?? 0);
    return { start, end: lineStart };
  });
}

/** The last character of a text, blanks aside; a line break counts. */
function lastOf(text: string): string {
  const trimmed = text.trimEnd();
  return text.includes('\n', trimmed.length) ? '\n' : trimmed.slice(-1);
}
