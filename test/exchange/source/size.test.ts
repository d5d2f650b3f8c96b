import { utils, write } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { readSource } from '../../../server/src/exchange/source/index';
import { docx, tbl, tc, tr } from './documents';

const ROWS = 10_000;
const rows = Array.from({ length: ROWS }, (_, index) => [
  '一、政府职能',
  String(index + 1),
  '非行政许可审批事项全部取消，不存在变相审批。',
  '县司法局',
]);
const page = `<table>${rows.map((row) => `<tr><td>${row.join('<td>')}`).join('')}</table>`;
const book = { SheetNames: ['表'], Sheets: { 表: utils.aoa_to_sheet(rows) } };
const encode = (text: string) => new TextEncoder().encode(text);

// Not a measurement: what is not linear takes minutes here.
it.each([
  ['docx', () => docx(tbl(...rows.map((row) => tr(row.map((text) => tc(text))))))],
  ['xlsx', () => new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }))],
  ['html', () => encode(page)],
  ['csv', () => encode(rows.map((row) => row.join(',')).join('\n'))],
] as const)('reads 10,000 rows of %s', async (kind, make) => {
  const bytes = make();
  const { blocks } = await readSource(bytes, `a.${kind}`);
  const [grid] = blocks;
  expect(grid?.kind === 'grid' && grid.rows).toHaveLength(ROWS);
});
