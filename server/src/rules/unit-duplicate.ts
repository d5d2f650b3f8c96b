import { defineItemRule, INDICATOR_KINDS } from './rule';
import { removeEntry } from './shared/list-edits';
import { placeOf, repeatedUnits } from './shared/unit-uses';

/** A unit stands once in an item, whether as 牵头, 责任 or 配合, under whatever name. Contract section 6. */
export const unitDuplicate = defineItemRule({
  id: 'unit-duplicate',
  summary: '同一项里同一个单位写了两次',
  severity: 'warning',
  fixable: true,
  scope: 'item',
  kinds: INDICATOR_KINDS,
  messages: {
    'same-list': '「{name}」在这一项的{role}中写了两次，请删去一处。',
    'other-list': '「{name}」已经是这一项的{first}，{role}中不必再写。',
    alias: '「{name}」就是这一项{first}中的「{earlier}」，请删去一处。',
    first: '前一处「{earlier}」',
    remove: '删去这一处「{name}」',
  },
  reads: ({ registry }) => [registry],
  inspect:
    ({ document, registry }) =>
    (item, report) => {
      for (const { first, again } of repeatedUnits(item, registry)) {
        const [name, earlier] = [again.value.trim(), first.value.trim()];
        const data = { name, earlier, role: again.list.role, first: first.list.role };
        const sameList = first.list === again.list;
        const message = name !== earlier ? 'alias' : sameList ? 'same-list' : 'other-list';
        const edits = removeEntry(document.lines, again);
        report({
          at: placeOf(again),
          message,
          data,
          related: [{ span: placeOf(first), message: 'first', data }],
          fixes: edits.length > 0 ? [{ title: 'remove', data, edits, safe: sameList && name === earlier }] : [],
          tag: 'unnecessary',
        });
      }
    },
});
