import { describe, expect, it } from 'vitest';
import { definition, implementation } from '../../server/src/service/definition';
import type { Range } from '../../server/src/text/lines';
import { type Opened, open, seed, uriOf } from './harness';

const REGISTRY = `单位:
  - 名称: 县司法局
    全称: 某县司法局
    别名: [司法局]
    曾用名: [县法制办]
  - 名称: 县委办
    曾用名: [县法制办]
  - 名称: 各部门
    成员: [县司法局, 县委办]
`;
const TEXT = `标题: 甲
依据: 2021年版
单位名录: x.danwei.yaml
一级指标:
  - 名称: 一、政府职能依法全面履行
    二级指标:
      - 名称: 1. 加大简政放权力度
        三级指标:
          - 序号: 1
            内容: 全面普及行政审批服务“马上办、网上办、就近办、一次办、自助办”，行政审批事项在法定期限内完成并不断压缩办理时限。
            责任单位: [司法局, 县法制办, 各部门, 县信访局]
            报送资料: 同第2项，与第1项至第3项一并提供。
          - 序号: 2
            名称: 许可
            内容: 做一件本地的事
            对应: [1, 3]
          - 序号: 3
            内容: 再做一件本地的事
            对应: 无
附加项:
  加分项:
    - 序号: 2
      内容: 做得好
合并报送:
  - 指标: 1-2
    资料: [总结]
`;

const central = seed('requirements/2021.yaoqiu.yaml');
/** The line of the central text, from 1, on which some words stand first behind others. */
function line(words: string, behind = ''): number {
  const at = central.indexOf(words, central.indexOf(behind));
  expect(at).toBeGreaterThan(0);
  return central.slice(0, at).split('\n').length;
}

/** Puts the cursor where the marked text stands. */
async function at(marked: string, text = TEXT): Promise<Opened> {
  expect(text).toContain(marked.replace('|', ''));
  return open({ 'a.zhibiao.yaml': text.replace(marked.replace('|', ''), marked), 'x.danwei.yaml': REGISTRY });
}

async function textIn({ project }: Opened, uri: string, range: Range): Promise<string> {
  const lines = (await project.open(uri))?.document.lines;
  const { start, end } = lines?.span(range) ?? { start: 0, end: 0 };
  return lines?.text.slice(start, end) ?? '';
}

/** `origin → file: selected text` of each link. */
async function follow(marked: string, text = TEXT): Promise<string[]> {
  const opened = await at(marked, text);
  const links = await definition(opened.workspace, opened.file, opened.offset);
  return Promise.all(
    links.map(async ({ originSelectionRange: origin, targetUri, targetSelectionRange: range }) => {
      const from = origin ? await textIn(opened, opened.file.uri, origin) : '';
      const name = decodeURIComponent(targetUri.slice(targetUri.lastIndexOf('/') + 1));
      return `${from} → ${name}: ${await textIn(opened, targetUri, range)} (${range.start.line + 1})`;
    }),
  );
}

