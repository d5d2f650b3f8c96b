import { describe, expect, it } from 'vitest';
import { codeLenses, resolveCodeLens } from '../../server/src/service/code-lens';
import { type OpenOptions, open, seed, uriOf } from './harness';

/** All lenses of a file with the line that they stand above. */
async function shown(
  files: Readonly<Record<string, string>>,
  name: string,
  options: OpenOptions = {},
): Promise<string[]> {
  const { workspace, at } = await open(files, options);
  const file = await at(name);
  const { lines } = file.document;
  return codeLenses(workspace, file).map((lens) => {
    const { start, end } = lines.lineSpan(lens.range.start.line);
    const { command } = resolveCodeLens(workspace, file, lens, true);
    return `${lines.text.slice(start, end).trim()} ← ${command?.title}`;
  });
}

const item = (number: number, leads: string, answers: string) =>
  `          - 序号: ${number}\n            内容: 第${number}件事\n            牵头单位: [${leads}]\n            责任单位: [${answers}]\n`;
const file = `标题: 表\n依据: 2021年版\n一级指标:\n  - 名称: 一、甲\n    二级指标:\n      - 名称: 1. 乙\n        三级指标:\n${item(1, '县委办', '司法局, 县财政局')}${item(2, '中共县委办', '县财政厅')}`;
const registry =
  '县区: 沁水县\n单位:\n  - 名称: 县委办\n    别名: [中共县委办]\n  - 名称: 县司法局\n    曾用名: [司法局]\n  - 名称: 县财政局\n  - 名称: 县教育局\n';
const files = {
  'a.zhibiao.yaml': file,
  'b.zhibiao.yaml': `一级指标:\n  - 三级指标:\n${item(1, '县委办', '')
    .replaceAll('          -', '      -')
    .replaceAll(/^ {12}/gm, '        ')
    .replace('责任单位', '配合单位')
    .replace('[]', '[县财政局]')}`,
  'x.danwei.yaml': registry,
};

describe('code lenses', () => {
  it('sum up a file and its sections', async () => {
    expect(await shown(files, 'a.zhibiao.yaml')).toEqual([
      '标题: 表 ← 2021年版 · 2/100项',
      expect.stringMatching(/^- 名称: 一、甲 ← 2项 · 牵头单位1个 · 错误\d+ · 警告\d+$/),
      expect.stringMatching(/^- 名称: 1. 乙 ← 2项 · 牵头单位1个 · 错误\d+ · 警告\d+$/),
    ]);
    expect(await shown(files, 'b.zhibiao.yaml')).toEqual([
      '一级指标: ← 没有对照的要求库 · 1项',
      expect.stringMatching(/^- 三级指标: ← 1项 · 牵头单位1个/),
    ]);
  });

  it('count the answering units where nobody leads, and say nothing of problems that are not there', async () => {
    const lenses = await shown(
      {
        'a.zhibiao.yaml': seed('corrected/qinshui/qinshui.zhibiao.yaml').replace(/^单位名录:.*\n/m, ''),
        'x.danwei.yaml': seed('as-printed/qinshui/qinshui.danwei.yaml'),
      },
      'a.zhibiao.yaml',
    );
    expect(lenses[0]).toBe('标题: 沁水县法治政府建设示范创建指标任务分解表 ← 2021年版 · 100/100项');
    expect(lenses[1]).toMatch(/^- 名称: 一、政府职能依法全面履行 ← 20项 · 责任单位\d+个$/);
    expect(lenses).toHaveLength(1 + 9 + 32);
  });

  it('count what each unit of a registry has to do, by whatever name', async () => {
    expect(await shown(files, 'x.danwei.yaml')).toEqual([
      '- 名称: 县委办 ← 牵头3项',
      '- 名称: 县司法局 ← 责任1项',
      '- 名称: 县财政局 ← 责任1项 · 配合1项',
      '- 名称: 县教育局 ← 没有承担指标',
    ]);
  });

  it('count the units of a list within a file', async () => {
    const inline = file.replace('依据: 2021年版\n', '单位名录: [县委办]\n');
    expect((await shown({ 'a.zhibiao.yaml': inline }, 'a.zhibiao.yaml')).at(-1)).toBe('单位名录: [县委办] ← 牵头1项');
  });

  it('speak English', async () => {
    expect(await shown(files, 'x.danwei.yaml', { locale: 'en' })).toContain('- 名称: 县委办 ← leads 3');
  });

  it('show the items when clicked, in a client that can', async () => {
    const { workspace, at } = await open(files);
    const units = await at('x.danwei.yaml');
    const [lens] = codeLenses(workspace, units);
    if (!lens) throw new Error('there is no lens');
    const { command } = resolveCodeLens(workspace, units, lens, true);
    expect(command?.command).toBe('zhibiao.showReferences');
    expect(command?.arguments?.slice(0, 2)).toEqual([uriOf('x.danwei.yaml'), { line: 2, character: 8 }]);
    expect(command?.arguments?.[2]).toHaveLength(3);
    expect(command?.arguments?.[2][0]).toMatchObject({ uri: uriOf('a.zhibiao.yaml'), range: { start: { line: 7 } } });
    const plain = resolveCodeLens(workspace, units, lens, false).command;
    expect(plain).toEqual({ title: command?.title, command: '' });
  });

  it('can be switched off, and say nothing where their place is gone', async () => {
    expect(await shown(files, 'a.zhibiao.yaml', { settings: { codeLens: false } })).toEqual([]);
    const { workspace, file: opened } = await open(files);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    for (const data of [undefined, { about: 'section', rank: 99 }, { about: 'unit', rank: -1 }, { about: 3 }]) {
      expect(resolveCodeLens(workspace, opened, { range, data }, true).command?.title).toBe('');
    }
  });
});
