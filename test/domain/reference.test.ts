import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findReferences, parseGroup, renumberGroup, renumberReferences } from '../../server/src/domain/reference';
import type { TextEdit } from '../../server/src/text/span';

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** ⟦ ⟧ marks the reference. */
function unmark(marked: string) {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  return { text: marked.replace('⟦', '').replace('⟧', ''), span: { start, end } };
}

function apply(text: string, edits: readonly TextEdit[]): string {
  return edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end), text);
}

describe('findReferences finds items', () => {
  it.each([
    ['⟦第26、27、28、29项⟧', 'list', [26, 27, 28, 29]],
    ['⟦第 26、27、28、29 项⟧指标，请合并提供下列材料：2020 年以来', 'list', [26, 27, 28, 29]],
    ['⟦第 34、35、…、46 项⟧指标', 'list', [34, ...range(35, 46)]],
    ['⟦第 34、35、… 46 项⟧指标', 'list', [34, ...range(35, 46)]],
    ['⟦第34项至第46项⟧', 'range', range(34, 46)],
    ['⟦第34至46项⟧', 'range', range(34, 46)],
    ['⟦第34—46项⟧', 'range', range(34, 46)],
    ['⟦55-58项⟧由市场监管、卫生健康提供', 'range', range(55, 58)],
    ['⟦71-72⟧合并提供：1.区教育局', 'range', [71, 72]],
    ['⟦第71、72⟧合并提供', 'list', [71, 72]],
    ['同⟦第26项⟧', 'list', [26]],
    ['同⟦26项⟧', 'list', [26]],
    ['⟦26、27项⟧指标', 'list', [26, 27]],
    ['见⟦第3项和第5项⟧', 'list', [3, 5]],
    ['⟦第1、3-5项⟧', 'list', [1, 3, 4, 5]],
    ['⟦第26项⟧，2020年以来', 'list', [26]],
    ['⟦第46至34项⟧', 'range', [46, 34]],
  ])('%s', (marked, kind, targets) => {
    const { text, span } = unmark(marked);
    expect(findReferences(text)).toEqual([expect.objectContaining({ kind, span, targets })]);
  });

  it('gives every number its place', () => {
    const text = '见第34项至第46项。';
    const [reference] = findReferences(text);
    expect(reference).toMatchObject({
      numbers: [
        { value: 34, span: { start: 2, end: 4 } },
        { value: 46, span: { start: 7, end: 9 } },
      ],
    });
  });

  it('several in one text, in order', () => {
    const found = findReferences('合并提供。第1项、该两项指标；2-3项合并提供');
    expect(found.map(({ kind }) => kind)).toEqual(['merge-without-numbers', 'list', 'count', 'range']);
  });

  it('expands no more than a thousand', () => {
    const [reference] = findReferences('第1至9999项');
    expect(reference).toMatchObject({ targets: range(1, 1000) });
  });
});

describe('findReferences leaves alone', () => {
  it.each([
    '1.2. 标题',
    '2019、2020年在市场监管领域',
    '2023年11月17日至26日',
    '不低于80%、90%',
    '任选3-5个合法性审查意见',
    '任选3-5项材料',
    '提供3-5项典型案例',
    '，3-5项典型案例',
    '共100项指标',
    '26项指标',
    '第三方评估',
    '第一责任人',
    '行政执法“三项制度”',
    '该三项制度',
    '第26条',
    '第2款',
    '第26条第3项',
    '第二款第1项',
    '《实施方案》第3项',
    '2021年版第3项',
    '市县法治政府建设示范指标体系（2021年版）第3、4项',
    '23号附件2第1项',
    '第71号',
    '12345、12315热线',
    '第12345项',
    '1.5项',
    '第一项、第四项所列单位',
    '',
  ])('%s', (text) => {
    expect(findReferences(text)).toEqual([]);
  });
});

describe('findReferences finds counts', () => {
  it.each([
    ['有关部门涉及⟦该三项⟧指标有关工作', 3],
    ['涉及⟦该3项⟧', 3],
    ['⟦该两项⟧指标', 2],
    ['⟦该 十三 项⟧', 13],
    ['⟦上述三项指标⟧', 3],
  ])('%s', (marked, count) => {
    const { text, span } = unmark(marked);
    expect(findReferences(text)).toEqual([{ kind: 'count', span, count }]);
  });
});

describe('findReferences finds 合并提供 without numbers', () => {
  it.each(['⟦合并提供⟧：重大行政决策', '第26、27项指标。请⟦合并提供⟧下列材料', '该三项指标请⟦合并报送⟧'])(
    '%s',
    (marked) => {
      const { text, span } = unmark(marked);
      expect(findReferences(text)).toContainEqual({ kind: 'merge-without-numbers', span });
    },
  );

  it.each(['第 26、27 项指标，请合并提供下列材料', '71-72合并提供', '请合并提供第26、27项的材料'])(
    'but not %s',
    (text) => {
      expect(findReferences(text).map(({ kind }) => kind)).not.toContain('merge-without-numbers');
    },
  );
});

