import { describe, expect, it } from 'vitest';
import { faults, LINE_BREAKS, offers, rewritten, section } from './harness';

const registry = {
  'x.danwei.yaml': `县区: 某县
单位:
  - 名称: 县司法局
    别名: [县司局]
  - 名称: 县财政局
  - 名称: 市生态环境局沁水分局
  - 名称: 各执法单位
    类别: 集合
    成员: [县司局, 县财政局, 县公安局]
  - 名称: 各乡镇、各部门
    类别: 集合
`,
};
const row = (lines: string) => `      - 序号: 1\n        内容: 做一件事\n${lines}`;
const units = (list: string, more = '') => section(row(`        责任单位:${list}\n${more}`));
const only = (titles: readonly string[], start: string) => titles.filter((title) => title.startsWith(start));

describe.each(LINE_BREAKS)('expanding a collective unit, %s', (_, broken) => {
  it.each([
    [' [各执|法单位, 县司法局] # 注', ' [县财政局, 县公安局, 县司法局] # 注', 2],
    [' 各执|法单位', ' [县司法局, 县财政局, 县公安局]', 3],
    ['\n          - 各执|法单位 # 注', '\n          - 县司法局\n          - 县财政局\n          - 县公安局 # 注', 3],
    [" ['各执|法单位']", " ['县司法局', '县财政局', '县公安局']", 3],
  ])('%s', async (list, wanted, count) => {
    const title = `把「各执法单位」展开为${count}个成员单位`;
    expect(await rewritten(broken(units(list)), title, registry)).toBe(broken(units(wanted)));
  });

  it('is not offered where nothing would come of it', async () => {
    for (const list of [' [各乡|镇、各部门]', ' [县司|法局]', ' [各执|法单位, 县司法局, 县财政局, 县公安局]']) {
      expect(only((await offers(broken(units(list)), registry)).titles, '把「各')).toEqual(
        list.includes('县公安局') || list.includes('、') ? ['把「责任单位」改为一行一个单位'].slice(1) : [],
      );
    }
  });
});

describe.each(LINE_BREAKS)('splitting a unit at the cursor, %s', (_, broken) => {
  it.each([
    [' [县水务局|县林业站]', ' [县水务局, 县林业站]'],
    [' 县水务局|县林业站 # 注', ' [县水务局, 县林业站] # 注'],
    ['\n          - "县水务局|县林业站"', '\n          - "县水务局"\n          - "县林业站"'],
  ])('%s', async (list, wanted) => {
    const text = broken(units(list));
    const reading = await offers(text);
    // Without a registry the repeated level tells already that these are two: that is a finding's fix.
    expect(only(reading.titles, '在光标处')).toEqual([]);
    const unlike = text.replace('县林业站', '林业站');
    expect(await rewritten(unlike, '在光标处分成两个单位：「县水务局」、「林业站」')).toBe(
      broken(units(wanted)).replace('县林业站', '林业站'),
    );
  });
});

describe('splitting a unit at the cursor', () => {
  it.each([
    ['a registered name', ' [市生态环境局|沁水分局]'],
    ['a part that is no unit', ' [县水务|局林业站]'],
    ['the end', ' [县水务局林业站|]'],
    ['the start', ' [|县水务局林业站]'],
  ])('is not offered for %s', async (_, list) => {
    expect(only((await offers(units(list), registry)).titles, '在光标处')).toEqual([]);
  });
});

describe.each(LINE_BREAKS)('joining units, %s', (_, broken) => {
  it.each([
    [' [市生态环境局|, 沁水分局, 县司法局]', ' [市生态环境局沁水分局, 县司法局]'],
    [' [县司法局, 市生态环境局, 沁水|分局]', ' [县司法局, 市生态环境局沁水分局]'],
    ['\n          - 市生态|环境局 # 注\n          - 沁水分局', '\n          - 市生态环境局沁水分局 # 注'],
    [' ["市生态|环境局", 沁水分局]', ' ["市生态环境局沁水分局"]'],
  ])('%s, because the whole is registered', async (list, wanted) => {
    const text = broken(units(list));
    const title = '合成一个单位：「市生态环境局沁水分局」';
    const result = await rewritten(text, title, registry);
    expect(result).toBe(broken(units(wanted)));
    expect(await faults(result, registry)).toEqual([]);
  });

  it.each([
    [' [⟦各乡镇, 各部门⟧, 县司法局]', '各乡镇、各部门', ' [各乡镇、各部门, 县司法局]'],
    [' [⟦县大数据, 中心⟧]', '县大数据中心', ' [县大数据中心]'],
    [' [⟦县大, 数据, 中心⟧]', '县大数据中心', ' [县大数据中心]'],
  ])('%s, because they are selected', async (list, name, wanted) => {
    expect(await rewritten(broken(units(list)), `合成一个单位：「${name}」`, registry)).toBe(broken(units(wanted)));
  });
});

