import { correspondences } from '../../model/correspondence';
import { insertKeys } from '../../rules/shared/list-edits';
import { type Offer, title } from './refactoring';

/** Says that an item which answers to nothing in the corpus is the county's own: 对应: 无, and 说明 where there is none. */
export const markLocal: Offer = ({ file, lines, item, corpus }) => {
  if (!corpus || !item || item.extra || item.node.kind !== 'mapping' || !item.content?.value.trim()) return [];
  const keys = new Set(item.node.entries.map(({ key }) => key.value));
  if (keys.has('对应') || correspondences(file, corpus).of(item)?.how !== 'none') return [];
  const reason = keys.has('说明') ? [] : [['说明', '地方补充'] as const];
  const edits = insertKeys(lines, item.node, '', [['对应', '无'], ...reason]);
  return edits.length > 0
    ? [{ key: 'mark-local', kind: 'rewrite', title: title('markLocal'), edits: () => edits }]
    : [];
};
