import { beforeAll, describe, expect, it } from 'vitest';
import { successors, successorsByText } from '../../../server/src/exchange/migrate/editions';
import type { Corpus } from '../../../server/src/model/corpus';
import { open, seed } from '../../service/harness';
import { corpusText, EDITIONS, editionOf, TEXTS } from './editions-of';

async function corpora(files: Readonly<Record<string, string>>, ...names: string[]): Promise<Corpus[]> {
  const { project } = await open({ 'a.zhibiao.yaml': '标题: 甲\n', ...files });
  return Promise.all(names.map((name) => editionOf(project, name)));
}

/** Numbers of the successors, by the old number. */
function numbers(found: ReturnType<typeof successors>): Record<number, number[]> {
  const rows = [...found].map(([item, all]) => [
    item.number?.value ?? 0,
    all.map(({ target }) => target.number?.value ?? 0).sort((a, b) => a - b),
  ]);
  return Object.fromEntries(rows);
}

describe('the bundled editions', () => {
  let [old, next]: Corpus[] = [];
  beforeAll(async () => {
    [old, next] = await corpora({}, '2019年版', '2021年版');
  });

  it('are led over by the reviewed mapping, both ways', () => {
    if (!old || !next) throw new Error('no corpora');
    const forwards = numbers(successors(old, next));
    expect(forwards).toMatchObject({
      6: [17],
      10: [],
      29: [32, 33],
      44: [47],
      46: [47],
      69: [69, 72],
      82: [82, 83, 84],
    });
    expect(forwards).toMatchObject({ 73: [20], 87: [92], 88: [94], 93: [100] });
    const backwards = numbers(successors(next, old));
    expect(backwards).toMatchObject({ 17: [6], 10: [], 32: [29], 47: [44, 46], 72: [68, 69] });
    const pairs = Object.entries(forwards).flatMap(([from, all]) => all.map((to) => `${from}-${to}`));
    const reversed = Object.entries(backwards).flatMap(([from, all]) => all.map((to) => `${to}-${from}`));
    expect(reversed.sort()).toEqual(pairs.sort());
  });

  it('are nearly found by the texts alone, and nothing wrong is called certain', () => {
    if (!old || !next) throw new Error('no corpora');
    const reviewed = successors(old, next);
    const byText = successorsByText(next.file.items);
    const counts = { pairs: 0, found: 0, wrong: 0, certainlyWrong: 0 };
    for (const [item, wanted] of reviewed) {
      const found = byText(item.content?.value ?? '');
      const isRight = (one: (typeof found)[number]) => wanted.some(({ target }) => target === one.target);
      counts.pairs += wanted.length;
      counts.found += found.filter(isRight).length;
      counts.wrong += found.filter((one) => !isRight(one)).length;
      counts.certainlyWrong += found.filter((one) => one.certain && !isRight(one)).length;
    }
    expect(counts).toEqual({ pairs: 85, found: 75, wrong: 1, certainlyWrong: 0 });
  });

  it('name existing items of the edition before, each item of the new one something', () => {
    for (const { number, formerly } of next?.file.items ?? []) {
      expect([number?.value, formerly !== undefined && (formerly.none || formerly.numbers.length > 0)]).toEqual([
        number?.value,
        true,
      ]);
      for (const former of formerly?.numbers ?? []) expect(old?.item(former), `第${former}项`).toBeDefined();
    }
  });
});

describe('editions of a county', () => {
  it('without 前版 are compared by text', async () => {
    const [old, next] = await corpora(EDITIONS, '旧指标体系', '新指标体系');
    if (!old || !next) throw new Error('no corpora');
    expect(numbers(successors(old, next))).toEqual({ 1: [2], 2: [1], 3: [], 4: [4], 5: [5] });
  });

  it('are led by 前版 where no text could tell', async () => {
    const next = corpusText(
      '新指标体系',
      [
        ['要闻公开。', '前版: 3'],
        [TEXTS.review, '前版: [4, 5]'],
        [TEXTS.flood, '前版: 无'],
      ],
      '前版: 旧指标体系\n',
    );
    const [old, stated] = await corpora({ ...EDITIONS, 'new.yaoqiu.yaml': next }, '旧指标体系', '新指标体系');
    if (!old || !stated) throw new Error('no corpora');
    expect(numbers(successors(old, stated))).toEqual({ 1: [], 2: [], 3: [1], 4: [2], 5: [2] });
  });

  it('with an item that says nothing of what it was are compared by text there', async () => {
    const next = corpusText('新指标体系', [[TEXTS.permitsNew], [TEXTS.review, '前版: 4']], '前版: 旧指标体系\n');
    const [old, partly] = await corpora({ ...EDITIONS, 'new.yaoqiu.yaml': next }, '旧指标体系', '新指标体系');
    if (!old || !partly) throw new Error('no corpora');
    expect(numbers(successors(old, partly))).toEqual({ 1: [1], 2: [], 3: [], 4: [2], 5: [] });
  });

  it('are compared by text where 前版 speaks of other numbers', async () => {
    // A county's own corpus with the name of the bundled 2019 edition, in another order.
    const items = [...seed('requirements/2019.yaoqiu.yaml').matchAll(/^\s+内容: (.*)$/gm)].map(
      (match) => match[1] ?? '',
    );
    const own = corpusText(
      '市县法治政府建设示范指标体系（2019年版）',
      items
        .slice(0, 40)
        .reverse()
        .map((text) => [text]),
    );
    const { project } = await open({ 'a.zhibiao.yaml': '标题: 甲\n', 'own.yaoqiu.yaml': own });
    const [old, next] = [
      await editionOf(project, '市县法治政府建设示范指标体系（2019年版）'),
      await editionOf(project, '2021年版'),
    ];
    expect(old.uri).toContain('own.yaoqiu.yaml');
    // 内容 of the bundled item 3 stands under 38 here.
    expect(numbers(successors(old, next))).toMatchObject({ 38: [3], 32: [8], 9: [36] });
  });
});
