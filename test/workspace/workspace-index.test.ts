import { describe, expect, it } from 'vitest';
import { indexFiles } from '../../server/src/workspace/indexing';
import { summarize } from '../../server/src/workspace/summary';
import { WorkspaceIndex } from '../../server/src/workspace/workspace-index';
import { open, seed, uriOf } from '../service/harness';

const edition = '市县法治政府建设示范指标体系（2021年版）';

describe('the index of a workspace', () => {
  it('knows the same item of the central text in other files', async () => {
    const { workspace } = await open({
      'q.zhibiao.yaml': seed('as-printed/qinshui/qinshui.zhibiao.yaml'),
      's.zhibiao.yaml': seed('as-printed/shapotou/shapotou.zhibiao.yaml'),
    });
    const found = workspace.index.elsewhere(edition, 4, uriOf('q.zhibiao.yaml'));
    expect(found.map(({ file, item }) => [file.uri, item.number])).toEqual([[uriOf('s.zhibiao.yaml'), 4]]);
    expect(found[0]?.item.deadlines).toHaveLength(1);
    expect(workspace.index.elsewhere(edition, 101, '')).toEqual([]);
  });

  it('sums up sections and items with their places, and the units of a registry', async () => {
    const { at } = await open({
      'a.zhibiao.yaml':
        '县区: 某县\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n      - 序号: 3\n        责任单位: [ 县委办 ]\n',
      'a.danwei.yaml': '县区: 某县\n单位:\n  - 名称: 县委办\n',
    });
    const file = summarize(await at('a.zhibiao.yaml'));
    expect(file).toMatchObject({ county: '某县', registry: uriOf('a.danwei.yaml') });
    expect(file.sections[0]).toMatchObject({ title: '一、甲', range: { start: { line: 2, character: 8 } } });
    expect(file.sections[0]?.items).toEqual(file.items);
    expect(file.items[0]).toMatchObject({ number: 3, units: [{ role: '责任单位', name: '县委办' }] });
    expect(summarize(await at('a.danwei.yaml')).registered).toEqual([
      { name: '县委办', range: { start: { line: 2, character: 8 }, end: { line: 2, character: 11 } } },
    ]);
  });
});

describe('reading files into it', () => {
  const options = { pause: async () => {}, isOpen: () => false };

  it('tells how far it is, and can be given up between two files', async () => {
    const { project } = await open({ 'a.zhibiao.yaml': '', 'b.zhibiao.yaml': '', 'c.zhibiao.yaml': '' });
    const index = new WorkspaceIndex();
    const told: number[] = [];
    const uris = ['a', 'b', 'c'].map((name) => uriOf(`${name}.zhibiao.yaml`));
    await indexFiles(project, index, uris, {
      ...options,
      onProgress: (done) => told.push(done),
      isCancelled: () => told.length === 2,
    });
    expect(told).toEqual([0, 1]);
    expect(index.files().map(({ uri }) => uri)).toEqual(uris.slice(0, 2));
  });

  it('runs no rule', async () => {
    const { project } = await open({ 'a.zhibiao.yaml': '标题: 甲\n' });
    const index = new WorkspaceIndex();
    const unjudged = {
      open: async (uri: string) => {
        const findings = { get: () => expect.unreachable('a rule was run') };
        return Object.create((await project.open(uri)) ?? null, { findings });
      },
    };
    await indexFiles(unjudged as never, index, [uriOf('a.zhibiao.yaml')], options);
    expect(index.files()).toHaveLength(1);
  });

  it('leaves out what is gone, and leaves open files to the editor', async () => {
    const { project, workspace, at } = await open({ 'a.zhibiao.yaml': '标题: 甲\n' });
    const gone = uriOf('gone.zhibiao.yaml');
    const summary = { ...summarize(await at('a.zhibiao.yaml')), uri: gone };
    workspace.index.put(gone, () => summary);
    await indexFiles(project, workspace.index, [gone], { ...options, isOpen: (uri) => uri === gone });
    expect(workspace.index.files()).toHaveLength(2);
    await indexFiles(project, workspace.index, [gone], options);
    expect(workspace.index.files()).toHaveLength(1);
  });
});
