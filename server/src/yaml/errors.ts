import type { YAMLError } from 'yaml';
import type { Span } from '../text/span';
import { endOfLine } from './characters';
import type { Fault, FaultKind } from './faults';

const KINDS: Partial<Record<YAMLError['code'], FaultKind>> = {
  BAD_SCALAR_START: 'reserved-start',
  BLOCK_AS_IMPLICIT_KEY: 'colon-in-text',
  TAB_AS_INDENT: 'tab',
  BAD_DQ_ESCAPE: 'bad-escape',
  BAD_ALIAS: 'unknown-alias',
  RESOURCE_EXHAUSTION: 'too-deep',
  MULTIPLE_DOCS: 'several-documents',
};

/** The first of the parser's errors by place; the later ones are its echoes. */
export function firstError(errors: readonly YAMLError[]): YAMLError | undefined {
  return errors.reduce<YAMLError | undefined>((a, b) => (a && a.pos[0] <= b.pos[0] ? a : b), undefined);
}

/** An error of the parser as a fault. The parser's English is never shown. */
export function translateError(error: YAMLError, text: string, toOriginal: (offset: number) => number): Fault {
  const span = visible(text, toOriginal(error.pos[0]), toOriginal(error.pos[1]));
  const kind = KINDS[error.code] ?? 'unreadable';
  return { kind, span, data: { sign: text[span.start] ?? '', limit: 0 }, fixable: false };
}

/** At least one visible character, on one line. */
function visible(text: string, from: number, to: number): Span {
  let start = Math.min(from, text.length);
  while (start > 0 && (start >= text.length || /\s/.test(text[start] ?? ' '))) start--;
  const end = Math.min(Math.max(to, start + 1), Math.max(endOfLine(text, start), start + 1));
  return { start, end: Math.min(end, text.length) };
}
