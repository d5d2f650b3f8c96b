import type { LineIndex } from '../text/lines';
import type { Span } from '../text/span';

/** A `# zhibiao-disable-…` comment (contract section 6). */
export interface Suppression {
  readonly scope: 'line' | 'next-line' | 'file';
  /** The whole comment, from its `#`. */
  readonly span: Span;
  readonly rule: { readonly id: string; readonly span: Span } | undefined;
  readonly reason: string;
  /** The zero-based line that is silenced; -1 for the whole file. */
  readonly line: number;
}

const COMMENT = /(?<=^|\s)#[ \t]*zhibiao-disable-(line|next-line|file)(?![\w-])[ \t]*([\w-]*)([^\r\n]*)/gm;

/** Finds the suppressing comments of a text. */
export function findSuppressions(lines: LineIndex): Suppression[] {
  const found: Suppression[] = [];
  if (!lines.text.includes('zhibiao-disable')) return found;
  for (const match of lines.text.matchAll(COMMENT)) {
    const [whole, scope, id = '', reason = ''] = match;
    const line = lines.lineAt(match.index);
    const from = match.index + whole.indexOf(id, whole.indexOf(scope ?? '') + (scope ?? '').length);
    found.push({
      scope: scope as Suppression['scope'],
      span: { start: match.index, end: match.index + whole.trimEnd().length },
      rule: id ? { id, span: { start: from, end: from + id.length } } : undefined,
      reason: reason.trim(),
      line: scope === 'file' ? -1 : scope === 'line' ? line : line + 1,
    });
  }
  return found;
}
