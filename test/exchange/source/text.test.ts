import { describe, expect, it } from 'vitest';
import { readText } from '../../../server/src/exchange/source/text';

/** Paragraphs as texts, rows as lists of cells. */
function shapeOf(text: string) {
  return readText('表.txt', text).blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block.rows.map(({ cells }) => cells.map((cell) => cell.text)),
  );
}

describe('plain text', () => {
  it('has a row a line, its cells parted by tabs, and paragraphs', () => {
    expect(shapeOf('\uFEFF标题\r\n\r\n一级\t二级\r\n\r\n\t1. 甲\t\r\n尾注')).toEqual([
      '标题',
      [
        ['一级', '二级'],
        ['', '1. 甲', ''],
      ],
      '尾注',
    ]);
  });

  it('tells lines as places and columns', () => {
    const [, grid] = readText('表.txt', '标题\n甲\t乙\n').blocks;
    expect(grid).toEqual({
      kind: 'grid',
      rows: [
        {
          at: '第2行',
          cells: [
            { text: '甲', column: 0, rowSpan: 1, colSpan: 1 },
            { text: '乙', column: 1, rowSpan: 1, colSpan: 1 },
          ],
        },
      ],
    });
  });

  it('parts grids at paragraphs and skips lines of tabs alone', () => {
    expect(shapeOf('甲\t乙\n\t\t\n六、化解\n丙\t丁')).toEqual([[['甲', '乙']], '六、化解', [['丙', '丁']]]);
  });

  it('is nothing if empty', () => {
    expect(shapeOf('')).toEqual([]);
    expect(shapeOf('\n \n')).toEqual([]);
  });
});

describe('plain text with a cell a line', () => {
  const header = '\n\t一级\n\t序号\n\t内容\n\t单位\n';

  it('has rows between empty lines', () => {
    const rows = ['\n\t一、职能\n\t1\n\t甲\n\t县司法局\n', '\n\t\n\t2\n\t乙\n\t\n'];
    expect(shapeOf(`附件1${header}${rows.join('')}\n说明`)).toEqual([
      '附件1',
      [
        ['一级', '序号', '内容', '单位'],
        ['一、职能', '1', '甲', '县司法局'],
        ['', '2', '乙', ''],
      ],
      '说明',
    ]);
  });

  it('goes on with a cell on lines without a tab, and with a row behind empty lines within it', () => {
    const row = '\n\t一、职能\n\n\n\t1\n\n\t甲\n\t县司法局\n\n县财政局\n';
    expect(shapeOf(`${header}${row}\n\t\n\t2\n\t乙\n\t县司法局\n`)).toEqual([
      [
        ['一级', '序号', '内容', '单位'],
        ['一、职能', '1', '甲', '县司法局\n县财政局'],
        ['', '2', '乙', '县司法局'],
      ],
    ]);
  });
});
