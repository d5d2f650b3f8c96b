import { UNTITLED } from '../domain/heading';
import type { Corpus } from '../model/corpus';
import type { Indicator, IndicatorFile, Section } from '../model/types';
import { renderMessage } from '../rules/finding';
import type { LineIndex } from '../text/lines';
import type { TextEdit } from '../text/span';
import type { Checked } from '../workspace/project';
import { type Draft, type DraftDocument, type DraftItem, type DraftSection, understand } from './import/index';
import { extraLines, groupLines, indicatorFile, itemsLines, sectionLines } from './import/writer';
import { refusal } from './source/refusal';
import type { Source } from './source/types';

export interface Pasted {
  readonly edits: readonly TextEdit[];
  readonly items: number;
  /** Places marked 待核. */
  readonly doubts: number;
  /** Text of the table that the edits do not hold. */
  readonly left: readonly string[];
}

/** Characters of an indicator; the shortest of the bundled files has 15. */
const SHORTEST = 10;

/**
 * A table as text of an indicator file: as a whole file where there is nothing yet, as items of the section at the cursor where
 * the table has no titles or the same one, else as sections behind the one at the cursor.
 * @throws Refusal where the table is none of indicators, or there is no place for it
 */
export function pasteTable(
  { document, surroundings }: Checked,
  offset: number,
  source: Source,
  corpora: readonly Corpus[],
): Pasted {
  const { name } = source;
  if (document.kind !== 'zhibiao') throw refusal('notInFile', name);
  const file = document.model as IndicatorFile;
  const county = file.county?.value;
  const units = [...(surroundings.registry?.names ?? [])];
  const draft = understand(source, { corpora, units, ...(county !== undefined && { county }) });
  const [table, ...more] = draft.documents;
  if (!table) throw refusal('notIndicators', name);
  if (more.length > 0) throw refusal('severalTables', name, { count: draft.documents.length });
  const items = [...allItems(table.sections), ...table.extras.flatMap((extra) => extra.items)];
  // Whatever else somebody pastes: a person says so by the command for importing.
  if (items.filter(({ text }) => text.length >= SHORTEST).length * 2 < items.length)
    throw refusal('notIndicators', name);
  const placed = place(document.lines, file, offset, draft, table);
  if (!placed) throw refusal('noPlace', name);
  const doubts = items.flatMap(({ marks }) => marks).filter(({ kind }) => kind === 'unsure').length;
  const leftOut = draft.remarks.filter(({ kind }) => kind === 'left-out').map(({ message }) => renderMessage(message));
  return { edits: placed.edits, items: items.length, doubts, left: [...leftOut, ...placed.left] };
}

function allItems(sections: readonly DraftSection[]): DraftItem[] {
  return sections.flatMap(({ items, sections: inner }) => [...items, ...allItems(inner)]);
}

type Placed = Pick<Pasted, 'edits' | 'left'>;

function place(
  lines: LineIndex,
  file: IndicatorFile,
  offset: number,
  draft: Draft,
  table: DraftDocument,
): Placed | undefined {
  if (!file.root)
    return { edits: [append(lines, indicatorFile(draft, table, undefined).split('\n').slice(0, -1))], left: [] };
  const main = file.sections.length === 0 ? firstSections(lines, file, table) : inList(lines, file, offset, table);
  if (!main) return undefined;
  // Behind all that the file has, where it has none of these yet.
  const extras = file.extras.length === 0 ? extraLines(table) : [];
  const groups = file.groups.length === 0 ? groupLines(table) : [];
  const tail = [...extras, ...groups];
  const left = [
    ...outside(draft, table),
    ...(extras.length === 0
      ? table.extras.flatMap(({ name, items }) => items.map((item) => `${name}：${item.text}`))
      : []),
    ...(groups.length === 0
      ? table.groups.flatMap(({ numbers, evidence }) => `第${numbers.join('、')}项合并报送：${evidence.join('')}`)
      : []),
  ];
  return { edits: tail.length > 0 ? joined(main, append(lines, tail)) : [main], left };
}

/** What stood round the table, which a file has of its own. */
function outside(
  { source }: Draft,
  { title, documentNumber, issuer, phases, methods, notes }: DraftDocument,
): string[] {
  const head = [title === source ? undefined : title, documentNumber, issuer];
  return [
    ...head.filter((text) => text !== undefined),
    ...phases.map(({ name, time, text }) => [name, time, text].filter(Boolean).join('：')),
    ...methods.map(({ name, text }) => `${name}：${text}`),
    ...notes,
  ];
}

/** Two insertions at one place would have no order. */
function joined(first: TextEdit, second: TextEdit): TextEdit[] {
  if (first.span.start !== second.span.start) return [first, second];
  return [{ span: first.span, newText: first.newText + second.newText }];
}

function firstSections(lines: LineIndex, file: IndicatorFile, { sections }: DraftDocument): TextEdit | undefined {
  if (file.root?.entries.some(({ key }) => key.value === '一级指标')) return undefined;
  return append(lines, ['', '一级指标:', ...sections.flatMap((section) => sectionLines(section, '  ', 1))]);
}

function inList(lines: LineIndex, file: IndicatorFile, offset: number, table: DraftDocument): TextEdit | undefined {
  const bare = bareItems(table.sections);
  const item = file.items.findLast(({ node }) => node.place.start <= offset);
  if (bare && item && (bare.title === UNTITLED || bare.title === item.section?.title?.value)) {
    return behind(lines, item, (indent) => itemsLines(bare.items, indent));
  }
  const section = file.sections.findLast(({ node }) => node.place.start <= offset) ?? file.sections.at(-1);
  return section && behind(lines, section, (indent) => table.sections.flatMap((one) => sectionLines(one, indent, 1)));
}

/** The items of a table that has one section, with the title of that; undefined where it has several. */
function bareItems(sections: readonly DraftSection[]): { title: string; items: readonly DraftItem[] } | undefined {
  const [first, ...more] = sections;
  if (!first || more.length > 0) return undefined;
  if (first.sections.length === 0) return { title: first.title, items: first.items };
  return first.title === UNTITLED && first.items.length === 0 ? bareItems(first.sections) : undefined;
}

/** New elements of a list right behind one of it, with the same indentation. */
function behind(
  lines: LineIndex,
  { node }: Indicator | Section,
  write: (indent: string) => readonly string[],
): TextEdit | undefined {
  const { start, end } = node.place;
  const dash = lines.text.slice(lines.lineSpan(lines.lineAt(start)).start, start);
  if (node.kind !== 'mapping' || node.flow || !/^[ ]*-[ ]+$/.test(dash)) return undefined;
  const last = lines.lineAt(start + lines.text.slice(start, end).trimEnd().length);
  const written = write(dash.slice(0, dash.indexOf('-')));
  if (last + 1 >= lines.lineCount) return append(lines, written);
  const at = lines.offsetAt({ line: last + 1, character: 0 });
  const lineBreak = lineBreakOf(lines);
  return { span: { start: at, end: at }, newText: written.map((line) => line + lineBreak).join('') };
}

function append(lines: LineIndex, written: readonly string[]): TextEdit {
  const at = lines.text.length;
  const lineBreak = lineBreakOf(lines);
  const isOpen = at > 0 && !/[\r\n]$/.test(lines.text);
  const newText = (isOpen ? lineBreak : '') + written.map((line) => line + lineBreak).join('');
  return { span: { start: at, end: at }, newText };
}

/** The line break that the file uses. */
function lineBreakOf({ text }: LineIndex): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}
