import { VOCABULARY } from '../../model/keys';
import type { TextEdit } from '../../text/span';
import type { Checked } from '../../workspace/project';
import { tokensOf } from '../completion/line-tokens';

/** A full-width colon behind a key becomes `: `; one within a text stays, as do those that the reader takes for text. */
export function afterColon({ document: { lines, faults } }: Checked, offset: number): TextEdit[] {
  const { line, character } = lines.positionAt(offset);
  const { start, end } = lines.lineSpan(line);
  const { key } = tokensOf(lines.text.slice(start, end));
  if (key?.colon !== character - 1 || !VOCABULARY.keys.has(key.name)) return [];
  const isMistyped = faults.some(({ kind, span }) => kind === 'fullwidth-colon' && span.start === offset - 1);
  if (!isMistyped) return [];
  const hasBlank = /^[ \t]/.test(lines.text.slice(offset, end));
  return [{ span: { start: offset - 1, end: offset }, newText: hasBlank ? ':' : ': ' }];
}
