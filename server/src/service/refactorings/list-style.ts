import { toBlockList, toFlowList } from '../../rules/shared/list-style';
import { type Offer, title } from './refactoring';

/** Writes a unit list with one unit a line, or all on one line. */
export const listStyle: Offer = ({ lines, list }) => {
  if (!list || list.style === 'single') return [];
  const toBlock = list.style === 'flow';
  const edits = toBlock ? toBlockList(lines, list) : toFlowList(lines, list);
  if (edits.length === 0) return [];
  const key = toBlock ? 'toBlock' : 'toFlow';
  return [{ key, kind: 'rewrite', title: title(key, { role: list.role }), edits: () => edits }];
};
