import { normalizeText } from '../../domain/similarity';
import type { Group, IndicatorFile } from '../../model/types';
import { mainRun, serialOf } from '../../rules/shared/numbering';
import { cell, type Draft, type DraftCell, type DraftRow, type Piece, textOf } from './draft';
import type { ItemRow } from './rows';

export interface MergedEvidence {
  readonly rows: readonly DraftRow[];
  /** Groups that no row shows, since none of their items is there. */
  readonly left: readonly Group[];
}

/**
 * Merges the evidence of items that hand in one set together (合并报送), wherever they stand below each other and at most one
 * of them has evidence of its own; there the common evidence is added unless it repeats the own.
 * @param column the column of evidence; -1 if the table has none
 */
export function mergeEvidence(file: IndicatorFile, rows: readonly ItemRow[], column: number): MergedEvidence {
  const owners = new Map<ItemRow, Group>();
  if (column >= 0 && mainRun(file)) {
    const byNumber = new Map<number, ItemRow>();
    for (const row of rows) {
      const number = row.kind === 'item' && row.item ? serialOf(row.item) : undefined;
      if (number !== undefined && !byNumber.has(number)) byNumber.set(number, row);
    }
    for (const group of file.groups) {
      for (const number of group.targets?.targets ?? []) {
        const row = byNumber.get(number);
        if (row && !owners.has(row)) owners.set(row, group);
      }
    }
  }
  const merged: DraftRow[] = [];
  const told = new Set<Group>();
  for (let from = 0; from < rows.length; ) {
    const group = owners.get(rows[from] as ItemRow);
    let to = from + 1;
    while (group && to < rows.length && owners.get(rows[to] as ItemRow) === group) to++;
    const run = rows.slice(from, to);
    merged.push(...(group ? mergeRun(run, group, column, !told.has(group)) : run));
    if (group) told.add(group);
    from = to;
  }
  return { rows: merged, left: file.groups.filter((group) => !told.has(group)) };
}

/** @param tells false where a row above has told the common evidence */
function mergeRun(run: readonly DraftRow[], group: Group, column: number, tells: boolean): DraftRow[] {
  const cells = run.map((row) => row.cells.find((one) => one.column === column));
  const own = cells.filter((one) => one !== undefined && one.paragraphs.length > 0);
  const common = tells
    ? commonEvidence(
        group,
        own.flatMap((one) => one?.paragraphs ?? []),
      )
    : [];
  const place = group.node ? [group.node.place] : [];
  const spans = tells ? [...place, ...group.evidence.map(({ node }) => node.place)] : [];
  if (own.length > 1) {
    return run.map((row, index) => (index === 0 ? replace(row, column, extended(cells[0], common, spans)) : row));
  }
  const draft = extended(own[0], common, [...cells.flatMap((one) => one?.spans ?? []), ...spans]);
  return run.map((row, index) => replace(row, column, index === 0 ? cell(column, draft, 1, run.length) : undefined));
}

function extended(own: Draft | undefined, common: readonly Piece[][], spans: Draft['spans']): Draft {
  return {
    paragraphs: [...(own?.paragraphs ?? []), ...common],
    spans: [...new Set([...(own?.spans ?? []), ...spans])],
  };
}

function replace(row: DraftRow, column: number, by: DraftCell | Draft | undefined): DraftRow {
  const cells = row.cells.flatMap((one) => (one.column !== column ? one : by ? { ...one, ...by } : []));
  return { ...row, cells };
}

/** The evidence of a group that none of the texts above it repeats: tables print it in the cell of the first item. */
function commonEvidence({ evidence }: Group, own: readonly (readonly Piece[])[]): Piece[][] {
  const known = normalizeText(own.flatMap((pieces) => pieces.map(({ text }) => text)).join(''));
  return evidence.filter(({ value }) => !known.includes(normalizeText(value))).flatMap(textOf);
}
