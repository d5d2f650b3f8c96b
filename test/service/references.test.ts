import { describe, expect, it } from 'vitest';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { highlights } from '../../server/src/service/highlights';
import { references } from '../../server/src/service/references';
import { open, uriOf } from './harness';

const REGISTRY = '单位:\n  - 名称: 县司法局\n    别名: [司法局]\n  - 名称: 各部门\n    成员: [县司法局]\n';
const TEXT = `标题: 甲
依据: 本地要求
一级指标:
  - 名称: 一、甲
    三级指标:
      - 序号: 1
        内容: 甲乙丙丁戊己，见第2项。
        责任单位: [司法局]
        报送资料: 与第2项至第4项一并提供。
      - 序号: 2
        内容: 庚辛壬癸
        牵头单位: 县司法局
      - 序号: 3
        内容: 子丑寅卯
        对应: 1
附加项:
  加分项:
    - 序号: 2
      内容: 做得好
      责任单位: 县司法局
合并报送:
  - 指标: [2, 3]
    资料: [总结]
`;
const CORPUS = '名称: 本地要求\n一级指标:\n  - 三级指标:\n      - 序号: 1\n        内容: 甲乙丙丁戊己\n';
const FILES = {
  'a.zhibiao.yaml': TEXT,
  'b.zhibiao.yaml': TEXT,
  'x.danwei.yaml': REGISTRY,
  'y.yaoqiu.yaml': CORPUS,
};

async function at(marked: string, name: keyof typeof FILES = 'a.zhibiao.yaml') {
  expect(FILES[name]).toContain(marked.replace('|', ''));
  return open({ ...FILES, [name]: FILES[name].replace(marked.replace('|', ''), marked) });
}

/** `a 6:20-23` for each place, lines from 1. */
async function uses(marked: string, name: keyof typeof FILES = 'a.zhibiao.yaml', includeDeclaration = true) {
  const { workspace, file, offset } = await at(marked, name);
  const found = await references(workspace, file, offset, includeDeclaration);
  return found.map(
    ({ uri, range: { start, end } }) =>
      `${uri.slice(uriOf('').length, uriOf('').length + 1)} ${start.line + 1}:${start.character}-${end.character}`,
  );
}

describe('references', () => {
  it('of a unit are its items in all files, those that it leads first', async () => {
    const items = ['12:14-18', '8:15-18', '20:12-16'];
    expect(await uses('[司|法局]')).toEqual([
      ...items.map((item) => `a ${item}`),
      ...items.map((item) => `b ${item}`),
      'x 5:9-13',
      'x 2:8-12',
      'x 3:9-12',
    ]);
    expect(await uses('名称: 县司|法局', 'x.danwei.yaml', false)).toEqual([
      'x 5:9-13',
      ...items.map((item) => `a ${item}`),
      ...items.map((item) => `b ${item}`),
    ]);
  });

  it.each([
    ['序号: 2|\n        内容: 庚', ['a 10:12-13', 'a 7:21-22', 'a 9:16-17', 'a 22:9-10']],
    ['庚辛|', ['a 10:12-13', 'a 7:21-22', 'a 9:16-17', 'a 22:9-10']],
    ['见第|2项', ['a 10:12-13', 'a 7:21-22', 'a 9:16-17', 'a 22:9-10']],
    ['|序号: 3', ['a 13:12-13', 'a 9:16-21', 'a 22:12-13']],
    ['2项至|第4项', ['a 10:12-13', 'a 7:21-22', 'a 9:16-17', 'a 22:9-10', 'a 13:12-13', 'a 9:16-21', 'a 22:12-13']],
    ['做得|好', ['a 18:10-11']],
    ['对应: 1|', ['a 6:8-10', 'b 6:8-10']],
    ['总|结', []],
  ])('of an item are the places that refer to it: %s', async (marked, expected) => {
    expect(await uses(marked)).toEqual(expected);
  });

  it('leave out the declaration where it is not asked for', async () => {
    expect(await uses('庚辛|', 'a.zhibiao.yaml', false)).toEqual(['a 7:21-22', 'a 9:16-17', 'a 22:9-10']);
  });

  it("of a central item are the counties' items that answer to it", async () => {
    expect(await uses('甲乙|', 'y.yaoqiu.yaml')).toEqual(['y 4:12-13', 'a 6:8-10', 'b 6:8-10']);
  });
});

describe('highlights', () => {
  const shown = async (marked: string, name: keyof typeof FILES = 'a.zhibiao.yaml') => {
    const { file, offset } = await at(marked, name);
    return highlights(file, offset).map(
      ({ range: { start, end }, kind }) =>
        `${start.line + 1}:${start.character}-${end.character} ${kind === DocumentHighlightKind.Write ? '写' : '读'}`,
    );
  };

  it.each([
    ['[司|法局]', ['8:15-18 读', '12:14-18 读', '20:12-16 读']],
    ['见第|2项', ['10:12-13 写', '7:21-22 读', '9:16-17 读', '22:9-10 读']],
    ['2项至|第4项', ['10:12-13 写', '13:12-13 写', '9:16-21 读']],
    ['庚辛|', []],
    ['标|题', []],
  ])('%s', async (marked, expected) => expect(await shown(marked)).toEqual(expected));

  it('tell the names of a unit from its uses', async () => {
    expect(await shown('名称: 县司|法局', 'x.danwei.yaml')).toEqual(['2:8-12 写', '3:9-12 写', '5:9-13 读']);
  });
});
