import { describe, expect, it } from 'vitest';
import { CompletionItemKind, type InsertReplaceEdit } from 'vscode-languageserver-types';
import { parseDeadline } from '../../server/src/domain/deadline';
import { resolveCompletion } from '../../server/src/service/completion';
import { MAX_PROPOSALS } from '../../server/src/service/completion/proposal';
import { complete, FULL, PLAIN } from './completion/harness';
import { seed } from './harness';

const REGISTRY = seed('as-printed/qinshui/qinshui.danwei.yaml');
const OTHER = `标题: 乙
县区: 沙坡头区
依据: 2021年版
单位名录: ./s.danwei.yaml
一级指标:
  - 名称: 一、政府职能依法全面履行
    三级指标:
      - 序号: 2
        内容: 依法实施行政许可，非行政许可审批事项全部取消，不存在以备案、登记、行政确认、征求意见等任何方式设置的变相许可事项。
        牵头单位: [区审计局]
        责任单位: [区财政局, 区重点办]
        完成时限: 7月底前
        报送资料: [1. 甲说明。, 2. 乙清单。]
`;
const HEAD = `标题: 甲
县区: 沁水县
年度: 2022
创建周期: { 起: 2022-02-01, 止: 2022-12-31 }
依据: 2021年版
单位名录: ./q.danwei.yaml

一级指标:
  - 名称: 一、政府职能依法全面履行
    二级指标:
      - 名称: 1. 加大简政放权力度
        三级指标:
          - 序号: 1
            内容: 全面普及行政审批服务“马上办、网上办、就近办、一次办、自助办”，行政审批事项在法定期限内完成并不断压缩办理时限。
            责任单位: [县行政审批局, 县司法局]
            完成时限: 5月底前
`;
const SECOND = `          - 序号: 2
            内容: 依法实施行政许可，非行政许可审批事项全部取消，不存在以备案、登记、行政确认、征求意见等任何方式设置的变相许可事项。
`;

/** Completes in a file of two items, with another county's file beside it. */
const inFile = (text: string, options = {}) =>
  complete(
    {
      'a.zhibiao.yaml': text,
      'q.danwei.yaml': REGISTRY,
      'b.zhibiao.yaml': OTHER,
      's.danwei.yaml': '县区: 沙坡头区\n单位:\n  - 名称: 区财政局\n',
    },
    options,
  );
const inItem = (line: string, options = {}) => inFile(`${HEAD}${SECOND}            ${line}\n`, options);

