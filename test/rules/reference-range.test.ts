import { referenceRange } from '../../server/src/rules/reference-range';
import { items, testRule } from './harness';

const text = (lines: string, groups = '') => `${items(1, 2, 3)}        ${lines}\n${groups && `合并报送:\n${groups}`}`;
const FORM = '没有写明哪几项，请写成「第26、27、28项合并提供」的样子，或者在「合并报送」中列出。';

testRule(referenceRange, {
  valid: [
    text('报送资料: 第 2、3 项指标，请合并提供下列材料：甲'),
    text('报送资料: 2-3合并提供：甲'),
    text('报送资料: [第2、3项指标, 合并提供：甲]'),
    text('报送资料: 合并提供：甲', '  - 指标: 2-3\n    资料: 合并提供：甲，该两项指标\n'),
    text('报送资料: 第1、2、3项指标，请合并提供有关部门涉及该三项指标的情况说明'),
    text('报送资料: 涉及该三项指标的情况说明'),
    text('报送资料: 涉及该三项指标的情况说明', '  - 指标: 1-3\n'),
    text('备注: 合并提供'),
    text('内容二: 该三项制度'),
    // The item is the third whatever its number.
    `${items(1, 2, 2)}        报送资料: 合并提供：甲\n合并报送:\n  - 指标: [3, 4]\n`,
    '合并报送:\n  - 指标: 1-3\n    资料: 该三项指标\n',
  ],
  invalid: [
    { text: text('报送资料: ⟦合并提供⟧：甲'), says: `「合并提供」${FORM}` },
    { text: text('报送资料: ["甲", "\\"乙\\"。请⟦合并报送⟧：丙"]'), says: `「合并报送」${FORM}` },
    { text: text('报送资料: ⟦合并提供⟧：甲', '  - 指标: 1-2\n'), says: `「合并提供」${FORM}` },
    {
      text: text('报送资料: 第2、3项指标，请合并提供涉及⟦该三项⟧指标的情况说明').replaceAll('\n', '\r\n'),
      says: '「该三项」说的是3项，前面列出的是2项。',
    },
    {
      text: text(
        '报送资料:\n          - 第2项至第3项指标\n          - >\n            涉及\n            ⟦上述五项指标⟧的情况说明',
      ),
      says: '「上述五项指标」说的是5项，前面列出的是2项。',
    },
    {
      text: text('报送资料: 涉及⟦该三项⟧指标的情况说明', '  - 指标: 2-3\n    资料: 涉及⟦该四项⟧指标的情况说明\n'),
      says: ['「该三项」说的是3项，「合并报送」中这一组是2项。', '「该四项」说的是4项，「合并报送」中这一组是2项。'],
    },
  ],
});
