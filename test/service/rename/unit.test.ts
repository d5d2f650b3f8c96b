import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareRename, rename } from '../../../server/src/service/rename';
import { applied } from '../apply';
import { type Opened, type OpenOptions, open } from '../harness';

const registry = `县区: 某县
单位:
  - 名称: 县司法局
    全称: 某县司法局
    别名: [县局, '县司局']
  - 名称: 县财政局 # 注
    曾用名: [县财委]
  - 名称: 各单位
    类别: 集合
    成员: [县司法局, "县财政局"]
  - 名称: 县法制办
    挂牌于: 县司法局
`;
const items = (...lists: string[]) =>
  `标题: 表\n县区: 某县\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n${lists
    .map((list, i) => `      - 序号: ${i + 1}\n        内容: 县司法局做事\n        责任单位: ${list}\n`)
    .join('')}`;

/** All texts that a renaming at the cursor changes, by name; or the sentence that refuses it. */
async function renamed(files: Record<string, string>, name: string, options?: OpenOptions) {
  const opened = await open(files, options);
  const result = await rename(opened.workspace, opened.file, opened.offset, name);
  if ('problem' in result) return opened.workspace.render(result.problem);
  return applyAll(opened, result.files);
}

async function applyAll(opened: Opened, files: readonly { uri: string; edits: Parameters<typeof applied>[1] }[]) {
  const texts: Record<string, string> = {};
  for (const { uri, edits } of files) {
    const file = await opened.workspace.read(uri);
    texts[decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))] = applied(file?.document.lines.text ?? '', edits);
  }
  return texts;
}

const swap = (text: string, from: string, to: string) => text.replace('|', '').replaceAll(from, to);