describe('units', () => {
  it.each([
    ['xsfj', '县司法局'],
    ['sfj', '县司法局'],
    ['xiansifaju', '县司法局'],
    ['司法', '县司法局'],
    ['县司', '县司法局'],
    ['县市场监督', '县市场监管局'],
    ['税务局', '国家税务总局沁水县税务局'],
  ])('are found by %s', async (typed, unit) => {
    const { labels } = await inItem(`责任单位: [${typed}¦]`);
    expect(labels[0]).toBe(unit);
  });

  it('are written over what is typed, and filtered by it alone', async () => {
    const { items, take, file } = await inItem('责任单位: [县财政局, xsfj¦]');
    const [item] = items;
    const { insert, newText } = (item?.textEdit ?? {}) as InsertReplaceEdit;
    expect(
      file.document.lines.text.slice(...(Object.values(file.document.lines.span(insert)) as [number, number])),
    ).toBe('xsfj');
    expect([item?.filterText, newText, item?.commitCharacters]).toEqual(['xsfj', '县司法局', undefined]);
    expect(take('县司法局')).toContain('责任单位: [县财政局, 县司法局]\n');
  });

  it('come first that another county gives the same item, then those in use here in this role', async () => {
    const { labels, items } = await inItem('责任单位: [¦]');
    expect(labels.slice(0, 4)).toEqual(['县财政局', '县审计局', '县司法局', '县行政审批局']);
    expect(items.slice(0, 3).map(({ labelDetails }) => labelDetails?.description)).toEqual([
      '沙坡头区的同一项',
      '沙坡头区的同一项',
      '本文件已用1次',
    ]);
    expect((await inItem('牵头单位: [¦]')).labels[0]).toBe('县审计局');
  });

  it('are left out where the item names them, in whatever list', async () => {
    const { labels } = await inItem('牵头单位: [县财政局]\n            责任单位: [县审计局, ¦]');
    expect(labels).not.toContain('县财政局');
    expect(labels).not.toContain('县审计局');
  });

  it.each([
    ['a value', '责任单位: ¦', '责任单位: [县财政局¦]'],
    ['no blank', '责任单位:¦', '责任单位: [县财政局¦]'],
    ['a full-width colon', '责任单位：¦', '责任单位: [县财政局¦]'],
    ['no blank behind a comma', '责任单位: [县司法局,¦]', '责任单位: [县司法局, 县财政局]'],
    ['a sign of running text', '责任单位: 县司法局、县财¦', '责任单位: [县司法局, 县财政局¦]'],
    ['the same in brackets', '责任单位: [县司法局，县财¦]', '责任单位: [县司法局, 县财政局]'],
    ['quotes', '责任单位: ["县财¦"]', '责任单位: ["县财政局"]'],
    ['an open bracket', '责任单位: [县财¦', '责任单位: [县财政局'],
    ['a list of lines', '责任单位:\n              - 县财¦', '责任单位:\n              - 县财政局'],
    ['no dash yet', '责任单位:\n              ¦', '责任单位:\n              - 县财政局'],
    ['a name that is there', '责任单位: [县¦民政局]', '责任单位: [县财政局]'],
  ])('are written as their place demands: %s', async (_, line, expected) => {
    const { take } = await inItem(line);
    expect(take('县财政局')).toContain(`            ${expected}\n`);
  });

  it('that are closed lead to their successors', async () => {
    const { labels } = await complete({
      'a.zhibiao.yaml': '标题: 甲\n一级指标:\n  - 三级指标:\n      - 责任单位: [环保¦]\n',
      'q.danwei.yaml':
        '单位:\n  - 名称: 县生态环境局\n  - 名称: 县环保局\n    停用: 2019-01-01\n    承继: 县生态环境局\n',
    });
    expect(labels).toEqual(['县生态环境局']);
  });

  it.each([' [¦]', '\n      - ¦', '\n      - 县¦'])(
    'are known in a registry itself, without the one at hand:%s',
    async (list) => {
      const { labels } = await complete({
        'q.danwei.yaml': `单位:\n  - 名称: 县甲局\n  - 名称: 县乙局\n    成员:${list}\n`,
      });
      expect(labels).toEqual(['县甲局']);
    },
  );

  it('need letters only where the setting wants no pinyin', async () => {
    const settings = { completionPinyin: false };
    expect((await inItem('责任单位: [xsfj¦]', { settings })).labels).toEqual([]);
    expect((await inItem('责任单位: [司法¦]', { settings })).labels[0]).toBe('县司法局');
  });
});

describe('numbers', () => {
  it.each(['9007199254740992', '1e999'])('end somewhere behind %s', async (number) => {
    const text = `一级指标:\n  - 名称: 一、甲\n    三级指标:\n      - 序号: ${number}\n      - 序号: ¦\n`;
    expect((await complete({ 'a.zhibiao.yaml': text })).labels[0]).toBe('1');
  });
});

