import type { LineIndex } from '../../text/lines';
import { overlaps, type Span } from '../../text/span';

/** Standard types where there is one that says what is meant; the manifest of the extension describes the others. */
const TYPES = ['property', 'number', 'type', 'enumMember', 'title', 'reference'] as const;
const MODIFIERS = ['declaration', 'deprecated', 'unregistered'] as const;

export type TokenType = (typeof TYPES)[number];
export type TokenModifier = (typeof MODIFIERS)[number];

export const TOKEN_LEGEND = { tokenTypes: [...TYPES], tokenModifiers: [...MODIFIERS] };

export interface Token {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifiers?: readonly TokenModifier[];
}

/**
 * Five numbers a token, as the protocol wants them: line and column (from the token before, if it is on the same line), length,
 * type, modifiers. A token over several lines becomes one a line; of tokens that overlap, the first remains.
 * @param within tokens outside of it are left out
 */
export function encode(lines: LineIndex, tokens: readonly Token[], within: Span): number[] {
  const data: number[] = [];
  let [lastLine, lastCharacter, behind] = [0, 0, 0];
  const inOrder = tokens.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  for (const { span, type, modifiers = [] } of inOrder) {
    if (span.start < behind || !overlaps(span, within)) continue;
    behind = span.end;
    const bits = modifiers.reduce((set, modifier) => set | (1 << MODIFIERS.indexOf(modifier)), 0);
    for (const { line, character, length } of piecesOf(lines, span)) {
      data.push(line - lastLine, line === lastLine ? character - lastCharacter : character, length);
      data.push(TYPES.indexOf(type), bits);
      [lastLine, lastCharacter] = [line, character];
    }
  }
  return data;
}

/** The parts of a span on each of its lines, without indentation. */
function piecesOf(lines: LineIndex, { start, end }: Span): { line: number; character: number; length: number }[] {
  const pieces: { line: number; character: number; length: number }[] = [];
  for (let line = lines.lineAt(start); line <= lines.lineAt(end); line++) {
    const own = lines.lineSpan(line);
    const from = Math.max(start, own.start);
    const text = lines.text.slice(from, Math.min(end, own.end));
    const blanks = text.length - text.trimStart().length;
    const length = text.trim().length;
    if (length > 0) pieces.push({ line, character: from - own.start + blanks, length });
  }
  return pieces;
}
