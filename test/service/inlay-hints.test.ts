import { describe, expect, it } from 'vitest';
import { inlayHints } from '../../server/src/service/inlay-hints';
import { type OpenOptions, open, seed } from './harness';

const EVERYWHERE = { start: { line: 0, character: 0 }, end: { line: 99_999, character: 0 } };

/** Lines with their hints at the places where they show, as `⟨…⟩`. */
async function shown(text: string, options: OpenOptions = {}, range = EVERYWHERE): Promise<string[]> {
  const { workspace, file } = await open({ 'a.zhibiao.yaml': text }, options);
  const rows = text.split('\n');
  const touched = new Set<number>();
  for (const { position, label } of inlayHints(workspace, file, range).reverse()) {
    const row = rows[position.line] ?? '';
    rows[position.line] = `${row.slice(0, position.character)}⟨${label}⟩${row.slice(position.character)}`;
    touched.add(position.line);
  }
  return rows.flatMap((row, line) => (touched.has(line) ? [row.trim()] : []));
}

const withDeadline = (deadline: string, head = '年度: 2022\n') =>
  `${head}一级指标:\n  - 三级指标:\n      - 序号: 1\n        完成时限: ${deadline}\n`;

describe('the hint behind a deadline', () => {
  it.each([
    ['6月底前', '6月底前⟨→ 2022-06-30⟩'],
    ['5月31日前', '5月31日前⟨→ 2022-05-31⟩'],
    ['"2月底前"', '"2月底前⟨→ 2022-02-28⟩"'],
    ['2022年年底前', '2022年年底前⟨→ 2022-12-31⟩'],
    ['每年3月1日前', '每年3月1日前⟨→ 下次 2023-03-01⟩'],
    ['每季度末', '每季度末⟨→ 下次 2022-06-30⟩'],
  ])('of %s says which day is meant', async (deadline, expected) => {
    expect(await shown(withDeadline(deadline), { today: '2022-04-10' })).toEqual([`完成时限: ${expected}`]);
  });

  it.each(['2022-06-30', '2022年6月30日前', '长期坚持', '5月31前', '2月30日前', ''])(
    'is not there for %j',
    async (deadline) => {
      expect(await shown(withDeadline(deadline))).toEqual([]);
    },
  );

  it('is not there where nobody named a year', async () => {
    expect(await shown(withDeadline('6月底前', ''))).toEqual([]);
  });

  it('stands behind each milestone and behind phases', async () => {
    const text = `${withDeadline('[ { 时间: 3月底前, 任务: 甲 } ]')}阶段:\n  - { 名称: 一, 时间: 4月底前 }\n`;
    expect(await shown(text)).toEqual([
      '完成时限: [ { 时间: 3月底前⟨→ 2022-03-31⟩, 任务: 甲 } ]',
      '- { 名称: 一, 时间: 4月底前⟨→ 2022-04-30⟩ }',
    ]);
  });

  it('can be switched off', async () => {
    const settings = { inlayHints: { deadlines: false, groups: true } };
    expect(await shown(withDeadline('6月底前'), { settings })).toEqual([]);
  });
});

describe('the hint behind a 序号', () => {
  const items = (groups: string) =>
    `一级指标:\n  - 三级指标:\n${[1, 2, 3, 4].map((n) => `      - 序号: ${n}\n`).join('')}合并报送:\n${groups}`;

  it('says which items are handed in together', async () => {
    expect(await shown(items('  - 指标: 2-4\n'))).toEqual([
      '- 序号: 2⟨并入第2—4项⟩',
      '- 序号: 3⟨并入第2—4项⟩',
      '- 序号: 4⟨并入第2—4项⟩',
    ]);
    expect(await shown(items('  - 指标: [1, 3]\n'))).toEqual(['- 序号: 1⟨并入第1、3项⟩', '- 序号: 3⟨并入第1、3项⟩']);
  });

  it('is short where there are many, and in English where asked', async () => {
    const many = items('  - 指标: 1、3、5、7、9、11、13\n');
    expect((await shown(many))[0]).toBe('- 序号: 1⟨并入第1、3、5、7、9、11等7项⟩');
    expect((await shown(many, { locale: 'en' }))[0]).toBe(
      '- 序号: 1⟨with items 1, 3, 5, 7, 9, 11 and others (7 in all)⟩',
    );
    expect((await shown(items('  - 指标: 2-4\n'), { locale: 'en' }))[0]).toBe('- 序号: 2⟨with items 2-4⟩');
  });

  it('is not there for a group that is not understood, or switched off', async () => {
    expect(await shown(items('  - 指标: 全部\n  - 资料: 甲\n'))).toEqual([]);
    const settings = { inlayHints: { deadlines: true, groups: false } };
    expect(await shown(items('  - 指标: 2-4\n'), { settings })).toEqual([]);
  });
});

it('keeps to the range that was asked for', async () => {
  const text = seed('corrected/shapotou/shapotou.zhibiao.yaml');
  const all = await shown(text);
  const range = { start: { line: 100, character: 0 }, end: { line: 140, character: 0 } };
  const some = await shown(text, {}, range);
  expect(all.length).toBeGreaterThan(80);
  expect(some.length).toBeGreaterThan(2);
  expect(some.length).toBeLessThan(15);
  const rows = text.split('\n').slice(100, 140).join('\n');
  for (const hint of some) expect(rows).toContain(hint.replace(/⟨.*⟩/, ''));
});
