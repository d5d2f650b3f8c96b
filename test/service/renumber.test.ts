import { expect, it } from 'vitest';
import { renumberAll } from '../../server/src/service/renumber';
import { applyEdits } from '../../server/src/text/edits';
import { open } from './harness';

const item = (number: number, text: string) => `  - 序号: ${number}\n    内容: ${text}\n`;
const table = (items: string, rest = '') => `标题: 表\n三级指标:\n${items}${rest}`;
const list = (items: string) => `标题: 表\n一级指标:\n- 名称: 一、甲\n  三级指标:\n${items}`;

async function renumbered(text: string): Promise<string> {
  const { file } = await open({ 'a.zhibiao.yaml': text });
  return applyEdits(text, renumberAll(file));
}

it('numbers the items in their order, and references follow', async () => {
  const text = list(item(1, '做甲事') + item(3, '做乙事') + item(2, '与第3项一并报送'));
  expect(await renumbered(text)).toBe(list(item(1, '做甲事') + item(2, '做乙事') + item(3, '与第2项一并报送')));
});

it('numbers 附加项 on their own', async () => {
  const extras = (n: number) => `附加项:\n  否决项:\n  - 序号: ${n}\n    内容: 有重大事件\n`;
  expect(await renumbered(list(item(1, '做甲事')) + extras(4))).toBe(list(item(1, '做甲事')) + extras(1));
});

it('leaves an extract and a file in order alone', async () => {
  const gap = `节选: true\n${list(item(4, '做甲事') + item(9, '做乙事'))}`;
  expect(await renumbered(gap)).toBe(gap);
  const fine = list(item(1, '做甲事') + item(2, '做乙事'));
  expect(await renumbered(fine)).toBe(fine);
  expect(await renumbered(table(''))).toBe(table(''));
});
