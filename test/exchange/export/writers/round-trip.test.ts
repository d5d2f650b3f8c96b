import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Table, textOf } from '../../../../server/src/exchange/export/document';
import { gridOf } from '../../../../server/src/exchange/export/grid';
import { type Printout, write } from '../../../../server/src/exchange/export/index';
import { type Grid, readSource } from '../../../../server/src/exchange/source/index';
import { EXPORT_VIEWS } from '../../../../server/src/protocol/export';
import { seed } from '../../../service/harness';
import { attempt, sample, view } from '../support';

/** Cells by where they begin: `row,column rows×columns text`. */
function expected(table: Table): string[] {
  const header = table.columns.map(({ title }, column) => `0,${column} 1×1 ${title}`);
  const body = gridOf(table).flatMap((row, y) =>
    row.flatMap((position, x) =>
      position?.isFirst
        ? [
            `${y + 1},${x} ${position.cell.rowSpan}×${position.cell.columnSpan} ${plain(textOf(position.cell.paragraphs))}`,
          ]
        : [],
    ),
  );
  return [...header, ...body];
}

function found(grid: Grid | undefined): string[] {
  return (grid?.rows ?? []).flatMap(({ cells }, y) =>
    cells
      .filter(({ continued }) => !continued)
      .map((cell) => `${y},${cell.column} ${cell.rowSpan}×${cell.colSpan} ${plain(cell.text)}`),
  );
}

/** What readers may do to the blanks in a text. */
function plain(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim();
}

async function grids(printout: Printout, format: 'docx' | 'xlsx' | 'html'): Promise<Grid[]> {
  const { blocks } = await readSource(await write(printout, format), `a.${format}`);
  return blocks.flatMap((block) => (block.kind === 'grid' ? [block] : []));
}

function tables({ parts }: Printout): Table[] {
  return parts.flatMap((part) => part.tables);
}

describe.each(['docx', 'html', 'xlsx'] as const)('%s read again', (format) => {
  it.each(EXPORT_VIEWS.filter((name) => name !== 'changes'))('has the same cells: %s', async (name) => {
    const printout = await view(sample, name);
    const read = await grids(printout, format);
    expect(read.map((grid) => found(grid))).toEqual(tables(printout).map(expected));
  });

  it.each(['qinshui/qinshui', 'shapotou/shapotou', 'lanling/lanling', 'zhashui/zhashui', 'baofeng/scheme'])(
    'has the cells of %s',
    async (name) => {
      const printout = await view(seed(`as-printed/${name}.zhibiao.yaml`), 'master');
      const [grid] = await grids(printout, format);
      const [table] = tables(printout);
      expect(found(grid)).toEqual(table && expected(table));
    },
  );
});

const hostile = fc.string({
  unit: fc.constantFrom(
    '甲',
    '=',
    '+',
    '-',
    '@',
    '<',
    '>',
    '&',
    '"',
    "'",
    ',',
    '|',
    '*',
    '_',
    '~',
    '`',
    '#',
    ' ',
    '　',
    '1',
    '_x000A_',
    '\\',
    ']]>',
    '<b>',
    '&amp;',
    '𠮷',
    '：',
  ),
  minLength: 1,
  maxLength: 12,
});

describe('hostile texts', () => {
  it.each(['docx', 'html', 'xlsx'] as const)('come back from %s as they were', async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 2, maxLength: 4 }), async (texts) => {
        const items = texts.map(
          (text, index) =>
            `      - { 序号: ${index + 1}, 内容: ${JSON.stringify(text)}, 责任单位: [${JSON.stringify(text)}] }`,
        );
        const file = `标题: 表\n县区: 某县\n依据: 无\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n${items.join('\n')}\n`;
        const printout = await attempt(file, 'master');
        if ('problem' in printout) throw new Error('no printout');
        const [grid] = await grids(printout, format);
        const cells = tables(printout).flatMap(expected);
        const read = found(grid);
        const filled = (all: string[]) => all.filter((cell) => !cell.endsWith(' 1×1 '));
        expect(filled(read)).toEqual(filled(cells));
      }),
      { numRuns: 40 },
    );
  });
});
