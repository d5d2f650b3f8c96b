import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definition, implementation } from '../../server/src/service/definition';
import { foldingRanges } from '../../server/src/service/folding';
import { highlights } from '../../server/src/service/highlights';
import { documentLinks } from '../../server/src/service/links';
import { references } from '../../server/src/service/references';
import { unitAt, unitPlacesIn } from '../../server/src/service/unit-places';
import type { Range } from '../../server/src/text/lines';
import { mutate, pieces, seeds, slip } from '../yaml/support';
import { type Opened, open, seed, uriOf } from './harness';

const registry = seed('as-printed/shapotou/shapotou.danwei.yaml');

/** Asks everything at an offset; the places in the file itself must be in order. */
async function askAll({ workspace }: Opened, file: Opened['file'], offset: number): Promise<void> {
  const { lines } = file.document;
  const isSound = ({ start, end }: Range) => lines.offsetAt(start) <= lines.offsetAt(end);
  for (const { originSelectionRange: origin } of await definition(workspace, file, offset)) {
    expect(origin && isSound(origin)).toBe(true);
  }
  implementation(workspace, file, offset);
  for (const { uri, range } of await references(workspace, file, offset, true)) {
    if (uri === file.uri) expect(isSound(range)).toBe(true);
  }
  for (const { range } of highlights(file, offset)) expect(isSound(range)).toBe(true);
}

describe('navigation in damaged texts', () => {
  it('has an answer at any offset of any file', async () => {
    const damaged = slip.map(
      ({ seed: at, kind, where, which }) => mutate(seeds[at]?.text ?? '', kind, where, which).text,
    );
    const names = fc.constantFrom(
      'a.zhibiao.yaml',
      'a.zhibiao.yaml',
      'a.danwei.yaml',
      'a.yaoqiu.yaml',
      'zhibiao.config.yaml',
    );
    const other = '单位名录: shapotou.danwei.yaml\n一级指标:\n  - 三级指标:\n      - 责任单位: [区司法局, 区财政局]\n';
    const opened = await open({ 'shapotou.danwei.yaml': registry, 'b.zhibiao.yaml': other });
    const offsets = fc.array(fc.nat(), { minLength: 15, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(names, fc.oneof(damaged, pieces), offsets, async (name, text, wheres) => {
        const file = await opened.project.check(uriOf(name), text);
        for (const where of wheres) await askAll(opened, file, (where % (text.length + 3)) - 1);
        foldingRanges(file);
        await documentLinks(opened.workspace, file);
      }),
      { numRuns: 100 },
    );
  });

  it('has an answer after each keystroke while an item is typed', async () => {
    const head = '依据: 2021年版\n一级指标:\n  - 名称: 一、政府职能依法全面履行\n    三级指标:\n';
    const item =
      "      - 序号: 1\n        内容: 见第2项。\n        责任单位: [区司法局, '区财政局']\n        对应: 1\n";
    const opened = await open({ 'shapotou.danwei.yaml': registry });
    for (let end = 0; end <= item.length; end++) {
      const file = await opened.project.check(uriOf('a.zhibiao.yaml'), `${head}${item.slice(0, end)}\n合并报送:\n`);
      await askAll(opened, file, head.length + end);
    }
  });
});

describe('the places of a unit', () => {
  it('are the same from whichever of them one asks', async () => {
    const { file } = await open({
      'a.zhibiao.yaml': seed('as-printed/shapotou/shapotou.zhibiao.yaml'),
      'shapotou.danwei.yaml': registry,
    });
    const { lines } = file.document;
    const all = unitPlacesIn(file, '区司法局');
    expect(all.length).toBeGreaterThan(50);
    for (const { range } of all) {
      expect(unitAt(file, lines.offsetAt(range.start))).toBe('区司法局');
      expect(unitAt(file, lines.offsetAt(range.end))).toBe('区司法局');
    }
  });
});
