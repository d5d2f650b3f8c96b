import { type Cell, cell, type Line, type Paragraph, type Printout, plain, type Row } from '../export/document';
import type { Aspect, ComparedAspect, ComparedItem, CountyComparison, Entry } from './compare';

export const ASPECT_WORDS: Readonly<Record<Aspect, string>> = {
  number: '原表序号',
  lead: '牵头单位',
  responsible: '责任单位',
  support: '配合单位',
  deadline: '完成时限',
  threshold: '数字要求',
  departure: '文字改动',
  score: '分值',
};

/** Which part of a comparison is wanted. */
export interface Selection {
  readonly onlyDifferences?: boolean;
  /** Serials of the edition; without it all items. */
  readonly items?: ReadonlySet<number>;
}

/** Takes items, and aspects of them, out of a comparison. */
export function select(comparison: CountyComparison, { onlyDifferences, items }: Selection): CountyComparison {
  const wanted = comparison.items.filter(({ number }) => !items || (number !== undefined && items.has(number)));
  const kept = wanted.map((item) =>
    onlyDifferences ? { ...item, aspects: item.aspects.filter(({ differs }) => differs) } : item,
  );
  const differs = ({ aspects, present }: ComparedItem) => aspects.length > 0 || present.includes(false);
  return {
    ...comparison,
    items: onlyDifferences ? kept.filter(differs) : kept,
    others: items ? comparison.others.map(() => []) : comparison.others,
  };
}

/** A comparison as a table to be written in any format: item, aspect, and a column for each county. */
export function comparisonPrintout(comparison: CountyComparison): Printout {
  const { basis, counties, items } = comparison;
  const title = `${counties.join('、')}指标对照表`;
  return {
    view: 'compare',
    title,
    parts: [
      {
        name: title,
        head: [line('title', title), ...(basis ? [line('issue', `按${basis}的序号排列`)] : [])],
        tables: [
          {
            kind: 'items',
            columns: [
              { kind: 'number', title: '序号' },
              { kind: 'content', title: '指标' },
              { kind: 'aspect', title: '项目' },
              ...counties.map((name, index) => ({ kind: `county-${index + 1}` as const, title: name })),
            ],
            rows: items.flatMap((item) => rowsOf(item)),
          },
        ],
        notes: notesOf(comparison),
      },
    ],
  };
}

function rowsOf({ label, text, aspects, present }: ComparedItem): Row[] {
  const lines: readonly (ComparedAspect | undefined)[] = aspects.length > 0 ? aspects : [undefined];
  return lines.map((line, index): Row => {
    const own: Cell[] = index === 0 ? [cell(0, plain(label), lines.length), cell(1, plain(text), lines.length)] : [];
    const entries = present.map((has, county) => cell(3 + county, entryText(line, county, has, index === 0)));
    const aspect = cell(2, plain(line ? ASPECT_WORDS[line.aspect] : ''));
    return { kind: /^\d/.test(label) ? 'item' : 'extra', cells: [...own, aspect, ...entries] };
  });
}

/** What differs is bold; an item that a county has not is said once. */
function entryText(line: ComparedAspect | undefined, county: number, has: boolean, isFirst: boolean): Paragraph[] {
  if (!has) return isFirst ? plain(NO_ITEM) : [];
  const entry: Entry = line?.entries[county] ?? [];
  return entry.map((text) => [{ text, ...(line?.differs && { strong: true }) }]);
}

export const NO_ITEM = '（没有这一项）';

function notesOf({ counties, others }: CountyComparison): Line[] {
  return others.flatMap((items, index) =>
    items.length > 0
      ? [
          line('heading', `${counties[index] ?? ''}另有${items.length}项没有对应`),
          ...items.map(({ label, text }) => line('text', `${label} ${text}`)),
        ]
      : [],
  );
}

function line(style: Line['style'], text: string): Line {
  return { style, paragraphs: plain(text) };
}
