import { describe, expect, it } from 'vitest';
import { VOCABULARY } from '../../server/src/model/keys';
import { applyEdits, withoutOverlaps } from '../../server/src/text/edits';
import { scan } from '../../server/src/yaml/scan';
import { faultsOf, read } from './support';

const head = '标题: 表\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n';
const item = (n: number, lines = '') => `      - 序号: ${n}\n        内容: 甲\n${lines}`;

/** The text with all repairs made. */
function repaired(text: string): string {
  return applyEdits(text, withoutOverlaps(read(text).faults.flatMap((fault) => fault.repair ?? [])));
}

describe('a slip of the keyboard is found where it stands and repaired', () => {
  it.each([
    ['a full-width colon', '标题：表\n', 'fullwidth-colon@：', '标题: 表\n'],
    ['a full-width colon with blanks', '标题 ：  表\n', 'fullwidth-colon@：', '标题: 表\n'],
    ['a full-width colon beside the right one', '标题：: 表\n', 'fullwidth-colon@：', '标题: 表\n'],
    ['a full-width colon behind the right one', '标题:：表\n', 'fullwidth-colon@：', '标题: 表\n'],
    ['two colons', '标题:: 表\n', 'unreadable@:', '标题: 表\n'],
    ['a colon inside a key', '标:题: 表\n', 'unreadable@:', '标题: 表\n'],
    ['no blank behind the colon', '标题:表\n', 'colon-without-blank@标题:', '标题: 表\n'],
    ['a sign instead of the blank', '标题:@表\n', 'unreadable@@', '标题: 表\n'],
    ['a no-break space behind the colon', '标题:\u00a0表\n', 'odd-blank@\u00a0', '标题: 表\n'],
    ['an ideographic indentation', `${head}　　　- 序号: 1\n`, 'odd-blank@　　　', `${head}      - 序号: 1\n`],
    ['a tab', `${head}${item(1, '\t\t\t\t备注: 乙\n')}`, 'tab@\t\t\t\t', `${head}${item(1, '        备注: 乙\n')}`],
    ['a full-width dash', `${head}      －序号: 1\n`, 'fullwidth-dash@－', `${head}      - 序号: 1\n`],
    ['no blank behind the dash', `${head}      -序号: 1\n`, 'dash-without-blank@-', `${head}      - 序号: 1\n`],
    [
      'a full-width comma between names',
      `${head}${item(1, '        责任单位: [甲局，乙局]\n')}`,
      'fullwidth-comma@，',
      `${head}${item(1, '        责任单位: [甲局, 乙局]\n')}`,
    ],
    [
      'a line too far right',
      `${head}${item(1, '         备注: 乙\n')}`,
      'indent-too-large@备注',
      `${head}${item(1, '        备注: 乙\n')}`,
    ],
    [
      'the first dash of a list too far right',
      `${head} ${item(1)}${item(2)}`,
      'indent-too-large@- 序号',
      `${head}${item(1)}${item(2)}`,
    ],
    [
      'a title of a section too far left',
      `${head}${item(1)} - 名称: 二、乙\n    三级指标:\n${item(2)}`,
      'indent-too-small@- 名称',
      `${head}${item(1)}  - 名称: 二、乙\n    三级指标:\n${item(2)}`,
    ],
    [
      'a character in the indentation',
      `${head}${item(1)}${item(2).replace('     ', '   ，  ')}`,
      'unreadable@，',
      `${head}${item(1)}${item(2)}`,
    ],
    [
      'a character before a key',
      `${head}${item(1).replace('内容', '@内容')}${item(2)}`,
      'unreadable@@',
      `${head}${item(1)}${item(2)}`,
    ],
    [
      'a bracket before a key',
      `${head}${item(1).replace('序号', '{序号')}${item(2)}`,
      'unreadable@{',
      `${head}${item(1)}${item(2)}`,
    ],
    [
      'another sign for the dash',
      `${head}${item(1)}${item(2).replace('-', '>')}`,
      'unreadable@>',
      `${head}${item(1)}${item(2)}`,
    ],
    ['no dash', `${head}${item(1)}${item(2).replace('-', ' ')}`, 'unreadable@序号', `${head}${item(1)}${item(2)}`],
    ['no colon', `${head.replace('三级指标:', '三级指标')}${item(1)}`, 'missing-colon@三级指标', `${head}${item(1)}`],
    [
      'two lines in one',
      `${head}${item(1)}`.replace('\n        内容', '        内容'),
      'unreadable@内容:',
      `${head}${item(1)}`,
    ],
    [
      'something behind the key of a list',
      `${head.replace('三级指标:', '三级指标: a')}${item(1)}`,
      'unreadable@a',
      `${head.replace('三级指标:', '三级指标: ')}${item(1)}`,
    ],
    ['a quote that is not closed', `${head}${item(1, '        备注: "乙\n')}`, 'unclosed-quote@"', undefined],
    ['a bracket that is not closed', `${head}${item(1, '        责任单位: [甲局\n')}`, 'unclosed-bracket@[', undefined],
    ['a quotation inside quotes', '标题: "放管服"改革\n', 'reserved-start@"', `标题: '"放管服"改革'\n`],
    ['a colon in the text', '标题: 甲: 乙\n', 'colon-in-text@:', '标题: "甲: 乙"\n'],
    ['full-width quotes', '标题: “表”\n', 'fullwidth-quote@“', '标题: "表"\n'],
  ])('%s', (_, text, fault, right) => {
    expect(faultsOf(text)).toEqual([fault]);
    if (right !== undefined) expect(repaired(text)).toBe(right);
    expect(read(repaired(text)).faults).toEqual([]);
  });

  it('with CRLF as well', () => {
    const text = `${head}${item(1, '         备注：乙\n')}${item(2)}`.replaceAll('\n', '\r\n');
    expect(faultsOf(text)).toEqual(['indent-too-large@备注', 'fullwidth-colon@：']);
    expect(repaired(text)).toBe(`${head}${item(1, '        备注: 乙\n')}${item(2)}`.replaceAll('\n', '\r\n'));
  });

  it('once for all lines that follow a misplaced one', () => {
    const text = `${head}${item(1)}     - 序号: 2\n       内容: 乙\n       备注: 丙\n${item(3)}`;
    expect(faultsOf(text)).toEqual(['indent-too-small@- 序号']);
    expect(repaired(text)).toBe(
      `${head}${item(1)}${item(2)}        备注: 丙\n${item(3)}`.replace('甲\n        备注', '乙\n        备注'),
    );
  });
});

