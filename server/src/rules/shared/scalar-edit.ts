import type { Text } from '../../model/types';
import type { Span, TextEdit } from '../../text/span';
import type { ScalarNode, ScalarStyle } from '../../yaml/nodes';
import { changedPart, spanIn } from './text';

/** What could change the meaning of a plain scalar, in a flow list or out of one. */
const RISKY = /[:#[\]{},&*!|>'"%@`]|^[-?]/;
const COMMENT_OR_KEY = /\s#|:(?:\s|$)/;

/**
 * The edit that replaces part of a text, written as its quotes demand; undefined where that takes more than an edit (a
 * line break, or a character that a plain text cannot hold). An insertion takes a neighbour along, because a gap has no
 * place of its own in a quoted or folded source.
 */
export function replaceIn(text: Text, { start, end }: Span, newText: string): TextEdit | undefined {
  const { value, node } = text;
  if (typeof node.value !== 'string' || value === '') return undefined;
  // What is harmless by itself may not be beside its new neighbours: a blank before #, or behind a colon.
  if (node.style === 'plain' && COMMENT_OR_KEY.test(value.slice(0, start) + newText + value.slice(end)))
    return undefined;
  const isGap = start === end;
  const from = isGap && start > 0 ? start - 1 : start;
  const to = isGap && start === 0 ? end + 1 : end;
  const whole = value.slice(from, start) + newText + value.slice(end, to);
  const written = writtenAs(newText, whole, node.style);
  return written === undefined ? undefined : { span: spanIn(text, { start: from, end: to }), newText: written };
}

/** The edit that gives a text another value, as its quotes demand; only what differs is replaced where that will do. */
export function rewriteText(text: Text, wanted: string): TextEdit {
  const { value, node } = text;
  // A block scalar closes with its last line break.
  const whole = wanted + value.slice(value.trimEnd().length);
  const part = changedPart(value, whole);
  const added = whole.slice(part.start, whole.length - (value.length - part.end));
  const closing = node.style === 'literal' || node.style === 'folded' ? node.raw.slice(node.raw.trimEnd().length) : '';
  return replaceIn(text, part, added) ?? { span: node.place, newText: JSON.stringify(wanted) + closing };
}

/** Whole values that would be no text without quotes. */
const OTHER_TYPE = /^(?:true|false|null|~|[-+]?[\d.][\d._a-z+-]*)$/i;

/** A whole value of one line as it stands between the quotes of a scalar; a plain one gets quotes where it needs them. */
export function valueIn({ style }: Pick<ScalarNode, 'style'>, value: string): string {
  const inner =
    style === 'plain' && (OTHER_TYPE.test(value) || value !== value.trim())
      ? undefined
      : writtenAs(value, value, style);
  return inner ?? JSON.stringify(value);
}

function writtenAs(added: string, whole: string, style: ScalarStyle): string | undefined {
  if (/[\r\n]/.test(whole)) return undefined;
  if (style === 'single') return whole.replaceAll("'", "''");
  if (style === 'double') return JSON.stringify(whole).slice(1, -1);
  if (style !== 'plain') return whole;
  // A per cent sign or an apostrophe inside a plain text does no harm; at its start nobody puts one.
  return RISKY.test(added.replace(/(?<=.)[%']/g, '')) ? undefined : whole;
}
