import { describe, expect, it } from 'vitest';
import { central, county, type Overrides } from '../../rules/central';
import { open } from '../harness';
import { faults, LINE_BREAKS, offers, rewritten, section } from './harness';

const corpus = { 'k.yaoqiu.yaml': central().corpus ?? '' };
const BASIS = '依据: 示范指标体系\n';
const copy = (changes: Overrides = {}, head = '') => county(changes, `${BASIS}${head}`);
/** The text with a cursor at the end of the first place of some words. */
const at = (text: string, words: string) => text.replace(words, `${words}|`);
const contentOf = (number: number) => new RegExp(`序号: ${number}\\n +内容: (.*)`).exec(copy())?.[1] ?? '';

const row = (number: number | string, content: string, more = '') =>
  `      - 序号: ${number}\n        内容: ${content}\n${more}`;
const remark = (text: string) => `        备注: ${text}\n`;

describe.each(LINE_BREAKS)('moving an item, %s', (_, broken) => {
  const text = broken(
    section(
      `${row(1, '甲', remark('同第3项'))}      # 乙的注\n${row(2, '乙', '        责任单位:\n          - 子 # 尾注\n')}${row("'3'", '"丙"', remark('同第2项'))}`,
      '合并报送:\n  - 指标: 2-3\n    资料: [总结]\n',
    ),
  );

  it('down takes its lines and its comments along, and references follow', async () => {
    const moved = broken(
      section(
        `${row(1, '甲', remark('同第2项'))}${row("'2'", '"丙"', remark('同第3项'))}      # 乙的注\n${row(3, '乙', '        责任单位:\n          - 子 # 尾注\n')}`,
        '合并报送:\n  - 指标: 2-3\n    资料: [总结]\n',
      ),
    );
    expect(await rewritten(at(text, '内容: 乙'), '下移一位，改为第3项')).toBe(moved);
    expect(await rewritten(at(text, "'3'"), '上移一位，改为第2项')).toBe(moved);
    expect(await faults(moved)).toEqual(await faults(text));
  });

  it('is not offered beyond the ends of a section', async () => {
    expect((await offers(at(text, '内容: 甲'))).titles).toEqual(['下移一位，改为第2项']);
    expect((await offers(at(text, '"丙'))).titles).toEqual(['上移一位，改为第2项']);
  });
});

describe('moving an item', () => {
  it.each([
    ['in an extract', section(row(71, '甲|') + row(83, '乙'), '', '节选: true\n')],
    ['in braces', section('      - { 序号: 1, 内容: 甲| }\n      - { 序号: 2, 内容: 乙 }\n')],
    ['with an anchor', section(row(1, '&a 甲|') + row(2, '*a'))],
    ['without a number', section(row(1, '甲|') + row('', '乙'))],
    ['from a unit list', section(row(1, '甲', '        责任单位: [|]\n') + row(2, '乙'))],
  ])('is not offered %s', async (_, text) => {
    const { titles } = await offers(text);
    expect(titles.filter((title) => title.includes('移一位'))).toEqual([]);
  });

  it('works in 加分项, where no reference means it', async () => {
    const extras = (first: string, second: string) =>
      `附加项:\n  加分项:\n    - 序号: 1\n      内容: ${first}\n    - 序号: 2\n      内容: ${second}\n`;
    const items = row(1, '甲', remark('同第2项')) + row(2, '乙');
    expect(await rewritten(section(items, extras('子|', '丑')), '下移一位，改为第2项')).toBe(
      section(items, extras('丑', '子')),
    );
  });

  it('is offered at the start of a line as well', async () => {
    const text = section(row(1, '甲') + row(2, '乙')).replace('      - 序号: 2', '|      - 序号: 2');
    expect((await offers(text)).titles).toEqual(['上移一位，改为第1项']);
  });
});

