import { expect, it } from 'vitest';
import { fileReport } from '../../server/src/cli/file-report';
import { readDocument } from '../../server/src/model/document';

it('names with a problem the units of its item, of thousands the first hundred', async () => {
  const item = (count: number) =>
    `      - 序号: 1\n        责任单位: [${Array.from({ length: count }, (_, i) => `县${i}局`).join(', ')}]\n`;
  const text = `一级指标:\n  - 名称: 一、甲\n    三级指标:\n${item(2)}${item(5_000)}`;
  const document = readDocument('file:///a.zhibiao.yaml', 'zhibiao', text);
  const findings = ['甲', '县1局', '县4999局'].map((found) => {
    const start = text.lastIndexOf(found);
    const message = { template: '', data: {} };
    const rest = { rule: 'schema', severity: 'error', message, related: [], fixes: [] } as const;
    return { ...rest, span: { start: found === '县1局' ? text.indexOf(found) : start, end: start + 1 } };
  });
  const { problems } = await fileReport('a', { document, findings, dependencies: [] }, async () => undefined);
  expect(problems.map(({ units, section }) => [units.length, units.at(-1), section])).toEqual([
    [0, undefined, '一、甲'],
    [2, '县1局', '一、甲'],
    [100, '县99局', '一、甲'],
  ]);
});
