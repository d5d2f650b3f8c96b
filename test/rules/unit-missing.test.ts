import { describe, expect, it } from 'vitest';
import { unitMissing } from '../../server/src/rules/unit-missing';
import { findingsOf, item, marked, testRule } from './harness';

/** Items 1, 2, … with these lines, and lines at the end of the file. */
function rows(items: readonly string[], tail = ''): string {
  const body = items.map((lines, i) => {
    const own = lines.split('\n').filter((line) => line !== '');
    return `      ⟦- 序号: ${i + 1}\n        内容: 做一件事\n${own.map((line) => `        ${line}\n`).join('')}`.replace(
      '⟦- 序号',
      lines === '' ? '- ⟦序号⟧' : '- 序号',
    );
  });
  return `标题: 表\n县区: 某县\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n${body.join('')}${tail}`;
}

const group = (targets: string) => `合并报送:\n  - 指标: ${targets}\n    资料: 说明\n`;

testRule(unitMissing, {
  valid: [
    rows(['责任单位: [县司法局]', '牵头单位: 县司法局', '责任单位:\n  - 县司法局']),
    // A document without a column for units.
    marked(rows(['', ''])).text,
    // Values that the schema or the reader complains of.
    rows(['责任单位: 县司法局', '责任单位: ""', '责任单位: { 名称: 县司法局 }', '责任单位: *none']),
    `${rows(['责任单位: 县司法局'])}附加项:\n  加分项: [{ 序号: 1, 内容: 甲 }]\n  否决项: [{ 序号: 1, 内容: 乙 }]\n`,
  ],
  invalid: [
    { text: rows(['责任单位: [县司法局]', '']), says: '第2项没有责任单位，也没有牵头单位，请补上。' },
    {
      text: rows([
        '责任单位: [县司法局]',
        '⟦责任单位⟧:',
        '⟦责任单位⟧: []',
        '⟦责任单位⟧: ~',
        '⟦牵头单位⟧:',
        '配合单位: [县司法局]\n⟦牵头单位⟧: []',
      ]),
      says: [2, 3, 4, 5, 6].map((number) => `第${number}项没有责任单位，也没有牵头单位，请补上。`),
    },
    // Most of a file is still to be written: one finding, not ten.
    {
      text: rows(['责任单位: [县司法局]', '⟦责任单位⟧: []', ...Array.from({ length: 9 }, () => '责任单位: []')]),
      says: '从第2项起，还有10项没有责任单位，也没有牵头单位，请逐项补上。',
    },
    {
      text: rows([
        ...Array.from({ length: 10 }, () => '责任单位: [县司法局]'),
        ...Array.from({ length: 10 }, () => '⟦责任单位⟧: []'),
      ]),
      says: Array.from({ length: 10 }, (_, i) => `第${i + 11}项没有责任单位，也没有牵头单位，请补上。`),
    },
    {
      text: `${rows(['责任单位: [县司法局]'])}附加项:\n  加分项:\n    条目: [{ 序号: 1, 内容: 甲, 责任单位: 各创建单位 }]\n  否决项: [{ ⟦序号⟧: 1, 内容: 乙 }]\n`,
      says: [{ says: '否决项第1项没有责任单位，也没有牵头单位，请补上。', severity: 'warning' }],
    },
    {
      text: rows(['责任单位: [县司法局, "县委, 办"]', '', '备注: 无\n⟦责任单位⟧: # 待定', ''], group('1-3')),
      says: [
        {
          says: '第2项没有责任单位，也没有牵头单位。与它合并报送的第1项列有单位，如由同一单位负责，请照样写上。',
          severity: 'warning',
        },
        {
          says: '第3项没有责任单位，也没有牵头单位。与它合并报送的第1项列有单位，如由同一单位负责，请照样写上。',
          severity: 'warning',
        },
        '第4项没有责任单位，也没有牵头单位，请补上。',
      ],
      fix: {
        title: '照第1项写上「县司法局、县委, 办」',
        gives: marked(
          rows(
            ['责任单位: [县司法局, "县委, 办"]', '责任单位: [县司法局, "县委, 办"]', '备注: 无\n责任单位: # 待定', ''],
            group('1-3'),
          ),
        ).text,
      },
    },
    {
      text: rows(['牵头单位: 甲局\n配合单位: 乙局\n责任单位: [丙局]', '⟦责任单位⟧: # 待定'], group('[1, 2]')),
      says: [
        {
          says: '第2项没有责任单位，也没有牵头单位。与它合并报送的第1项列有单位，如由同一单位负责，请照样写上。',
          severity: 'warning',
        },
      ],
      fix: {
        title: '照第1项写上「甲局、丙局」',
        gives: rows(
          ['牵头单位: 甲局\n配合单位: 乙局\n责任单位: [丙局]', '牵头单位: [甲局]\n责任单位: [丙局] # 待定'],
          group('[1, 2]'),
        ),
      },
    },
    // A slip of the head is not copied.
    {
      text: rows(['责任单位: [县司 法局, 县财政局县审计局]', ''], group('1-2')),
      registry: '单位: [{ 名称: 县司法局 }, { 名称: 县财政局 }, { 名称: 县审计局 }]',
      says: [
        {
          says: '第2项没有责任单位，也没有牵头单位。与它合并报送的第1项列有单位，如由同一单位负责，请照样写上。',
          severity: 'warning',
        },
      ],
      fix: {
        title: '照第1项写上「县司法局、县财政局、县审计局」',
        gives: rows(
          ['责任单位: [县司 法局, 县财政局县审计局]', '责任单位: [县司法局, 县财政局, 县审计局]'],
          group('1-2'),
        ),
      },
    },
    // The head itself has none, so there is nothing to copy.
    {
      text: rows(['', '责任单位: 甲局'], group('1、2')),
      says: [{ says: '第1项没有责任单位，也没有牵头单位，请补上。', severity: 'warning' }],
    },
  ],
});

describe('unit-missing beside damage', () => {
  it('says nothing of an entry or a list that cannot be read', () => {
    const text = `${item('责任单位: [县司法局]')}      - 序号: 2\n        内容: "甲\n        责任单位: [县司法局\n`;
    expect(findingsOf(unitMissing, text)).toEqual([]);
  });

  it('keeps CRLF when it copies', () => {
    const { text } = marked(rows(['责任单位: 甲局', ''], group('1-2')));
    const [finding] = findingsOf(unitMissing, text.replaceAll('\n', '\r\n'));
    expect(finding?.fixes[0]?.edits.map(({ newText }) => newText)).toEqual(['\r\n        责任单位: [甲局]']);
    expect(finding?.fixes[0]?.safe).toBe(false);
  });
});
