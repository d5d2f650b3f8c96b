import type { Grid, Row } from '../source/types';
import type { DraftMethod, DraftPhase, Remark } from './draft';
import { type Role, roleOf } from './header';
import { importPhrases } from './phrases';

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

/** What a roster asks of the persons in it. */
const PERSON =
  /^(?:姓名|性别|职务|职称|职务职称|(?:分管|责任)?领导|联[系络](?:人|员|人员|方式|电话)|(?:工作)?负责人|(?:办公|手机|固定)?(?:电话|手机|号码|手机号)码?|传真|邮箱|微信)$/;
const BESIDE_PERSON = /^(?:成员)?(?:单位|部门|科室|乡镇)(?:名称)?$|^(?:组别|分工|职责|备注)$/;
const PLACES: ReadonlySet<Role | null> = new Set(['number', 'lead', 'answer', 'cooperate']);
/** A roster may have its title above the header. */
const ROSTER_HEADER_ROWS = 3;

/** True for a table of 阶段 or 考核方式, and for a roster of persons (单位, 联系人, 电话): it is no part of the list. */
export function isOtherTable(grid: Grid): boolean {
  return headerOf(grid) !== undefined || grid.rows.slice(0, ROSTER_HEADER_ROWS).some(namesPersons);
}

function namesPersons({ cells }: Row): boolean {
  const words = cells.flatMap(({ text }) => text.replace(/[\s（(/、）)]/g, '') || []);
  const persons = words.filter((word) => PERSON.test(word));
  return (
    persons.length > 0 &&
    words.length > 1 &&
    words.every((word) => PERSON.test(word) || BESIDE_PERSON.test(word) || PLACES.has(roleOf(word)))
  );
}

/** A table that is not taken over, for the report. */
export function leftGrid({ rows }: Grid): Remark {
  const lines = rows.map(({ cells }) => cells.flatMap(({ text }) => text || []).join('｜'));
  const message = { template: importPhrases.leftGrid, data: { text: lines.join('／') } };
  return { kind: 'left-out', message, at: rows[0]?.at ?? '' };
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
