import type { Text } from '../../model/types';
import type { Span, TextEdit } from '../../text/span';
import { sourceSpan } from '../../yaml/scalar-source';

/** The place in the file of characters `start` to `end` of a text. */
export function spanIn({ node }: Text, { start, end }: Span): Span {
  // 5.30 is the number 5.3; as a text it counts by its written form.
  return typeof node.value === 'string' ? sourceSpan(node, start, end) : node.place.slice(start, end);
}

/** The smallest edit that turns a text into `wanted`; it never inserts without taking a neighbour along, unless the text is empty. */
export function rewrite(text: Text, wanted: string): TextEdit {
  const { value } = text;
  let start = 0;
  while (start < value.length && start < wanted.length && value[start] === wanted[start]) start++;
  let end = 0;
  const most = Math.min(value.length, wanted.length) - start;
  while (end < most && value[value.length - 1 - end] === wanted[wanted.length - 1 - end]) end++;
  // An insertion has no character of its own that could be looked up in a quoted or folded source.
  if (start + end === value.length && start > 0) start--;
  return {
    span: spanIn(text, { start, end: value.length - end }),
    newText: wanted.slice(start, wanted.length - end),
  };
}