describe('joining units', () => {
  it.each([' [⟦县司法局, 县财政局⟧]', ' [县大|数据, 中心]', ' [⟦县司法局⟧]', ' [县司|法局]'])(
    'is not offered for %s',
    async (list) => {
      expect(only((await offers(units(list), registry)).titles, '合成')).toEqual([]);
    },
  );
});

describe('entering a unit in the registry', () => {
  it('adds what reads like several as one, to the registry', async () => {
    const { titles, after: apply } = await offers(units(' [县司法局、各|镇政府]'), registry);
    expect(only(titles, '把「县')).toEqual(['把「县司法局、各镇政府」作为一个单位加入单位名录']);
    const texts = await apply('把「县司法局、各镇政府」作为一个单位加入单位名录');
    expect(texts).toEqual({ 'x.danwei.yaml': `${registry['x.danwei.yaml']}  - 名称: 县司法局、各镇政府\n` });
    expect(await faults(units(' [县司法局、各镇政府]'), texts)).toEqual([]);
  });

  it('adds it to the list of the file itself', async () => {
    const own = (list: string, names: string) =>
      section(row(`        责任单位: ${list}\n`), '', `单位名录: [${names}]\n`);
    expect(
      await rewritten(own('[县司法局、各|镇政府]', '县司法局'), '把「县司法局、各镇政府」作为一个单位加入单位名录'),
    ).toBe(own('[县司法局、各镇政府]', '县司法局, 县司法局、各镇政府'));
  });

  it('is a fix of unit-unknown for anything else', async () => {
    const { titles } = await offers(units(' [县某|局]'), registry);
    expect(titles).toEqual(['把「责任单位」改为一行一个单位']);
  });
});

describe.each(LINE_BREAKS)('the style of a list, %s', (_, broken) => {
  it.each([
    [' [县司法局, "县财政局", \'甲\'] # 注', '\n          - 县司法局\n          - "县财政局"\n          - \'甲\' # 注'],
    [' [县司法局]', '\n          - 县司法局'],
    [' [\n          县司法局,\n          县财政局,\n        ]', '\n          - 县司法局\n          - 县财政局'],
  ])('one unit a line: %j', async (list, wanted) => {
    const text = broken(units(list, '        备注: 无\n'));
    const result = await rewritten(text.replace('责任单位', '责任|单位'), '把「责任单位」改为一行一个单位');
    expect(result).toBe(broken(units(wanted, '        备注: 无\n')));
    if (!list.includes('\n') && !list.includes('#')) {
      expect(await rewritten(result.replace('县司', '县|司'), '把「责任单位」改写在一行里')).toBe(text);
    }
  });

  it.each([
    ['\n          - 县司|法局\n          - "县财政局" # 注', ' [县司法局, "县财政局"] # 注'],
    ['\n        - 县司|法局\n        - 甲（乙）', ' [县司法局, 甲（乙）]'],
  ])('on one line: %j', async (list, wanted) => {
    expect(await rewritten(broken(units(list)), '把「责任单位」改写在一行里')).toBe(broken(units(wanted)));
  });

  it.each([
    '\n          - 县司|法局 # 注\n          - 县财政局',
    ' # 注\n          - 县司|法局',
    '\n          - 县司|法局\n          - 甲, 乙',
    ' [县司|法局, # 注\n          县财政局]',
    ' 县司|法局',
    ' &a [县司|法局]',
    '\n          - 县司|法局\n          - |-\n            乙',
  ])('stays where something would be lost: %j', async (list) => {
    expect((await offers(broken(units(list)))).titles.filter((title) => title.includes('「责任单位」'))).toEqual([]);
  });

  it('stays within braces', async () => {
    const text = broken(section('      - { 序号: 1, 内容: 甲, 责任单位: [县司|法局] }\n'));
    expect((await offers(text)).titles).toEqual([]);
  });
});
