import { describe, expect, it } from 'vitest';
import { isOtherTable, readOtherTables } from '../../../server/src/exchange/import/other-tables';
import type { Grid } from '../../../server/src/exchange/source/types';

function grid(...rows: string[][]): Grid {
  return {
    kind: 'grid',
    rows: rows.map((texts, index) => ({
      at: `表1第${index + 1}行`,
      cells: texts.map((text, column) => ({ text, column, rowSpan: 1, colSpan: 1 })),
    })),
  };
}

describe('tables beside the list', () => {
  it('are read as 阶段 and 考核方式, whatever the order of their columns', () => {
    const phases = grid(['工作步骤', '工作内容', '起止时间'], ['准备', '动员', '1月5日前'], ['验收', '评估', '']);
    const methods = grid(['考核方式', '考核内容'], ['日常评价', '平时的工作']);
    const { used, ...read } = readOtherTables([phases, methods]);
    expect(read).toEqual({
      phases: [
        { name: '准备', time: '1月5日前', text: '动员' },
        { name: '验收', text: '评估' },
      ],
      methods: [{ name: '日常评价', text: '平时的工作' }],
    });
    expect([...used]).toEqual([phases, methods]);
  });

  it.each([
    [grid(['阶段', '时间', '工作内容', '责任单位'], ['准备', '1月', '动员', '甲局'])],
    [grid(['考核方式', '考核内容', '分值'], ['日常评价', '平时', '20'])],
    [grid(['序号', '内容'], ['1', '事'])],
    [grid()],
  ])('are left alone where they hold more, or something else', (table) => {
    expect(isOtherTable(table)).toBe(false);
    expect(readOtherTables([table]).used.size).toBe(0);
  });

  it('are left where a row lacks its name or its text: nothing is dropped', () => {
    const table = grid(['阶段', '时间', '工作内容'], ['准备', '1月', '动员'], ['', '2月', '验收']);
    expect(readOtherTables([table])).toMatchObject({ phases: [], used: new Set() });
  });
});