describe('parseGroup', () => {
  it.each([
    ['34-46', 'range', range(34, 46)],
    ['34～46', 'range', range(34, 46)],
    ['34—46', 'range', range(34, 46)],
    ['34 至 46', 'range', range(34, 46)],
    ['26、27、28、29', 'list', [26, 27, 28, 29]],
    ['26, 27', 'list', [26, 27]],
    ['26-28、30', 'list', [26, 27, 28, 30]],
    ['第34项至第46项指标', 'range', range(34, 46)],
    ['7', 'list', [7]],
    [[26, 27], 'list', [26, 27]],
  ] as const)('%s', (group, kind, targets) => {
    expect(parseGroup(group)).toMatchObject({ kind, targets });
  });

  it.each(['', '甲', '34-', '26、27等', '2021年', '12345', [], [1.5], [-1]].map((group) => [group]))(
    'refuses %j',
    (group) => {
      expect(parseGroup(group)).toBeNull();
    },
  );

  it('gives the numbers their places', () => {
    expect(parseGroup('26、27')?.numbers).toEqual([
      { value: 26, span: { start: 0, end: 2 } },
      { value: 27, span: { start: 3, end: 5 } },
    ]);
  });
});

describe('renumberReferences', () => {
  const plusOne = (from: number) => (n: number) => (n >= from ? n + 1 : undefined);
  const swap = (a: number, b: number) => (n: number) => (n === a ? b : n === b ? a : undefined);
  const move = (map: Record<number, number>) => (n: number) => map[n];

  it.each([
    ['同第26项，另见第30项', plusOne(28), '同第26项，另见第31项'],
    ['第26、27、28、29 项指标', plusOne(28), '第26、27、29、30 项指标'],
    ['第34项至第46项', plusOne(1), '第35项至第47项'],
    ['an inserted item: 第34至46项', plusOne(40), 'an inserted item: 第34至47项'],
    ['71-72合并提供：1.区教育局', plusOne(1), '72-73合并提供：1.区教育局'],
    ['55-58项由', swap(55, 58), '55-58项由'],
    ['第34至46项', swap(35, 36), '第34至46项'],
    ['第3至5项', swap(4, 9), '第3、5、9项'],
    ['第3项至第5项', move({ 3: 6 }), '第4项至第6项'],
    ['第3至5项', move({ 5: 6, 9: 5 }), '第3、4、6项'],
    ['第1、2项', swap(1, 2), '第2、1项'],
    ['第71条第3项，5个工作日', plusOne(1), '第71条第3项，5个工作日'],
  ])('%s', (text, map, expected) => {
    expect(apply(text, renumberReferences(text, map))).toBe(expected);
  });

  it('no edit where nothing changes', () => {
    expect(renumberReferences('第34至46项、第50项', (n) => n)).toEqual([]);
    expect(renumberReferences('第34至46项、第50项', () => undefined)).toEqual([]);
  });

  it('names the same items after any permutation', () => {
    const text = '同第2项；第3至6项指标；7、9项指标；71-72合并提供';
    fc.assert(
      fc.property(fc.shuffledSubarray(range(1, 10), { minLength: 10 }), (order) => {
        const map = (n: number) => order[n - 1] ?? n;
        const targets = (t: string) =>
          findReferences(t).map((r) => ('targets' in r ? [...r.targets].sort((a, b) => a - b) : []));
        const expected = targets(text).map((ns) => ns.map(map).sort((a, b) => a - b));
        expect(targets(apply(text, renumberReferences(text, map)))).toEqual(expected);
      }),
    );
  });
});

describe('renumberGroup', () => {
  it.each([
    ['34-46', (n: number) => n + 1, '35-47'],
    ['26、27、28', (n: number) => (n > 26 ? n + 1 : undefined), '26、28、29'],
    ['3-5', (n: number) => ({ 5: 6, 6: 5 })[n], '3、4、6'],
    ['第34项至第46项', (n: number) => n - 1, '第33项至第45项'],
    ['7', () => 8, '8'],
    ['甲', () => 8, '甲'],
  ])('%s', (group, map, expected) => {
    expect(apply(group, renumberGroup(group, map))).toBe(expected);
  });
});

describe('findReferences on any text', () => {
  it('never throws; spans lie inside the text', () => {
    const unit = fc.constantFrom(...'第该项、，…-—至12345.% 条指标合并提供三两。同见');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        for (const reference of findReferences(text)) {
          expect(reference.span.start).toBeLessThan(reference.span.end);
          expect(reference.span.end).toBeLessThanOrEqual(text.length);
          if (!('numbers' in reference)) continue;
          for (const { value, span } of reference.numbers) expect(Number(text.slice(span.start, span.end))).toBe(value);
        }
        parseGroup(text);
        renumberReferences(text, (n) => n + 1);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['1、', '1', '第', '合并提供', '第1项、', '第1项', '1…', ' ', '该'])(
    'does not hang on a megabyte of 「%s」',
    (unit) => {
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
      expect(() => findReferences(text)).not.toThrow();
    },
  );
});