describe('keys', () => {
  it('are those that the item lacks, the usual ones first', async () => {
    const { labels } = await inItem('¦');
    expect(labels.slice(0, 2)).toEqual(['责任单位', '完成时限']);
    expect(labels).not.toContain('内容');
    expect(labels.at(-1)).toBe('名称');
  });

  it.each([
    ['责', '责任单位', '责任单位: [¦]'],
    ['zrdw', '责任单位', '责任单位: [¦]'],
    ['责任：', '责任单位', '责任单位: [¦]'],
    ['责任单位：', '责任单位', '责任单位: [¦]'],
    ['完', '完成时限', '完成时限: '],
    ['"责任¦"', '责任单位', '"责任单位"'],
  ])('are finished: %s', async (typed, key, expected) => {
    expect((await inItem(typed.includes('¦') ? typed : `${typed}¦`)).take(key)).toContain(
      `\n            ${expected}\n`,
    );
  });

  it('replace a key that has its colon, whole', async () => {
    const { take } = await inItem('¦责任单位: [县司法局]');
    expect(take('牵头单位')).toContain('            牵头单位: [县司法局]\n');
  });

  it('come to stand in the column of their fellows', async () => {
    const { take } = await inFile(`${HEAD}${SECOND}           责¦\n`);
    expect(take('责任单位')).toContain('。\n            责任单位: [¦]\n');
  });

  it.each([
    ['a.zhibiao.yaml', '标题: 甲\n创¦\n', '创建周期: { 起: ¦2022-01-01, 止: 2022-12-31 }'],
    ['a.zhibiao.yaml', '标题: 甲\n一级¦\n', '一级指标:\n  - 名称: ¦'],
    ['q.danwei.yaml', '单位:\n  - 名称: 县甲局\n    别¦\n', '别名: [¦]'],
    ['c.yaoqiu.yaml', '名称: 甲\n简¦\n', '简称: [¦]'],
    ['zhibiao.config.yaml', '规¦\n', '规则:\n  ¦'],
    ['zhibiao.config.yaml', '规则:\n  unit-al¦\n', 'unit-alias: '],
  ])('have the shape of their values: %s %s', async (name, text, expected) => {
    const { take, labels } = await complete({ [name]: text });
    expect(take(labels[0] ?? '')).toContain(expected);
  });

  it('are plain for a client without snippets', async () => {
    const { items, take } = await inItem('责¦', { client: PLAIN });
    expect(take('责任单位')).toContain('            责任单位: \n');
    expect(items[0]?.insertTextFormat).toBe(1);
  });

  it('say what they are for when they are looked at', async () => {
    const { items, workspace, file } = await inItem('责¦', { locale: 'en' });
    const resolved = resolveCompletion(workspace, file, items[0] ?? { label: '' }, { client: FULL, corpora: [] });
    expect(items[0]?.documentation).toBeUndefined();
    expect(resolved.documentation).toMatchObject({ kind: 'markdown', value: expect.stringContaining('**责任单位**') });
  });
});

