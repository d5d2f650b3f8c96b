import type { Text } from '../../model/types';
import type { Span, TextEdit } from '../../text/span';
import { sourceSpan } from '../../yaml/scalar-source';

/** The place in the file of characters `start` to `end` of a text. */
export function spanIn({ node }: Text, { start, end }: Span): Span {
  // 5.30 is the number 5.3; as a text it counts by its written form.
  return typeof node.value === 'string' ? sourceSpan(node, start, end) : node.place.slice(start, end);
}

/** The part of a text in which it differs from another: what comes before and behind it is the same in both. */
export function changedPart(text: string, other: string): Span {
  const most = Math.min(text.length, other.length);
  let start = 0;
  while (start < most && text[start] === other[start]) start++;
  let tail = 0;
  while (tail < most - start && text[text.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  return { start, end: text.length - tail };
}

/** The smallest edit that turns a text into `wanted`; it never inserts without taking a neighbour along, unless the text is empty. */
export function rewrite(text: Text, wanted: string): TextEdit {
  const { value } = text;
  const { start: first, end: behind } = changedPart(value, wanted);
  let start = first;
  const end = value.length - behind;
  // An insertion has no character of its own that could be looked up in a quoted or folded source.
  if (start + end === value.length && start > 0) start--;
  return {
    span: spanIn(text, { start, end: value.length - end }),
    newText: wanted.slice(start, wanted.length - end),
  };
}