describe('renaming a unit', () => {
  const a = items('[县司|法局, 县财政局]', '县局', "['县司法局']");
  const b = items('[县财政局]', '\n          - 县财政局\n          - "县司法局" # 注');
  const c = items('[县财政局]');
  const files = { 'a.zhibiao.yaml': a, 'b.zhibiao.yaml': b, 'c.zhibiao.yaml': c, 'x.danwei.yaml': registry };

  it('changes every place that is written with the name, in all files and the registry; aliases and running text stay', async () => {
    const texts = await renamed(files, '县法务局');
    const texts2 = (text: string) =>
      text
        .replace('|', '')
        .replace(/(?<=[[ '"])县司法局(?!做)/g, '县法务局')
        .replaceAll('内容: 县法务局', '内容: 县司法局');
    expect(texts).toEqual({
      'a.zhibiao.yaml': texts2(a),
      'b.zhibiao.yaml': texts2(b),
      'x.danwei.yaml': texts2(registry),
    });
    expect(texts2(registry)).toContain('全称: 某县司法局');
  });

  it.each([
    ['名称', registry.replace('县司法局', '县|司法局')],
    ['成员', registry.replace('[县司法局', '[县司法|局')],
    ['挂牌于', registry.replace('于: 县司', '于: |县司')],
  ])('gives the same from the registry: %s', async (_, marked) => {
    const from = await renamed({ ...files, 'a.zhibiao.yaml': a.replace('|', ''), 'x.danwei.yaml': marked }, '县法务局');
    expect(from).toEqual(await renamed(files, '县法务局'));
  });

  it('changes an alias where it is written, and nothing else', async () => {
    const marked = { ...files, 'a.zhibiao.yaml': a.replace('|', '').replace(': 县局', ': 县|局') };
    expect(await renamed(marked, '司法局')).toEqual({
      'a.zhibiao.yaml': swap(a, ': 县局', ': 司法局'),
      'x.danwei.yaml': swap(registry, '[县局', '[司法局'),
    });
  });

  it('changes a former name in the registry only', async () => {
    const texts = await renamed(
      { ...files, 'a.zhibiao.yaml': c, 'x.danwei.yaml': registry.replace('财委', '财|委') },
      '县财办',
    );
    expect(texts).toEqual({ 'x.danwei.yaml': registry.replace('县财委', '县财办') });
  });

  it('keeps to the own list of a file that has one', async () => {
    const head = '单位名录: [县司法局, {名称: 县财政局, 别名: [财局]}]\n';
    const own = items('[县司法局]').replace('一级', `${head}一级`);
    const result = { 'a.zhibiao.yaml': swap(own, '[县司法局', '[县法务局') };
    const others = { 'b.zhibiao.yaml': b, 'x.danwei.yaml': registry };
    expect(await renamed({ 'a.zhibiao.yaml': own.replace('[县司', '[县|司'), ...others }, '县法务局')).toEqual(result);
    const inItem = own.replace('责任单位: [县司', '责任单位: [县|司');
    expect(await renamed({ 'a.zhibiao.yaml': inItem, ...others }, '县法务局')).toEqual(result);
  });

  it('changes a string that no registry has in this file only, and to a registered one if need be', async () => {
    const unknown = items('[县司厅|, 县财政局]', '县司厅');
    const other = items('县司厅');
    const texts = await renamed(
      { 'a.zhibiao.yaml': unknown, 'b.zhibiao.yaml': other, 'x.danwei.yaml': registry },
      '县司法局',
    );
    expect(texts).toEqual({ 'a.zhibiao.yaml': items('[县司法局, 县财政局]', '县司法局') });
    expect(await renamed({ 'a.zhibiao.yaml': unknown }, '县司法局')).toEqual(texts);
  });

  it.each([
    ['[县司法|局]', '甲: 乙', '["甲: 乙"]'],
    ['县司法|局', '[甲]', '"[甲]"'],
    ["['县司法|局']", "甲'乙", "['甲''乙']"],
    ['"县司法|局"', '甲"乙', '"甲\\"乙"'],
    ['县司法|局', '12', '"12"'],
    ['县司法|局', 'true', '"true"'],
    ['县司法|局', '- 甲', '"- 甲"'],
    ['县司法|局', '12345热线办(公室)', '12345热线办(公室)'],
    ['[县司法|局]', '  县法务局  ', '[县法务局]'],
    ['|-\n          县司法|局', '县法务局', '|-\n          县法务局'],
  ])('%s → %s is valid YAML', async (list, name, written) => {
    const texts = await renamed({ 'a.zhibiao.yaml': items(list) }, name);
    if (/\s/.test(name.trim())) expect(texts).toBe(`「${name.trim()}」像是几个单位，请只写一个单位的名称。`);
    else expect(texts).toEqual({ 'a.zhibiao.yaml': items(written) });
  });

  it.each([
    ['', '名称不能为空。'],
    ['   ', '名称不能为空。'],
    ['甲\n乙', '单位名称要写在一行里，不能换行，也不能有制表符。'],
    ['甲\t乙', '单位名称要写在一行里，不能换行，也不能有制表符。'],
    ['县财政局', '单位名录中「县财政局」已经用了「县财政局」这个名称。'],
    ['县财委', '单位名录中「县财政局」已经用了「县财委」这个名称。'],
    ['县局', '单位名录中「县司法局」已经用了「县局」这个名称。'],
    ['县法务局、县法制局', '「县法务局、县法制局」像是几个单位，请只写一个单位的名称。'],
    ['县 法务局', '「县 法务局」像是几个单位，请只写一个单位的名称。'],
  ])('refuses %j', async (name, sentence) => {
    expect(await renamed(files, name)).toBe(sentence);
  });

  it('refuses in English', async () => {
    expect(await renamed(files, '县财政局', { locale: 'en' })).toBe(
      'In the unit registry 「县财政局」 already has the name 「县财政局」.',
    );
  });

  it('lets a name that holds a sign keep one', async () => {
    const text = '县区: 某县\n单位:\n  - 名称: 各乡镇、各部|门\n';
    expect(await renamed({ 'x.danwei.yaml': text }, '各乡镇、各单位')).toEqual({
      'x.danwei.yaml': text.replace('各部|门', '各单位'),
    });
  });

  it('changes nothing for the same name', async () => expect(await renamed(files, '县司法局')).toEqual({}));

  it('and back gives the original text', async () => {
    const plain = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.replace('|', '')]));
    const name = fc.array(fc.constantFrom('县', '法', '务', '（', '）', '所', 'A', '1', '·'), {
      minLength: 2,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(name, async (parts) => {
        const wanted = `县${parts.join('')}`;
        const first = await open(files);
        const there = await rename(first.workspace, first.file, first.offset, wanted);
        fc.pre('files' in there && there.files.length > 0);
        const texts = 'files' in there ? await applyAll(first, there.files) : {};
        const second = await open({ ...plain, ...texts });
        const back = await rename(second.workspace, await second.at('a.zhibiao.yaml'), first.offset, '县司法局');
        const again = 'files' in back ? await applyAll(second, back.files) : {};
        expect({ ...plain, ...texts, ...again }).toEqual(plain);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the box for a new name', () => {
  it.each([
    ["['县司|法局']", '县司法局'],
    ['[县司法局, 县财政局|]', '县财政局'],
    ['"  县司|法局 "', '县司法局'],
  ])('%s', async (list, placeholder) => {
    const { file, offset } = await open({ 'a.zhibiao.yaml': items(list) });
    const spot = prepareRename(file, offset);
    const { lines } = file.document;
    expect(spot?.placeholder).toBe(placeholder);
    const { start, end } = lines.span(spot?.range ?? lines.range({ start: 0, end: 0 }));
    expect(lines.text.slice(start, end)).toBe(placeholder);
  });

  it.each(['[县司法局,| 县财政局]', '[|]', '""|'])('is not there: %s', async (list) => {
    const { file, offset, workspace } = await open({ 'a.zhibiao.yaml': items(list) });
    expect(prepareRename(file, offset)).toBeUndefined();
    const refused = await rename(workspace, file, offset, '甲');
    expect('problem' in refused && refused.problem.template).toMatch(/^这里没有可以改的/);
  });
});
