import { describe, expect, it } from 'vitest';
import { linkedEditing } from '../../server/src/service/linked-editing';
import type { Range } from '../../server/src/text/lines';
import { open } from './harness';

/** The texts and lines that follow the name at the `|`. */
async function linked(files: Readonly<Record<string, string>>): Promise<string[] | null> {
  const { file, offset } = await open(files);
  const { lines } = file.document;
  const found = linkedEditing(file, offset);
  if (!found) return null;
  const textOf = (range: Range) => lines.text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
  return found.ranges.map((range) => `${range.start.line}:${textOf(range)}`);
}

const items =
  '一级指标:\n  - 三级指标:\n      - 序号: 1\n        牵头单位: [县司法局, 司法局]\n        责任单位: ["县司法局"]\n';

describe('linked editing', () => {
  it('leads from a name in the file’s own registry to what names the unit so', async () => {
    const inline = `单位名录:\n  - 名称: 县|司法局\n    别名: [司法局]\n  - 名称: 甲\n    成员: [县司法局]\n${items}`;
    expect(await linked({ 'a.zhibiao.yaml': inline })).toEqual([
      '1:县司法局',
      '4:县司法局',
      '8:县司法局',
      '9:县司法局',
    ]);
    expect(await linked({ 'a.zhibiao.yaml': inline.replace('县|', '县').replace('[司法局]', '[司法|局]') })).toEqual([
      '2:司法局',
      '8:司法局',
    ]);
  });

  it('leads from a plain name of the list, too', async () => {
    expect(await linked({ 'a.zhibiao.yaml': `单位名录: [县司法|局]\n${items}` })).toEqual([
      '0:县司法局',
      '4:县司法局',
      '5:县司法局',
    ]);
  });

  it('leads from a unit of a registry to the units that name it', async () => {
    const registry = '单位:\n  - 名称: |甲局\n  - 名称: 乙\n    成员: [甲局, 丙]\n    挂牌于: 甲局\n';
    expect(await linked({ 'a.danwei.yaml': registry })).toEqual(['1:甲局', '3:甲局', '4:甲局']);
  });

  it('does not lead from an item back to the registry', async () => {
    expect(await linked({ 'a.zhibiao.yaml': `单位名录: [县司法局]\n${items.replace('[县司', '[县|司')}` })).toBeNull();
  });

  it.each(['单位:\n  - 名称: |甲局\n', '单位:\n  - 名称: |\n', '单位:\n  - |名称: 甲\n', '|', '单位: |['])(
    'has nothing to say of %j',
    async (text) => {
      expect(await linked({ 'a.danwei.yaml': text })).toBeNull();
    },
  );

  it('leaves a name alone that is written with escapes', async () => {
    const text = '单位:\n  - 名称: 甲|局\n  - 名称: 乙\n    成员: ["\\u7532局"]\n';
    expect(await linked({ 'a.danwei.yaml': text })).toBeNull();
  });
});
