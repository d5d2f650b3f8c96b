import type { Cell, Row } from '../source/types';

/** What a column of such a table holds. */
export type Role =
  | 'title1'
  | 'title2'
  | 'number'
  | 'name'
  | 'text'
  | 'lead'
  | 'answer'
  | 'cooperate'
  | 'deadline'
  | 'evidence'
  | 'score'
  | 'reason'
  | 'remark'
  | 'other';

export interface Column {
  readonly role: Role;
  /** First and last grid column. */
  readonly from: number;
  readonly to: number;
  /** As the header has it; empty where the header does not name it. */
  readonly name: string;
}

/** The columns of a table from left to right. */
export type Layout = readonly Column[];

/**
 * The words of headers, the more special first; brackets and blanks are dropped before. Collected from the five seeds
 * and from the variants that issue 6 names.
 */
const WORDS: readonly (readonly [Role, RegExp])[] = [
  ['number', /^(?:序号|编号|项次|项号|序|号|No\.?)$/i],
  ['deadline', /^时间$|时限|期限|完成(?:时间|日期)|时间(?:节点|要求|安排|进度)|进度(?:要求|安排)/],
  ['lead', /牵头|主办|主责|主管(?:单位|部门)/],
  ['cooperate', /配合|协办|协同|参[与加](?:单位|部门)/],
  ['evidence', /资料|材料|佐证|印证|报送|台账|证明/],
  ['answer', /责任(?:单位|部门|主体|科室|分工)|(?:承办|落实|实施|承担|负责)(?:单位|部门)|^(?:单位|部门)$/],
  ['score', /分值|分数|得分|权重|赋分|^标准分$/],
  [
    'title1',
    /^(?:一级指标|一级目录|一级标题|创建内容|(?:任务|工作)?(?:类别|类型|分类|领域)|板块|项目类别|指标类别|考核项目|工作类别)$/,
  ],
  ['title2', /^(?:二级指标|二级目录|二级标题|创建项目|主要项目|项目|重点工作|工作重点|考核要点|主要内容)$/],
  [
    'text',
    /^三级指标|创建标准|(?:工作|重点|主要|目标|具体)?任务|措施|举措|(?:考核|评估|测评|评价|指标|具体|工作|[加扣减]分|否决)(?:内容|标准|要求|指标|目标|名称|事项|情形)|^(?:内容|指标|标准|要求|内容要求|事项)$/,
  ],
  ['reason', /^差异说明$/],
  ['remark', /备注|说明/],
];

const MAX_HEADER_CELL = 20;

/** What a header cell names, or null. */
export function roleOf(text: string): Role | null {
  const word = text.replace(/[（(][^（）()]*[）)]/g, '').replace(/[\s　：:]/g, '');
  if (word === '' || text.length > MAX_HEADER_CELL) return null;
  return WORDS.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

/**
 * The columns that a row names, or null if it is no header: most of its cells are header words, two at least, one of
 * them for titles, numbers or items.
 * @param above the header row right above: a second one names the columns of what it gathered (责任分工 over 牵头单位, 配合单位)
 */
export function readHeader(row: Row, above: Layout | null): Layout | null {
  const filled = row.cells.filter(({ text }) => text !== '');
  if (filled.length < 2 || filled.some(({ text }) => text.length > 2 * MAX_HEADER_CELL)) return null;
  const roles = filled.map(({ text }) => roleOf(text));
  const known = roles.filter((role) => role !== null).length;
  // 序号 beside 任务 is one, however many columns of its own a ledger has (责任人, 进展情况, 存在问题).
  const isLedger = roles.includes('number') && roles.some((role) => role === 'text' || role?.startsWith('title'));
  if (known < 2 || (known < 0.6 * filled.length && !isLedger)) return null;
  const isWithin = ({ column, colSpan }: Cell) =>
    above?.some(({ from, to }) => from < to && from <= column && column + colSpan - 1 <= to) ?? false;
  const isSecond = above !== null && (row.cells.some(({ continued }) => continued) || filled.every(isWithin));
  const columns = namedColumns(isSecond ? row.cells.filter((cell) => cell.text !== '' || isWithin(cell)) : row.cells);
  if (isSecond) return deepened(merged(above, columns));
  return columns.some(({ role }) => /^(?:title|number|text)/.test(role)) ? deepened(columns) : null;
}

/** A cell without words belongs to the one before it: the export of a table drops how far a cell spans. */
function namedColumns(cells: readonly Cell[]): Column[] {
  const columns: Column[] = [];
  for (const { text, column, colSpan, continued } of cells) {
    const to = column + colSpan - 1;
    const before = columns.at(-1);
    if (text !== '') columns.push({ role: roleOf(text) ?? 'other', from: column, to, name: text.replace(/\s+/g, '') });
    else if (before && !continued) columns[columns.length - 1] = { ...before, to };
  }
  return columns;
}

function merged(above: Layout, columns: readonly Column[]): Column[] {
  const covered = (column: Column) => columns.some(({ from, to }) => from <= column.to && column.from <= to);
  return [...above.filter((column) => !covered(column)), ...columns].sort((a, b) => a.from - b.from);
}

/**
 * Where no column is named for the items, the deepest level holds them; 备注 holds the evidence where nothing else
 * does.
 */
function deepened(columns: readonly Column[]): Layout {
  if (columns.some(({ role }) => role === 'text')) return columns;
  const deepest = columns.findLastIndex(({ role }) => role === 'title2' || role === 'title1');
  return columns.map((column, index) => (index === deepest ? { ...column, role: 'text' } : column));
}