describe.each(LINE_BREAKS)('renumbering from here, %s', (_, broken) => {
  it('shifts what follows an inserted item; references mean what they meant', async () => {
    const items = (a: string, b: string, c: string, d: string) =>
      row(a, '甲', remark(`同第${c}项至第${d}项`)) + row(b, '新增') + row(`"${c}"`, '乙') + row(d, '丙');
    const text = broken(section(items('1', '2', '2', '3'), '合并报送:\n  - 指标: [2, 3]\n    资料: 总结\n'));
    const renumbered = broken(section(items('1', '2', '3', '4'), '合并报送:\n  - 指标: [3, 4]\n    资料: 总结\n'));
    const title = '从这里起重新编号为2至4，引用的序号随之更改';
    expect(await rewritten(text.replace('新增', '新增|'), title)).toBe(renumbered);
    expect(await faults(renumbered)).not.toContain('number-duplicate');
    expect((await offers(renumbered.replace('新增', '新增|'))).titles).not.toContain(title);
    const later = '从这里起重新编号为3至4，引用的序号随之更改';
    expect(await rewritten(text.replace('乙', '乙|'), later)).toBe(renumbered);
  });

  it('leaves what stands above alone', async () => {
    const text = broken(section(row(1, '甲') + row(5, '乙') + row(7, '丙|') + row(7, '丁')));
    expect(await rewritten(text, '从这里起重新编号为6至7，引用的序号随之更改')).toBe(
      broken(section(row(1, '甲') + row(5, '乙') + row(6, '丙') + row(7, '丁'))),
    );
  });
});

describe('renumbering from here', () => {
  it('takes the one that answers to the corpus for the one that references mean', async () => {
    const text = copy({ 2: `${contentOf(2)}\n备注: 同第3项`, 3: `${contentOf(3)}` });
    const added = text.replace(/( {10})- 序号: 4\n/, '$1- 序号: 3\n$1  内容: 本县自己的一件事\n$&');
    const renumbered = await rewritten(
      at(added, '本县自己的一件事'),
      '从这里起重新编号为4至8，引用的序号随之更改',
      corpus,
    );
    expect(renumbered).toContain('备注: 同第3项');
    expect([...renumbered.matchAll(/序号: (\d)/g)].map(([, number]) => number).join('')).toBe('12345678');
  });

  it('numbers a section for itself where numbers restart, without references', async () => {
    const head = '编号: 分级\n';
    const second = (a: number, b: number) => `  - 名称: 二、乙\n    三级指标:\n${row(a, '丙')}${row(b, '丁')}`;
    const text = section(row(1, '甲', remark('同第3项')), second(2, 3), head);
    expect(await rewritten(at(text, '丙'), '从这里起重新编号为1至2')).toBe(
      section(row(1, '甲', remark('同第3项')), second(1, 2), head),
    );
  });

  it.each([
    ['in order', section(row(1, '甲|') + row(2, '乙'))],
    ['of an extract', section(row(71, '甲|') + row(83, '乙'), '', '节选: true\n')],
    ['in order from here on', section(row(7, '甲') + row(8, '乙|') + row(9, '丙'))],
  ])('is not offered for items %s', async (_, text) => {
    expect((await offers(text)).titles.filter((title) => title.includes('重新编号'))).toEqual([]);
  });
});

describe('inserting a missing item', () => {
  const quote = (number: number) => `${contentOf(number).slice(0, 18)}……`;

  it('gives it its number, in its place, and leaves no fault but that nobody answers for it', async () => {
    const text = copy({ 4: '' });
    const { titles } = await offers(at(text, '序号: 5'), corpus);
    const title = `补上上级第4项「${quote(4)}」`;
    expect(titles).toContain(title);
    expect(await rewritten(at(text, '序号: 5'), title, corpus)).toBe(copy());
    expect(await rewritten(at(text, '2. 加强'), title, corpus)).toBe(copy());
    expect((await offers(at(copy(), '序号: 5'), corpus)).titles.filter((one) => one.startsWith('补上'))).toEqual([]);
  });

  it('pushes on the numbers that follow, references too', async () => {
    const shifted = copy({ 1: `${contentOf(1)}\n备注: 同第4项`, 4: '' })
      .replace('序号: 5', '序号: 4')
      .replace('序号: 6', '序号: 5')
      .replace('序号: 7', '序号: 6');
    const text = await rewritten(at(shifted, '2. 加强'), `补上上级第4项「${quote(4)}」，后面的序号顺延`, corpus);
    expect(text).toBe(copy({ 1: `${contentOf(1)}\n备注: 同第5项` }));
  });

  it('is offered in its own section only, and not in a file that is no copy or an extract without room', async () => {
    const inserts = async (text: string) =>
      (await offers(text, corpus)).titles.filter((title) => title.startsWith('补上'));
    expect(await inserts(at(copy({ 4: '' }), '序号: 6'))).toEqual([]);
    expect(await inserts(at(copy({ 4: '' }), '序号: 1'))).toEqual([]);
    expect(await inserts(section(row(1, '甲|'), '', BASIS))).toEqual([]);
    expect(await inserts(at(copy({ 4: '' }, '节选: true\n').replace('序号: 5', '序号: 4'), '2. 加强'))).toEqual([]);
    expect((await offers(at(copy({ 4: '' }), '序号: 5'))).titles).not.toContain('补上');
  });
});

