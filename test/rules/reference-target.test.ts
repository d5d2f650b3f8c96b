import { referenceTarget } from '../../server/src/rules/reference-target';
import { items, testRule } from './harness';

const FIVE = [1, 2, 3, 4, 5];
const text = (lines: string, numbers: (number | string)[] = FIVE) => `${items(...numbers)}        ${lines}\n`;
const groups = (...all: string[]) =>
  `${items(...FIVE)}合并报送:\n${all.map((group) => `  - 指标: ${group}\n`).join('')}`;

testRule(referenceTarget, {
  valid: [
    text('备注: 同第3项，另见第1、2项和第4项至第5项'),
    text('备注: 《实施方案》第12项，第26条第12项，共12项'),
    groups('1-2', '[3, 4]', '5'),
    groups('1、2、3'),
    groups('"2、1"'),
    `节选: true\n${text('备注: 同第99项')}合并报送:\n  - 指标: 71-99\n`,
    `编号: 分级\n${text('备注: 同第99项')}`,
    // The item is there, its number is wrong or lost: that is reported where it stands.
    text('备注: 同第3项', [1, 2, 2, 4]),
    text('备注: 同第3项', [1, 2, '', 4]),
    text('备注: 同第3项', [1, 2, 2]),
    text('备注: 同第3项', [1, 2, 4]),
    `${items(1, 3, 2, 4)}合并报送:\n  - 指标: 1-2\n  - 指标: [3, 4]\n`,
    // The gap is no fault of the group.
    `${items(1, 2, 4, 5)}合并报送:\n  - 指标: 1-5\n  - 指标: ''\n`,
    `${items(1, 2)}合并报送:\n  - 指标: [1, 甲]\n  - 甲\n`,
  ],
  invalid: [
    { text: text('备注: 同第⟦9⟧项'), says: '引用的第9项不存在，请核对。' },
    {
      text: text('报送资料: ["第 4、⟦6⟧、⟦7⟧ 项指标，请合并提供", "第4项至第⟦8⟧项"]'),
      says: ['引用的第6项不存在，请核对。', '引用的第7项不存在，请核对。', '引用的第8项不存在，请核对。'],
    },
    {
      text: text('说明: |\n          见第1项。\n          另见第⟦12⟧项。').replaceAll('\n', '\r\n'),
      says: '引用的第12项不存在，请核对。',
    },
    { text: text('备注: 见第⟦5项至第3⟧项'), says: '起止颠倒：第5项至第3项，应从小到大写。' },
    {
      text: `${groups('1-2').trimEnd()}\n    资料: 第1、⟦8⟧项合并提供\n`,
      says: '引用的第8项不存在，请核对。',
    },
    { text: groups("'4-⟦9⟧'"), says: '引用的第9项不存在，请核对。' },
    { text: groups('[4, ⟦9⟧]'), says: '引用的第9项不存在，请核对。' },
    { text: groups('⟦4-2⟧'), says: '起止颠倒：第4项至第2项，应从小到大写。' },
    { text: groups('1、2、⟦4⟧'), says: '合并报送的指标应当相连，第2项与第4项之间隔着别的指标。' },
    { text: groups('[1, ⟦3⟧, 5]'), says: '合并报送的指标应当相连，第1项与第3项之间隔着别的指标。' },
    { text: groups('1-3', '⟦3⟧-5'), says: '第3项已经在另一组合并报送中。' },
    { text: groups('2-3', '⟦1-5⟧'), says: '第2项已经在另一组合并报送中。' },
    { text: groups('[1, 2]', '\n      - ⟦2⟧\n      - 3'), says: '第2项已经在另一组合并报送中。' },
    { text: groups('[⟦1⟧, 1, 2]'), says: '第1项在这一组中写了两次。' },
    { text: groups('⟦一至三项⟧'), says: '看不出是哪几项，请写成「34-46」或者「[26, 27, 28, 29]」的样子。' },
  ],
});
