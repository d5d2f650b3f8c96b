import { UNTITLED } from '../../domain/heading';
import type { UnitKey } from '../../model/keys';
import type { Indicator, IndicatorFile } from '../../model/types';
import type { Column, ColumnKind } from '../../protocol/preview';
import { indicatorsOf } from '../../rules/shared/deadlines';
import { type Draft, entrySpans, NOTHING, type Piece, textOf, words } from './draft';

/** A column that a table has if an item has something to put there. */
interface OptionalColumn {
  readonly kind: ColumnKind;
  /** The key of the item. */
  readonly key: string;
  /** What the column is called; default: the key. */
  readonly title?: string;
  content(item: Indicator): Piece[][];
}

const OPTIONAL: readonly OptionalColumn[] = [
  units('lead', '牵头单位'),
  units('responsible', '责任单位'),
  units('support', '配合单位'),
  {
    kind: 'deadline',
    key: '完成时限',
    content: ({ deadlines }) =>
      deadlines.map(({ text, task }) => {
        const pieces = textOf(text).flat();
        return task ? [...pieces, words('：'), ...textOf(task).flat()] : pieces;
      }),
  },
  { kind: 'evidence', key: '报送资料', content: ({ evidence }) => evidence.flatMap(textOf) },
  { kind: 'score', key: '分值', content: ({ score }) => textOf(score) },
  // 说明 heads all kinds of remarks in the tables that counties issue; what this column holds, the import takes for a reason.
  { kind: 'reason', key: '说明', title: '差异说明', content: ({ reason }) => textOf(reason) },
  { kind: 'remark', key: '备注', content: ({ remark }) => textOf(remark) },
  { kind: 'source', key: '出处', content: ({ source }) => textOf(source) },
  { kind: 'certainty', key: '校勘', content: ({ certainty }) => textOf(certainty) },
];

function units(kind: ColumnKind, key: UnitKey): OptionalColumn {
  return {
    kind,
    key,
    content: (item) => item.units.filter(({ role }) => role === key).flatMap((list) => list.units.flatMap(textOf)),
  };
}

/** True where the file has a level between 一级 and items, so that the table needs a column for it. */
function hasMiddleLevel({ sections }: IndicatorFile): boolean {
  return sections.some((section) => section.sections.length > 0);
}

/** False where no title is to be printed: all are missing, and 附加项, which stand in their column, are too. */
function hasTitles({ sections, extras }: IndicatorFile): boolean {
  const isBare = sections.length > 0 && sections.every((one) => one.title?.value === UNTITLED && !one.sections.length);
  return !isBare || extras.length > 0;
}

/** The columns of a file's table, as the file calls them: only those that it has something for. */
export function columnsOf(file: IndicatorFile, forUnit: boolean): Column[] {
  const all = indicatorsOf(file);
  const isUsed = ({ kind, content }: OptionalColumn) =>
    all.some((item) => content(item).length > 0) || (kind === 'evidence' && file.groups.length > 0);
  const [first, second, third] = file.levelNames;
  return [
    ...(hasTitles(file) ? [{ kind: 'level-1' as const, title: first }] : []),
    ...(hasMiddleLevel(file) ? [{ kind: 'level-2' as const, title: second }] : []),
    { kind: 'number', title: '序号' },
    { kind: 'content', title: third },
    ...(forUnit ? [{ kind: 'role' as const, title: '职责' }] : []),
    ...OPTIONAL.filter(isUsed).map(({ kind, key, title = key }) => ({ kind, title })),
  ];
}

/** What an item has to say in a column. */
export function contentOf(item: Indicator, kind: ColumnKind): Draft {
  if (kind === 'number') return { paragraphs: textOf(item.number), spans: entrySpans(item.node, '序号') };
  if (kind === 'content') {
    const name = textOf(item.name).map((pieces) => pieces.map((piece) => ({ ...piece, strong: true })));
    const spans = [...entrySpans(item.node, '名称'), ...entrySpans(item.node, '内容')];
    return { paragraphs: [...name, ...textOf(item.content)], spans };
  }
  const column = OPTIONAL.find((one) => one.kind === kind);
  return column ? { paragraphs: column.content(item), spans: entrySpans(item.node, column.key) } : NOTHING;
}
