import type { Indicator } from '../../model/types';
import type { LineIndex } from '../../text/lines';
import { insertKeys } from './list-edits';

/** The fix that states why an item departs from the corpus; none where it has a 说明 already. Needs a message `explain`. */
export function explainFix(lines: LineIndex, { node, reason }: Indicator, text: '地方从严' | '地方补充') {
  if (reason || node.kind !== 'mapping' || node.entries.some(({ key }) => key.value === '说明')) return [];
  const edits = insertKeys(lines, node, '', [['说明', text]]);
  return edits.length > 0 ? [{ title: 'explain', data: { reason: text }, edits, safe: false } as const] : [];
}