describe('what is right is left alone', () => {
  it.each([
    [
      'texts that begin like keys',
      `${head}${item(1, '        报送资料:\n          - 资料：两份\n          - 内容: 甲\n')}`,
    ],
    ['an enumeration comma and brackets in names', '等次: [优秀, 良好（含、以上）]\n'],
    ['a colon in a text', '标题: 表（2021年版）：甲\n'],
    ['a list at the column of its key', '等次:\n- 优秀\n- 良好\n'],
    [
      'four blanks a step',
      '一级指标:\n    -   名称: 一、甲\n        三级指标:\n            -   序号: 1\n                内容: 乙\n',
    ],
    ['a text that goes on', '标题: 一段\n  接着一段\n县区: 某县\n'],
    ['keys in a block scalar', '说明: |\n  内容：甲\n  － 乙\n县区: 某县\n'],
    ['keys in a quoted text', '说明: "甲\n  内容：乙"\n县区: 某县\n'],
    ['a flow list over lines', '等次: [优秀,\n  良好\n  ]\n县区: 某县\n'],
    ['a comment that looks like an item', `${head}${item(1)}      # - 序号: 2\n${item(3)}`],
    ['a key of another language', 'title: 表\nx-note: 甲\n'],
  ])('%s', (_, text) => {
    expect(faultsOf(text)).toEqual([]);
  });
});

describe('long lists are cut', () => {
  it('at their dashes, comments behind an entry left out', () => {
    const text = `${head}${item(1)}      # 注\n${item(2)}    # 尾\n  - 名称: 二、乙\n    三级指标:\n${item(3)}`;
    const parts = scan(text, VOCABULARY).runs.map((run) => run.items.map(({ start, end }) => text.slice(start, end)));
    expect(parts).toEqual([[item(1), item(2)], [item(3)]]);
  });

  it('where a stop says that the rest is not read', () => {
    const text = '标题: 表\n---\n标题: 乙\n';
    expect(scan(text, VOCABULARY).stop).toBe(6);
    expect(scan('标题: 表\n...\n# 完\n', VOCABULARY)).toMatchObject({ stop: 6, faults: [] });
  });
});