describe.each(LINE_BREAKS)('marking a local addition, %s', (_, broken) => {
  it('adds 对应 and 说明', async () => {
    const added = '          - 序号: 8\n            内容: 本县自己的一件事\n            责任单位: [甲] # 注\n';
    const text = broken(copy() + added);
    const marked = broken(`${copy()}${added}            对应: 无\n            说明: 地方补充\n`);
    const title = '标为地方补充（「对应」写「无」）';
    expect(await rewritten(at(text, '自己的'), title, corpus)).toBe(marked);
    expect((await offers(at(marked, '自己的'), corpus)).titles).not.toContain(title);
    expect(await faults(text, corpus)).toContain('number-total');
    expect((await faults(marked, corpus)).filter((rule) => rule !== 'unit-missing')).toEqual([]);
  });

  it('leaves a 说明 as it is', async () => {
    const text = broken(copy({ 5: '本县自己的一件事\n说明: 县里定的' }));
    const marked = broken(copy({ 5: '本县自己的一件事\n说明: 县里定的\n对应: 无' }));
    expect(await rewritten(at(text, '自己的'), '标为地方补充（「对应」写「无」）', corpus)).toBe(marked);
  });
});

describe('marking a local addition', () => {
  it('is not offered for a copy, without a corpus, or where 对应 stands', async () => {
    const marks = async (text: string, others = {}) =>
      (await offers(text, others)).titles.filter((title) => title.startsWith('标为'));
    expect(await marks(at(copy(), '序号: 5'), corpus)).toEqual([]);
    expect(await marks(at(copy({ 5: '本县自己的一件事' }), '自己的'))).toEqual([]);
    expect(await marks(at(copy({ 5: '本县自己的一件事\n对应: 5' }), '自己的'), corpus)).toEqual([]);
  });
});

describe.each(LINE_BREAKS)('taking the central text again, %s', (_, broken) => {
  const title = '改回上级第1项原文';
  const stricter = contentOf(1).replace('5个', '3个');
  it.each([
    ['plain', stricter, contentOf(1)],
    ['in single quotes', `'${stricter}'`, `'${contentOf(1)}'`],
    ['in double quotes', `"${stricter}"`, `"${contentOf(1)}"`],
    ['as a block', `|-\n  ${stricter}`, `|-\n  ${contentOf(1)}`],
    ['with a word too many', `${contentOf(1)}另报县里备案。`, contentOf(1)],
    ['without its end', contentOf(1).slice(0, -9), contentOf(1)],
  ])('%s; 说明 and comments stay', async (_, content, wanted) => {
    const rest = '说明: 地方从严 # 注\n责任单位: [甲]';
    const text = broken(copy({ 1: `${content}\n${rest}` }));
    const result = await rewritten(at(text, '序号: 1'), title, corpus);
    expect(result).toBe(broken(copy({ 1: `${wanted}\n${rest}` })));
    expect((await offers(at(result, '序号: 1'), corpus)).titles).not.toContain(title);
    expect((await faults(result, corpus)).filter((rule) => rule.startsWith('requirement'))).toEqual([]);
  });
});

describe('every refactoring', () => {
  it('is English on request', async () => {
    const { titles } = await offers(at(copy({ 4: '' }), '序号: 5'), corpus, { locale: 'en' });
    expect(titles).toContain(`Insert central item 4: 「${contentOf(4).slice(0, 18)}……」`);
  });

  it('has an answer anywhere in a damaged file', async () => {
    const text = `${copy({ 5: '本县自己的一件事\n责任单位: [甲、乙, "丙' })}合并报送:\n  - 指标: 2-\n`;
    for (let cut = 60; cut < text.length; cut += 23) {
      const broken = text.slice(0, cut);
      await expect(offers(`${broken.slice(0, cut - 40)}⟦${broken.slice(cut - 40)}⟧`, corpus)).resolves.toBeDefined();
    }
    const whole = await open({ 'a.zhibiao.yaml': text, ...corpus });
    expect(whole.file.document.faults.length).toBeGreaterThan(0);
  });
});
