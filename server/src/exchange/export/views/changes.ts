import type { Corpus } from '../../../model/corpus';
import { type Correspondence, correspondences } from '../../../model/correspondence';
import type { Indicator } from '../../../model/types';
import { compareTexts } from '../../../service/compare-texts';
import { columnsOf } from '../../../service/preview/columns';
import { textOf } from '../../../service/preview/draft';
import { rowsOf, WHOLE } from '../../../service/preview/rows';
import { type Cell, type Column, cell, type Line, type Paragraph, type Part, plain, type Row } from '../document';
import { cellOf, paragraphsOf } from '../from-draft';
import { contentFor } from './item-table';
import { headWith, type Subject } from './subject';

interface Change {
  readonly text: readonly Paragraph[];
  readonly central: string;
}

/**
 * 与上级对照表: the items whose text departs from the central edition, added words bold and dropped words struck through; then
 * the items of the edition that the file lacks. Punctuation and blanks do not count.
 */
export function changes(subject: Subject, corpus: Corpus): Part[] {
  const { file } = subject;
  const matches = correspondences(file, corpus);
  const departing = new Map(
    matches.all.flatMap((match) => {
      const change = changeOf(match);
      return change ? [[match.item, change] as const] : [];
    }),
  );
  const printed = columnsOf(file, false).filter(({ kind }) => kind === 'level-1' || kind === 'level-2');
  // What the file lacks is told in the first column.
  const levels = printed.length > 0 ? printed : [{ kind: 'level-1' as const, title: file.levelNames[0] }];
  const columns: Column[] = [
    ...levels,
    { kind: 'number', title: '序号' },
    { kind: 'central-number', title: '上级序号' },
    { kind: 'content', title: `${file.levelNames[2]}（加粗为增加，删除线为删去）` },
    { kind: 'reason', title: '说明' },
  ];
  const selection = {
    ...WHOLE,
    isPart: true,
    item: (item: Indicator) => departing.has(item),
    emptySection: () => false,
  };
  const rows = rowsOf(file, levels, selection).map(({ kind, cells, item }): Row => {
    const change = item && departing.get(item);
    return { kind, cells: [...cells.map(cellOf), ...(item && change ? ownCells(item, change, levels.length) : [])] };
  });
  // An extract has but a part of them.
  const lacked = file.isExtract ? [] : matches.missing;
  const missing = lacked.map((target, index) => missingRow(target, index, lacked.length, levels.length));
  const name = corpus.names.toSorted((a, b) => a.length - b.length)[0] ?? corpus.name;
  return [
    {
      name: '与上级对照表',
      head: headWith(subject, `与《${corpus.name}》对照表`),
      tables: rows.length + missing.length > 0 ? [{ kind: 'items', columns, rows: [...rows, ...missing] }] : [],
      notes: [summary(file.items.length, departing.size, missing.length, name)],
    },
  ];
}

function ownCells(item: Indicator, { text, central }: Change, from: number): Cell[] {
  return [contentFor(item, 'number'), plain(central), text, contentFor(item, 'reason')].map((paragraphs, index) =>
    cell(from + index, paragraphs),
  );
}

/** An item of the edition that the file lacks. */
function missingRow(target: Indicator, index: number, count: number, from: number): Row {
  const title = index === 0 ? [cell(0, plain('上级有、本表没有'), count, from)] : [];
  const paragraphs = paragraphsOf({ paragraphs: textOf(target.content) }).map((runs) =>
    runs.map(({ text }) => ({ text, change: 'dropped' as const })),
  );
  const cells = [[], plain(numberOf(target)), paragraphs, []].map((one, at) => cell(from + at, one));
  return { kind: 'item', cells: [...title, ...cells] };
}

/** What became of the text of the edition; undefined where the item is a copy. */
function changeOf({ item, targets, certain }: Correspondence): Change | undefined {
  if (item.damaged) return undefined;
  const central = targets.map(numberOf).join('、');
  const [target] = targets;
  const actual = item.content?.value ?? '';
  if (!target || !certain) return { text: whole(item), central };
  const pieces = compareTexts(target.content?.value ?? '', actual);
  if (pieces.every(({ isEqual, from, to }) => isEqual || from + to === '')) return undefined;
  const runs = pieces.flatMap(
    ({ isEqual, from, to }): Paragraph =>
      isEqual
        ? [{ text: to }]
        : [
            ...(from === '' ? [] : [{ text: from, change: 'dropped' as const }]),
            ...(to === '' ? [] : [{ text: to, change: 'added' as const }]),
          ],
  );
  return { text: inLines(runs), central };
}

/** An item that has no counterpart, or one that cannot be compared with it word for word: all of it is new. */
function whole(item: Indicator): Paragraph[] {
  return contentFor(item, 'content').map((runs) => runs.map(({ text }) => ({ text, change: 'added' as const })));
}

/** Line breaks of the text begin new paragraphs. */
function inLines(runs: Paragraph): Paragraph[] {
  const paragraphs: Paragraph[number][][] = [[]];
  for (const run of runs) {
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) paragraphs.push([]);
      if (text !== '') paragraphs.at(-1)?.push({ ...run, text });
    }
  }
  return paragraphs.filter((one) => one.length > 0);
}

function numberOf({ number }: Indicator): string {
  return number ? String(number.value) : '';
}

function summary(total: number, departing: number, missing: number, edition: string): Line {
  const rest = missing > 0 ? `；上级有、本表没有的${missing}项` : '';
  const text = `本表共${total}项，与${edition}文字不同的${departing}项，其余${total - departing}项相同${rest}。标点和空格的不同不列。`;
  return { style: 'text', paragraphs: [[{ text }]] };
}
