import type { Grid, Row } from '../source/types';
import type { DraftMethod, DraftPhase } from './draft';

type Field = 'name' | 'time' | 'text';

/** Tables beside the list of indicators, by the words of their header. */
const TABLES: readonly {
  readonly kind: 'phases' | 'methods';
  readonly words: Readonly<Partial<Record<Field, RegExp>>>;
}[] = [
  {
    kind: 'phases',
    words: {
      name: /^(?:工作)?(?:阶段|步骤)(?:名称)?$/,
      time: /^(?:起止|完成)?(?:时间|时限|日期)(?:安排|节点)?$/,
      text: /^(?:主要|重点)?(?:工作)?(?:内容|任务)$/,
    },
  },
  { kind: 'methods', words: { name: /^(?:考核|评估|评价)方式$/, text: /^(?:考核|评估|评价)?内容$/ } },
];

interface Reading {
  readonly kind: 'phases' | 'methods';
  /** Which column holds what. */
  readonly columns: ReadonlyMap<number, Field>;
}

/** True for a table of 阶段 or 考核方式: it is no part of the list. */
export function isOtherTable(grid: Grid): boolean {
  return headerOf(grid) !== undefined;
}

/** Reads the tables of 阶段 and 考核方式 among others; the ones that have more to say than can be taken over are left. */
export function readOtherTables(grids: readonly Grid[]): {
  readonly phases: readonly DraftPhase[];
  readonly methods: readonly DraftMethod[];
  readonly used: ReadonlySet<Grid>;
} {
  const phases: DraftPhase[] = [];
  const methods: DraftMethod[] = [];
  const used = new Set<Grid>();
  for (const grid of grids) {
    const header = headerOf(grid);
    if (!header) continue;
    const entries = grid.rows.slice(1).map((row) => fieldsOf(row, header));
    if (entries.some(({ name, text }) => name === '' || text === '')) continue;
    used.add(grid);
    for (const { name, time, text } of entries) {
      if (header.kind === 'methods') methods.push({ name, text });
      else phases.push({ name, ...(time && { time }), text });
    }
  }
  return { phases, methods, used };
}

/** Every column of the first row must be one that is known, and none of them twice. */
function headerOf({ rows }: Grid): Reading | undefined {
  const cells = rows[0]?.cells ?? [];
  for (const { kind, words } of TABLES) {
    const fields = Object.entries(words) as [Field, RegExp][];
    const columns = new Map<number, Field>();
    for (const { column, text, colSpan } of cells) {
      const field = colSpan === 1 ? fields.find(([, word]) => word.test(text.replace(/\s/g, '')))?.[0] : undefined;
      if (field) columns.set(column, field);
    }
    if (
      columns.size === cells.length &&
      new Set(columns.values()).size === fields.length &&
      cells.length === fields.length
    ) {
      return { kind, columns };
    }
  }
  return undefined;
}

function fieldsOf({ cells }: Row, { columns }: Reading): Record<Field, string> {
  const fields: Record<Field, string> = { name: '', time: '', text: '' };
  for (const { column, text } of cells) {
    const field = columns.get(column);
    if (field) fields[field] = text.trim();
  }
  return fields;
}
