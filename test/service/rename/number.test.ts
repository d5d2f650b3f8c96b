import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../server/src/model/document';
import type { IndicatorFile } from '../../../server/src/model/types';
import { prepareRename, rename } from '../../../server/src/service/rename';
import { applied } from '../apply';
import { open, seed } from '../harness';
import { crlf, faults } from '../refactorings/harness';

async function renumbered(text: string, number: string): Promise<string> {
  const { workspace, file, offset } = await open({ 'a.zhibiao.yaml': text });
  const result = await rename(workspace, file, offset, number);
  if ('problem' in result) return workspace.render(result.problem);
  return applied(file.document.lines.text, result.files[0]?.edits ?? []);
}

const row = (number: number | string, content: string, more = '') =>
  `      - 序号: ${number}\n        内容: ${content}\n${more}`;
const file = (rows: readonly string[], tail = '', head = '') =>
  `标题: 表\n县区: 某县\n${head}一级指标:\n  - 名称: 一、甲\n    三级指标:\n${rows.join('')}${tail}`;

const remark = (text: string) => `        备注: ${text}\n`;
const group = (targets: string) => `合并报送:\n  - 指标: ${targets}\n    资料: [总结]\n`;

describe('renaming a number', () => {
  it('takes a free number; references in texts and groups follow', async () => {
    const text = file([row(1, '甲', remark('同第3项')), row(2, '乙'), row('4|', '丙')], group('[2, 4]'));
    expect(await renumbered(text.replace('第3项', '第4项'), '3')).toBe(
      file([row(1, '甲', remark('同第3项')), row(2, '乙'), row(3, '丙')], group('[2, 3]')),
    );
  });

  it.each([
    ['LF', (text: string) => text],
    ['CRLF', crlf],
  ])('moves the item to the place of the one that has the number, %s', async (_, broken) => {
    const rows = [
      row(1, '甲', remark('同第4项')),
      row(2, '乙', remark('同第3项')),
      row(3, '丙'),
      row('"|4"', '丁', remark('同第2项')),
      row(5, '戊'),
    ];
    const text = broken(file(rows, group('2-4')));
    const wanted = broken(
      file(
        [
          row(1, '甲', remark('同第2项')),
          row('"2"', '丁', remark('同第3项')),
          row(3, '乙', remark('同第4项')),
          row(4, '丙'),
          row(5, '戊'),
        ],
        group('2-4'),
      ),
    );
    expect(await renumbered(text, '2')).toBe(wanted);
    expect(await faults(wanted)).toEqual(await faults(text.replace('|', '')));
  });

  it('moves down, behind the one that has the number', async () => {
    const text = file([row('1|', '甲'), row(2, '乙', remark('同第1项')), '      # 丙的注\n', row(3, '丙')]).trimEnd();
    expect(await renumbered(text, '3')).toBe(
      file([row(1, '乙', remark('同第3项')), '      # 丙的注\n', row(2, '丙'), row(3, '甲')]).trimEnd(),
    );
  });

  it('moves into the section of the one that has the number', async () => {
    const second = '  - 名称: 二、乙\n    三级指标:\n';
    const text = file([row(1, '甲'), row(2, '乙')], second + row(3, '丙') + row('4|', '丁'));
    expect(await renumbered(text, '2')).toBe(file([row(1, '甲'), row(2, '丁'), row(3, '乙')], second + row(4, '丙')));
  });

  it.each([
    ['同第|4项', '同第2项'],
    ['同第3、4|项', '同第4、2项'],
  ])('starts from a reference: %s', async (reference, wanted) => {
    const text = file([row(1, '甲', remark(reference)), row(2, '乙'), row(3, '丙'), row(4, '丁')]);
    expect(await renumbered(text, '2')).toBe(
      file([row(1, '甲', remark(wanted)), row(2, '丁'), row(3, '乙'), row(4, '丙')]),
    );
  });

  it('counts within 加分项, to which no text refers', async () => {
    const extras = (a: string, b: string) =>
      `附加项:\n  加分项:\n    - 序号: ${a}\n      内容: 子\n    - 序号: ${b}\n      内容: 丑\n`;
    const text = file([row(1, '甲', remark('同第2项')), row(2, '乙')], extras('1', '2|'));
    expect(await renumbered(text, '1')).toBe(
      file(
        [row(1, '甲', remark('同第2项')), row(2, '乙')],
        extras('1', '2').replace('子', '寅').replace('丑', '子').replace('寅', '丑'),
      ),
    );
  });

  it('counts within the section where numbers restart', async () => {
    const second = (a: number | string, b: number) => `  - 名称: 二、乙\n    三级指标:\n${row(a, '丙')}${row(b, '丁')}`;
    const head = '编号: 分级\n';
    const text = file([row(1, '甲', remark('同第1项')), row(2, '乙')], second('1|', 2), head);
    const moved = `  - 名称: 二、乙\n    三级指标:\n${row(1, '丁')}${row(2, '丙')}`;
    expect(await renumbered(text, '2')).toBe(file([row(1, '甲', remark('同第1项')), row(2, '乙')], moved, head));
  });

  it.each(['0', '-1', '1.5', '甲', '', '第2项', '10000'])('refuses %j', async (number) => {
    expect(await renumbered(file([row('1|', '甲')]), number)).toBe('序号要写成从1起的数字，如「12」。');
  });

  it('reads full-width digits', async () => {
    expect(await renumbered(file([row('1|', '甲')]), ' ２ ')).toBe(file([row(2, '甲')]));
  });

  it('takes no number from another item of an extract', async () => {
    const text = file([row(71, '甲'), row('83|', '乙', remark('同第83项'))], '', '节选: true\n');
    expect(await renumbered(text, '71')).toBe('这份文件是节选，已经有第71项，不能再用这个序号。');
    expect(await renumbered(text, '76')).toBe(
      file([row(71, '甲'), row(76, '乙', remark('同第76项'))], '', '节选: true\n'),
    );
  });

  it.each([
    ['an item in braces', file(['      - { 序号: 1|, 内容: 甲 }\n', row(2, '乙')])],
    ['the only item of a section', file([row('1|', '甲')], `  - 名称: 二、乙\n    三级指标:\n${row(2, '乙')}`)],
    ['an anchor', file([row('1|', '&a 甲'), row(2, '*a')])],
  ])('does not move %s', async (_, text) => {
    expect(await renumbered(text, '2')).toMatch(/^已经有第2项/);
  });

  it('refuses a number that two items share', async () => {
    expect(await renumbered(file([row('&n 1|', '甲'), row('*n', '乙')]), '3')).toMatch(/^这一项的序号与别处共用/);
  });

  it('is offered on numbers of items and references only', async () => {
    const spotIn = async (text: string) => {
      const { file: checked, offset } = await open({ 'a.zhibiao.yaml': text });
      return prepareRename(checked, offset)?.placeholder;
    };
    expect(await spotIn(file([row("'1|2'", '甲')]))).toBe('12');
    expect(await spotIn(file([row(1, '甲', remark('同第|1项'))]))).toBe('1');
    expect(await spotIn(file([row(1, '甲')], group('1-|1')))).toBe('1');
    expect(await spotIn(file([row(1, '甲', remark('同第|9项'))]))).toBeUndefined();
    expect(await spotIn(file([row(1, '甲', '        对应: |4\n')]))).toBeUndefined();
    expect(await spotIn(file([row(1, '甲|')]))).toBeUndefined();
  });

  it('loses no item of a printed file, and references name the same items, whatever the number', async () => {
    const text = seed('corrected/qinshui/qinshui.zhibiao.yaml');
    const before = await open({ 'a.zhibiao.yaml': text });
    const model = before.file.document.model as IndicatorFile;
    const contentOf = (one: IndicatorFile) =>
      new Map(one.items.map((item) => [item.number?.value, item.content?.value]));
    const groupsOf = (one: IndicatorFile) => {
      const contents = contentOf(one);
      return one.groups.map(({ targets }) => new Set(targets?.targets.map((number) => contents.get(number))));
    };
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 101 }), async (from, to) => {
        const item = model.items[from - 1];
        const offset = item?.number?.node.place.start ?? 0;
        const result = await rename(before.workspace, before.file, offset, String(to));
        fc.pre('files' in result);
        const edits = 'files' in result ? (result.files[0]?.edits ?? []) : [];
        const changed = applied(before.file.document.lines.text, edits);
        const moved = readDocument(before.file.uri, 'zhibiao', changed).model as IndicatorFile;
        expect(contentOf(moved).get(to)).toBe(item?.content?.value);
        expect([...contentOf(moved).values()].sort()).toEqual([...contentOf(model).values()].sort());
        expect(
          groupsOf(moved).every((group, i) => [...(groupsOf(model)[i] ?? [])].every((content) => group.has(content))),
        ).toBe(true);
        if (to <= 100)
          expect(moved.items.map(({ number }) => number?.value)).toEqual(
            model.items.map(({ number }) => number?.value),
          );
      }),
      { numRuns: 40 },
    );
  });
});
