import { UNTITLED } from '../../domain/heading';
import { itemsUnder } from '../../model/indicator-file';
import type { Extra, Indicator, IndicatorFile, Section } from '../../model/types';
import type { Column } from '../../protocol/preview';
import type { Span } from '../../text/span';
import type { Node } from '../../yaml/nodes';
import { contentOf } from './columns';
import { cell, type Draft, type DraftCell, type DraftRow, entrySpans, NOTHING, textOf, words } from './draft';

/** Which part of a file is shown. */
export interface Selection {
  /** False where the whole file is shown. */
  readonly isPart: boolean;
  item(item: Indicator): boolean;
  /** A section without items that are shown. */
  emptySection(section: Section): boolean;
  /** What the unit has to do with an item; undefined where the list is that of the whole file. */
  role?(item: Indicator): string;
  /** True for the name of the unit whose list it is. */
  isOwn(name: string): boolean;
}

/** The whole file. */
export const WHOLE: Selection = {
  isPart: false,
  item: () => true,
  emptySection: () => true,
  isOwn: () => false,
};

/** An item that a row shows, for what goes by items, such as merged evidence. */
export type ItemRow = DraftRow & { readonly item?: Indicator };

interface Layout {
  readonly columns: readonly Column[];
  readonly selection: Selection;
  /** How many columns the levels take, 2 at most. */
  readonly levels: number;
}

/** The rows of a file's table; cells of levels reach over all rows of their section. */
export function rowsOf(file: IndicatorFile, columns: readonly Column[], selection: Selection): ItemRow[] {
  const levels = columns.filter(({ kind }) => kind === 'level-1' || kind === 'level-2').length;
  const layout = { columns, selection, levels };
  const sections = file.sections.flatMap((section) => topRows(section, layout));
  return [...sections, ...extraRows(file, layout)];
}

function topRows(section: Section, layout: Layout): ItemRow[] {
  const { levels } = layout;
  const own = section.items.filter(layout.selection.item).map((item) => itemRow(item, layout));
  const below = section.sections.flatMap((part) =>
    under(
      titleOf(part),
      1,
      1,
      part.items.filter(layout.selection.item).map((item) => itemRow(item, layout)),
      () => emptyRow(part, layout),
    ),
  );
  // Where no row below has a cell of the second level, the first one takes its column too.
  if (below.length === 0) return under(titleOf(section), 0, levels, own, () => emptyRow(section, layout));
  const [first, ...others] = own;
  const beside = first ? [withCell(first, cell(1, NOTHING, 1, own.length)), ...others] : [];
  return under(titleOf(section), 0, 1, [...beside, ...below], () => undefined);
}

/** Puts a cell before rows that reaches over all of them. @param instead the one row where there are none */
function under(
  draft: Draft,
  column: number,
  columnSpan: number,
  rows: readonly ItemRow[],
  instead: () => ItemRow | undefined,
): ItemRow[] {
  const [first = instead(), ...others] = rows;
  if (columnSpan === 0) return first ? [first, ...others] : [];
  return first ? [withCell(first, cell(column, draft, columnSpan, others.length + 1)), ...others] : [];
}

function withCell(row: ItemRow, added: DraftCell): ItemRow {
  return { ...row, cells: [added, ...row.cells] };
}

function titleOf({ title, remark, node, head }: Section): Draft {
  if (node.kind !== 'mapping') return NOTHING;
  const remarks = textOf(remark).map((pieces) => [words('（'), ...pieces, words('）')]);
  const own = [...entrySpans(node, '名称'), ...entrySpans(node, '备注')];
  const printed = title?.value === UNTITLED ? [] : textOf(title);
  return { paragraphs: [...printed, ...remarks], spans: own.length > 0 ? own : [head] };
}

function emptyRow(section: Section, { columns, levels, selection }: Layout): ItemRow | undefined {
  const shownElsewhere = itemsUnder(section).some(selection.item);
  if (shownElsewhere || !selection.emptySection(section)) return undefined;
  const { node, head } = section;
  const isRead = node.kind === 'mapping';
  const rest = isRead ? NOTHING : { paragraphs: rawText(node), spans: [node.place] };
  const span = isRead ? head : node.place;
  return { kind: isRead ? 'empty' : 'damaged', span, cells: [cell(levels, rest, columns.length - levels)] };
}

function itemRow(item: Indicator, { columns, levels, selection }: Layout): ItemRow {
  const span = item.node.place;
  if (item.damaged) return damagedRow(item, columns.length, levels);
  const cells = columns.slice(levels).map(({ kind }, index) => {
    const draft = kind === 'role' ? roleOf(item, selection) : contentOf(item, kind);
    return cell(levels + index, kind === 'lead' || kind === 'responsible' || kind === 'support' ? own(draft) : draft);
  });
  return { kind: item.extra ? 'extra' : 'item', span, cells, item };

  function own(draft: Draft): Draft {
    const emphasize = (pieces: Draft['paragraphs'][number]) =>
      pieces.map((piece) => (selection.isOwn(piece.text) ? { ...piece, strong: true } : piece));
    return { ...draft, paragraphs: draft.paragraphs.map(emphasize) };
  }
}

function roleOf(item: Indicator, { role }: Selection): Draft {
  const text = role?.(item) ?? '';
  return text === '' ? NOTHING : { paragraphs: [[words(text)]], spans: [] };
}

function damagedRow(item: Indicator, columns: number, levels: number): ItemRow {
  const { node, number } = item;
  const serial = { paragraphs: textOf(number), spans: number ? [number.node.place as Span] : [] };
  const rest = { paragraphs: rawText(node), spans: [node.place] };
  return {
    kind: 'damaged',
    span: node.place,
    cells: [cell(levels, serial), cell(levels + 1, rest, columns - levels - 1)],
    item,
  };
}

/** Enough of a damaged part to know it by. */
const MAX_RAW_LINES = 12;

function rawText(node: Node): Draft['paragraphs'] {
  const raw = node.kind === 'damaged' || node.kind === 'scalar' ? node.raw : '';
  const lines = raw.split(/\r?\n/).filter((line) => line.trim() !== '');
  const more = lines.length > MAX_RAW_LINES ? ['……'] : [];
  return [...lines.slice(0, MAX_RAW_LINES), ...more].map((line) => [words(line.trim())]);
}

function extraRows(file: IndicatorFile, layout: Layout): ItemRow[] {
  const { levels, selection } = layout;
  const rows = file.extras.flatMap((extra) => {
    const items = extra.items.filter(selection.item).map((item) => itemRow(item, layout));
    return items.length > 0 ? under(extraTitle(extra), levels - 1, 1, items, () => undefined) : [];
  });
  if (levels === 1) return rows;
  const entry = entrySpans(file.root, '附加项')[0];
  const key = entry ? [{ start: entry.start, end: entry.start + 1 }] : [];
  return under({ paragraphs: [[words('附加项')]], spans: key }, 0, 1, rows, () => undefined);
}

function extraTitle({ key, keySpan, limit }: Extra): Draft {
  const upTo = limit ? [words('（上限'), ...textOf(limit).flat(), words('分）')] : [];
  return { paragraphs: [[words(key), ...upTo]], spans: [keySpan, ...(limit ? [limit.node.place] : [])] };
}
