import { diffArrays } from 'diff';
import type { TextEdit } from '../text/span';

/** Line-wise edits that lead from one text to another, so that an editor keeps cursors and folds elsewhere. */
export function lineEdits(before: string, after: string): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  for (const { value, added, removed } of diffArrays(toLines(before), toLines(after))) {
    const chunk = value.join('');
    if (!added && !removed) {
      at += chunk.length;
      continue;
    }
    const last = edits.at(-1);
    // A removal and an addition side by side are one replacement.
    const joins = last !== undefined && last.span.end === at;
    const span = { start: joins ? last.span.start : at, end: removed ? at + chunk.length : at };
    const newText = (joins ? last.newText : '') + (added ? chunk : '');
    if (joins) edits.pop();
    edits.push({ span, newText });
    if (removed) at += chunk.length;
  }
  return edits;
}

function toLines(text: string): string[] {
  return text.split(/(?<=\n)/);
}