describe('definition', () => {
  it.each([
    ['[司|法局', ['司法局 → x.danwei.yaml: 司法局 (4)']],
    [', 县法制|办', ['县法制办 → x.danwei.yaml: 县法制办 (5)', '县法制办 → x.danwei.yaml: 县法制办 (7)']],
    ['县信|访局', []],
    ['同第|2项', ['2 → a.zhibiao.yaml: 2 (13)']],
    [
      '第1项至|第3项',
      ['1项至第3 → a.zhibiao.yaml: 1 (9)', '1项至第3 → a.zhibiao.yaml: 2 (13)', '1项至第3 → a.zhibiao.yaml: 3 (17)'],
    ],
    ['指标: 1-2|', ['2 → a.zhibiao.yaml: 2 (13)']],
    ['|依据', [`依据 → 2021.yaoqiu.yaml: 市县法治政府建设示范指标体系（2021年版） (${line('名称: 市县')})`]],
    ['2021|年版', [`2021年版 → 2021.yaoqiu.yaml: 市县法治政府建设示范指标体系（2021年版） (${line('名称: 市县')})`]],
    ['x.dan|wei', ['x.danwei.yaml → x.danwei.yaml:  (1)']],
    ['一、政|府', [`一、政府职能依法全面履行 → 2021.yaoqiu.yaml: 一、政府职能依法全面履行 (${line('名称: 一、')})`]],
    ['1. 加|大', [`1. 加大简政放权力度 → 2021.yaoqiu.yaml: 1. 加大简政放权力度 (${line('名称: 1. ')})`]],
    ['序号: 1|', [`1 → 2021.yaoqiu.yaml: 1 (${line('序号: 1\n')})`]],
    ['|序号: 1', [`序号 → 2021.yaoqiu.yaml: 1 (${line('序号: 1\n')})`]],
    [
      '许|可',
      [`许可 → 2021.yaoqiu.yaml: 1 (${line('序号: 1\n')})`, `许可 → 2021.yaoqiu.yaml: 3 (${line('序号: 3\n')})`],
    ],
    ['[1, 3|]', [`3 → 2021.yaoqiu.yaml: 3 (${line('序号: 3\n')})`]],
    ['序号: 3|', ['3 → a.zhibiao.yaml: 3 (17)']],
    ['再做|一', []],
    ['做得|好', [`做得好 → 2021.yaoqiu.yaml: 2 (${line('序号: 2\n', '加分项:')})`]],
    ['总|结', []],
  ])('%s', async (marked, expected) => expect(await follow(marked)).toEqual(expected));

  it('goes from the text of an item to the central text', async () => {
    const [link] = await follow('全面|普及');
    expect(link).toMatch(/^全面普及.* → 2021\.yaoqiu\.yaml: 1 \(\d+\)$/);
  });

  it('takes the item of the same parent where each numbers its own', async () => {
    const text = `标题: 甲\n编号: 分级\n一级指标:\n  - 三级指标:\n      - 序号: 1\n        内容: 子\n  - 三级指标:\n      - 序号: 1\n        内容: 同第1|项。\n`;
    expect(await follow('同第1|项', text.replace('|', ''))).toEqual(['1 → a.zhibiao.yaml: 1 (8)']);
  });

  it('leads to units of a list in the file itself', async () => {
    const text = TEXT.replace('x.danwei.yaml', '[县委办, {名称: 县司法局, 别名: [司法局]}]');
    expect(await follow('责任单位: [司|', text.replace('责任单位: [司', '责任单位: [司'))).toEqual([
      '司法局 → a.zhibiao.yaml: 司法局 (3)',
    ]);
  });

  it('knows no path to a file that is not there', async () => {
    expect(await follow('y.dan|wei', TEXT.replace('x.danwei', 'y.danwei'))).toEqual([]);
  });

  it('follows the paths of a configuration', async () => {
    const config = '单位名录: ./x.dan|wei.yaml\n要求库: [./none.yaoqiu.yaml]\n';
    const opened = await open({ 'zhibiao.config.yaml': config, 'x.danwei.yaml': REGISTRY });
    const go = async (offset: number) =>
      (await definition(opened.workspace, opened.file, offset)).map(({ targetUri }) => targetUri);
    expect(await go(opened.offset)).toEqual([uriOf('x.danwei.yaml')]);
    expect(await go(config.indexOf('none'))).toEqual([]);
  });

  it('of a name in the registry is the name itself, of a member its entry', async () => {
    const opened = await open({ 'x.danwei.yaml': REGISTRY });
    const go = async (marker: string) => {
      const offset = REGISTRY.indexOf(marker) + 1;
      const [link] = await definition(opened.workspace, opened.file, offset);
      return link?.targetSelectionRange.start;
    };
    expect(await go('某县司法局')).toEqual({ line: 2, character: 8 });
    expect(await go('县委办]')).toEqual({ line: 5, character: 8 });
  });
});

describe('implementation', () => {
  const files = {
    'a.zhibiao.yaml': TEXT,
    'b.zhibiao.yaml': TEXT,
    'x.danwei.yaml': REGISTRY,
    '2021.yaoqiu.yaml': `名称: 本地要求\n一级指标:\n  - 三级指标:\n      - 序号: 1\n        内容: 甲乙丙丁\n`,
    'c.zhibiao.yaml':
      '依据: 本地要求\n一级指标:\n  - 三级指标:\n      - 序号: 7\n        内容: 甲乙丙丁\n        对应: 1\n',
  };
  const go = async (name: string, marker: string) => {
    const { workspace, at: file } = await open(files);
    const checked = await file(name);
    const offset = checked.document.lines.text.indexOf(marker) + 1;
    return implementation(workspace, checked, offset).map(({ uri, range }) => [uri, range.start.line]);
  };

  it('of a central item are the items of the counties', async () => {
    expect(await go('2021.yaoqiu.yaml', '甲乙')).toEqual([[uriOf('c.zhibiao.yaml'), 3]]);
  });

  it("of a county's item are those of the others", async () => {
    expect(await go('a.zhibiao.yaml', '全面普及')).toEqual([[uriOf('b.zhibiao.yaml'), 8]]);
  });

  it('of a collective unit are its members', async () => {
    expect(await go('a.zhibiao.yaml', '各部门')).toEqual([
      [uriOf('x.danwei.yaml'), 1],
      [uriOf('x.danwei.yaml'), 5],
    ]);
  });

  it('of anything else is nothing', async () => expect(await go('a.zhibiao.yaml', '总结')).toEqual([]));
});
