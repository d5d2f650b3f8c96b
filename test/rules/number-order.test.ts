import { numberOrder } from '../../server/src/rules/number-order';
import { items, testRule } from './harness';

const grouped = (numbers: (number | string)[], group: string, text: string) =>
  `${items(...numbers)}        报送资料: [${text}]\n合并报送:\n  - 指标: ${group}\n`;

testRule(numberOrder, {
  valid: [items(1, 2, 3), items(1, 2, 4), items(1, 2, 2, 3), items(1, 2, 2, 4), `节选: true\n${items(3, 9, 40)}`],
  invalid: [
    {
      text: items(1, 2, 4, '⟦3⟧', 5),
      says: '序号次序不对：第3项排在第4项之后。',
      fixed: items(1, 2, 3, 4, 5),
    },
    {
      text: items(1, '⟦5⟧', 2, 3, 4, 6),
      says: '序号次序不对：第5项排在第2项之前。',
      fixed: items(1, 2, 3, 4, 5, 6),
    },
    { text: items(1, 2, '⟦30⟧', 4), says: '序号次序不对：第30项排在第4项之前。', fixed: items(1, 2, 3, 4) },
    {
      text: items(1, 2, 6, 7, 8, '⟦3⟧', 4, 5, 9),
      says: '序号次序不对：第3项至第5项排在第8项之后。',
      fixed: items(1, 2, 3, 4, 5, 6, 7, 8, 9),
    },
    // References and groups stay on their items.
    {
      text: grouped([1, 2, 4, '⟦3⟧', 5], '4-5', '第4项至第5项合并提供, 同第3项'),
      says: '序号次序不对：第3项排在第4项之后。',
      fixed: grouped([1, 2, 3, 4, 5], '3、5', '第3、5项合并提供, 同第4项'),
    },
    { text: `节选: true\n${items(76, '⟦71⟧', 83)}`, says: '序号次序不对：第71项排在第76项之后。' },
  ],
});