describe('items', () => {
  it('begin with the next one of this section that the file lacks, whole', async () => {
    const { labels, take } = await inFile(`${HEAD}          - ¦\n`);
    expect(labels[0]).toMatch(/^第2项/);
    expect(take(labels[0] ?? '')).toBe(`${HEAD}${SECOND}            责任单位: [¦]\n            完成时限: \n`);
  });

  it.each([
    ['4', 4],
    ['第4项', 4],
    ['证明 清单', 4],
    ['涉企', 4],
  ])('are found by number or words: %s', async (typed, number) => {
    const { labels } = await inFile(`${HEAD}          - ${typed}¦\n`);
    expect(labels[0]).toMatch(new RegExp(`^第${number}项`));
  });

  it('of a number that is taken get the next one, and say what they answer to', async () => {
    const { take, labels } = await inFile(`${HEAD}          - 依法实施行政许可¦\n`.replace('序号: 1', '序号: 2'));
    expect(take(labels[0] ?? '')).toMatch(/- 序号: 3\n {12}内容: 依法实施行政许可[\s\S]*\n {12}对应: 2\n/);
  });

  it('may be empty, with the next number', async () => {
    const { take } = await inFile(`${HEAD}          - 序号¦\n`);
    expect(take('下一项：序号2')).toContain('          - 序号: 2\n            内容: ¦\n');
  });

  it('keep to the line breaks of the file', async () => {
    const { take, labels } = await inFile(`${HEAD}          - ¦\n`.replaceAll('\n', '\r\n'));
    expect(take(labels[0] ?? '').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('give their central text to 内容', async () => {
    const { take, items } = await inFile(`${HEAD}          - 序号: 3\n            内容: ¦\n`);
    expect(items).toHaveLength(1);
    expect(take(items[0]?.label ?? '')).toContain('内容: 全面清理行政审批中介服务，无法定依据');
    expect((await inFile(`${HEAD}          - 序号: 3\n            内容: 甲¦\n`)).items).toEqual([]);
  });

  it('show their central text when they are looked at', async () => {
    const { items, workspace, file, project } = await inFile(`${HEAD}          - ¦\n`);
    const corpora = await project.corporaFor(file.uri);
    const { documentation } = resolveCompletion(workspace, file, items[0] ?? { label: '' }, { client: FULL, corpora });
    expect(documentation).toMatchObject({ value: expect.stringContaining('依法实施行政许可') });
  });
});

describe('titles', () => {
  it('of the corpus carry the next serial in the form of this file', async () => {
    const { labels, take } = await inFile(`${HEAD.replace('1. 加大', '（一）加大')}      - ¦\n`);
    expect(labels[0]).toBe('（二）全面落实权责清单、负面清单制度');
    expect(take(labels[0] ?? '')).toContain(`      - 名称: ${labels[0]}\n        三级指标:\n          - `);
  });

  it('of the first level', async () => {
    expect((await inFile(`${HEAD}  - 名称: ¦\n`)).labels[0]).toBe('二、依法行政制度体系完善');
  });
});

describe('deadlines', () => {
  it('begin with those of the file, then those of the same item elsewhere', async () => {
    const { labels } = await inItem('完成时限: ¦');
    expect(labels.slice(0, 3)).toEqual(['5月底前', '7月底前', '6月底前']);
    expect(labels).toEqual(expect.arrayContaining(['2022年12月31日前', '每年3月1日前', '每季度末', '长期坚持']));
  });

  it('are found by what is typed', async () => {
    expect((await inItem('完成时限: 6¦')).labels.slice(0, 3)).toEqual(['6月底前', '6月30日前', '6月15日前']);
    expect((await inItem('完成时限: 6月1¦')).labels).toEqual(
      expect.arrayContaining(['6月1日前', '6月10日前', '6月19日前']),
    );
    expect((await inItem('完成时限: 2022¦')).labels[0]).toBe('2022年12月31日前');
    expect((await inItem('完成时限: cqjc¦')).labels).toEqual(['长期坚持']);
  });

  it.each(['', '1', '2', '6', '12', '6月3', '20', '每年', '2月'])(
    'are never such as a rule would refuse: %s',
    async (typed) => {
      const { labels } = await inItem(`完成时限: ${typed}¦`);
      expect(labels.length).toBeGreaterThan(0);
      for (const label of labels) {
        const { file } = await inItem(`完成时限: ${label}¦`);
        const said = file.findings.filter(
          ({ rule, severity }) => rule.startsWith('deadline') && severity !== 'hint' && severity !== 'info',
        );
        expect([label, said.map(({ rule }) => rule)]).toEqual([label, []]);
      }
    },
  );

  it('name their year where the file does not', async () => {
    const { labels } = await complete({
      'a.zhibiao.yaml': `${HEAD.replace('年度: 2022\n', '')}${SECOND}            完成时限: ¦\n`,
    });
    const readings = labels.map((label) => parseDeadline(label));
    expect(readings.every((reading) => reading.ok && !reading.yearless)).toBe(true);
    expect(labels).toContain('2022年6月底前');
  });

  it('do not come after a date that the text sets', async () => {
    const { labels } = await inFile(
      `${HEAD}          - 序号: 2\n            内容: 每年3月1日前报送报告。\n            完成时限: ¦\n`,
    );
    expect(labels[0]).toBe('每年3月1日前');
    expect(labels).not.toContain('每年6月底前');
  });

  it('are not for 否决项', async () => {
    expect((await inFile('附加项:\n  否决项:\n    - 序号: 1\n      完成时限: ¦\n')).items).toEqual([]);
  });
});

describe('other values', () => {
  it.each([
    ['说明: ¦', ['地方从严', '地方补充', '本级不适用']],
    ['报送资料:\n              - ¦', ['1. 甲说明。', '2. 乙清单。']],
    ['报送资料: ¦', ['沙坡头区的全部资料（2条）', '1. 甲说明。', '2. 乙清单。']],
    ['报送资料:\n              - 1. 甲说明。\n              - ¦', ['2. 乙清单。']],
  ])('of an item: %s', async (line, expected) => {
    expect((await inItem(line)).labels).toEqual(expected);
  });

  it('all evidence becomes a list of lines', async () => {
    const { take } = await inItem('报送资料: ¦');
    expect(take('沙坡头区的全部资料（2条）')).toContain(
      '报送资料: \n              - 1. 甲说明。\n              - 2. 乙清单。\n',
    );
  });

  it.each([
    ['a.zhibiao.yaml', '依据: ¦', '市县法治政府建设示范指标体系（2021年版）'],
    ['a.zhibiao.yaml', '依据: 2019¦', '市县法治政府建设示范指标体系（2019年版）'],
    ['a.zhibiao.yaml', '编号: ¦', '连续'],
    ['a.zhibiao.yaml', '节选: t¦', 'true'],
    ['a.zhibiao.yaml', '单位名录: ¦', './r.danwei.yaml'],
    ['zhibiao.config.yaml', '单位名录: ¦', './r.danwei.yaml'],
    ['zhibiao.config.yaml', '规则:\n  unit-alias: w¦', 'warning'],
    ['x.danwei.yaml', '单位:\n  - 名称: 甲\n    类别: 政¦', '政府部门'],
    ['x.yaoqiu.yaml', '名称: 甲\n一级指标:\n  - 三级指标:\n      - 校勘: 待¦', '待核'],
  ])('in %s: %s', async (name, text, expected) => {
    const { labels } = await complete({ [name]: `${text}\n`, 'r.danwei.yaml': REGISTRY });
    expect(labels[0]).toBe(expected);
  });

  it('对应 takes what the file lacks first', async () => {
    const { labels } = await inItem('对应: ¦');
    expect(labels[0]).toBe('无');
    expect(labels[1]).toMatch(/^第2项/);
    expect((await inItem('对应: [4, 证明¦]')).labels[0]).not.toMatch(/^第4项/);
  });

  it('指标 of 合并报送 are sections that are in no group', async () => {
    const text = `${HEAD}${SECOND}合并报送:\n  - 指标: ¦\n`;
    expect((await inFile(text)).labels).toEqual(['1-2']);
    expect((await inFile(`${text}  - 指标: 1-2\n`)).labels).toEqual([]);
  });

  it('a comment takes the rules, those with a finding there first', async () => {
    const text = `${HEAD}            # zhibiao-disable-next-line ¦\n            牵头单位: 县某某局\n`;
    const { labels, take } = await inFile(text);
    expect(labels[0]).toBe('unit-unknown');
    expect(take('unit-unknown')).toContain('# zhibiao-disable-next-line unit-unknown 理由：\n');
    expect((await inFile(`${HEAD}# ¦\n`)).labels[0]).toBe('zhibiao-disable-next-line');
  });

  it('a text has none', async () => {
    expect((await inItem('备注: 甲¦')).items).toEqual([]);
    expect((await inFile('说明: |\n  责¦\n')).items).toEqual([]);
  });
});

describe('an empty file', () => {
  it('takes a whole edition, the newest first, with the registry that lies beside it', async () => {
    const { labels, take, items } = await complete({ 'a.zhibiao.yaml': '¦', 'q.danwei.yaml': REGISTRY });
    expect(labels.slice(0, 2)).toEqual(['新建指标文件：2021年版', '新建指标文件：2019年版']);
    expect(take(labels[0] ?? '')).toMatch(
      /^# 要求原文的来源：.*\n标题: 沁水县[\s\S]*单位名录: \.\/q\.danwei\.yaml\n[\s\S]*序号: 100\n/,
    );
    expect(items[0]?.kind).toBe(CompletionItemKind.File);
  });

  it('of a registry takes the units that most counties have', async () => {
    const { labels, take } = await complete({ 'q.danwei.yaml': '新¦' });
    expect(take(labels[0] ?? '')).toContain('名称: 县司法局');
  });
});

describe('the answer', () => {
  it('is in the language of the user, what goes into the document is not', async () => {
    const { items } = await inItem('责任单位: [¦]', { locale: 'en' });
    expect(items[0]?.labelDetails?.description).toBe('Same item in 沙坡头区');
    expect(items[0]?.label).toBe('县财政局');
  });

  it('does not flood', async () => {
    const units = Array.from({ length: 500 }, (_, i) => `  - 名称: 县${String(i).padStart(3, '0')}局`).join('\n');
    const { items } = await complete({
      'a.zhibiao.yaml': '附加项:\n  加分项:\n    - 责任单位: [¦]\n',
      'q.danwei.yaml': `单位:\n${units}\n`,
    });
    expect(items).toHaveLength(MAX_PROPOSALS);
  });

  it('takes any data in a request for more', async () => {
    const { workspace, file } = await inItem('¦');
    for (const data of [
      undefined,
      null,
      1,
      'x',
      {},
      { kind: 'unit' },
      { kind: 'key', place: ['__proto__'], key: 'constructor' },
    ]) {
      const item = { label: '甲', data };
      expect(resolveCompletion(workspace, file, item, { client: FULL, corpora: [] })).toEqual(item);
    }
  });
});
