import { describe, expect, it } from 'vitest';
import { documentLinks } from '../../server/src/service/links';
import { open, uriOf } from './harness';

const registry = '单位:\n  - 名称: 县司法局\n';

async function links(files: Record<string, string>, locale: 'zh-cn' | 'en' = 'zh-cn') {
  const { workspace, file } = await open(files, { locale });
  const { lines } = file.document;
  return (await documentLinks(workspace, file)).map(({ range, target, tooltip }) => {
    const { start, end } = lines.span(range);
    return [lines.text.slice(start, end), target, tooltip];
  });
}

describe('document links', () => {
  it('lead from 依据 and 单位名录 to the files', async () => {
    const files = { 'a.zhibiao.yaml': '依据: "2021年版"\n单位名录: ./x.danwei.yaml\n', 'x.danwei.yaml': registry };
    expect(await links(files)).toEqual([
      ['2021年版', 'file:///builtin/2021.yaoqiu.yaml', '打开要求库「市县法治政府建设示范指标体系（2021年版）」'],
      ['./x.danwei.yaml', uriOf('x.danwei.yaml'), '打开单位名录「x.danwei.yaml」'],
    ]);
    expect((await links(files, 'en'))[1]?.[2]).toBe('Open the unit registry 「x.danwei.yaml」');
  });

  it.each([
    ['无', './none.danwei.yaml'],
    ['没有的要求库', './a.zhibiao.yaml'],
    ['', '[县司法局]'],
  ])('are not given to what is not there: %s, %s', async (basis, path) => {
    expect(await links({ 'a.zhibiao.yaml': `依据: ${basis}\n单位名录: ${path}\n` })).toEqual([]);
  });

  it('lead to a file that should be a registry and is not', async () => {
    const found = await links({ 'a.zhibiao.yaml': '单位名录: ./x.danwei.yaml\n', 'x.danwei.yaml': '县区: 某县\n' });
    expect(found.map(([text]) => text)).toEqual(['./x.danwei.yaml']);
  });

  it('lead from a configuration to the files that it names', async () => {
    const config =
      '单位名录: x.danwei.yaml\n要求库: [none.yaoqiu.yaml, file.txt]\n覆盖:\n  - 文件: 乙/**\n    单位名录: x.danwei.yaml\n';
    expect(await links({ 'zhibiao.config.yaml': config, 'x.danwei.yaml': registry })).toEqual([
      ['x.danwei.yaml', uriOf('x.danwei.yaml'), '打开单位名录「x.danwei.yaml」'],
      ['x.danwei.yaml', uriOf('x.danwei.yaml'), '打开单位名录「x.danwei.yaml」'],
    ]);
  });
});
