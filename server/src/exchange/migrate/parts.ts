import { UNIT_KEYS } from '../../model/keys';
import type { DeadlineEntry, Indicator, Text } from '../../model/types';
import { writtenList } from '../../rules/shared/list-edits';
import { textInYaml } from '../../service/completion/yaml-text';
import { oneLine } from '../../service/one-line';
import { comment } from './comment';
import { type Job, labelOf } from './job';

/** What an item says under one key, as lines without indentation. */
export interface Part {
  readonly key: string;
  readonly item: Indicator;
  readonly lines: readonly string[];
}

/** Keys in the order of contract section 2; any other comes last. */
const ORDER = [...UNIT_KEYS, '完成时限', '报送资料', '分值', '说明', '备注'];
/** These are the new edition's, or say how the item relates to the old one. */
const REPLACED: ReadonlySet<string> = new Set(['序号', '名称', '内容', '对应']);
const COMMENT = /(?:^|\s)#/;

/** What an item carries along, in the order of its keys. */
export function partsOf(job: Job, item: Indicator): Part[] {
  const found = job.chunks(item);
  if (!found) return rewritten(job, item);
  return found.chunks.flatMap(({ key, lines }) => (REPLACED.has(key) ? [] : [{ key, item, lines }]));
}

/** The same from the values alone, where the lines cannot be taken apart. */
function rewritten({ renumbered }: Job, item: Indicator): Part[] {
  const part = (key: string, lines: readonly string[]): Part[] => (lines.length > 0 ? [{ key, item, lines }] : []);
  const text = (key: string, leaf: Text | undefined) =>
    part(key, leaf ? [`${key}: ${textInYaml(renumbered.value(leaf))}`] : []);
  return [
    ...item.units.flatMap(({ role, units }) =>
      part(
        role,
        unitLines(
          role,
          units.map(({ value }) => value),
        ),
      ),
    ),
    ...part('完成时限', deadlineLines(item.deadlines)),
    ...part('报送资料', listLines('报送资料', item.evidence.map(renumbered.value))),
    ...part('分值', item.score ? [`分值: ${item.score.value}`] : []),
    ...text('说明', item.reason),
    ...text('备注', item.remark),
  ];
}

/** The lines of several items under the keys of one: each key once, in order, and nothing left out. */
export function joined(job: Job, parts: readonly Part[]): string[] {
  const keys = [...new Set(parts.map(({ key }) => key))];
  const rank = (key: string) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
  return keys
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((key) =>
      joinKey(
        job,
        key,
        parts.filter((part) => part.key === key),
      ),
    );
}

function joinKey(job: Job, key: string, parts: readonly Part[]): readonly string[] {
  const [first, ...rest] = parts;
  if (!first) return [];
  const others = rest.filter((part) => part.lines.join('\n') !== first.lines.join('\n'));
  if (others.length === 0) return first.lines;
  const all = [first, ...others];
  const union = unionOf(
    job,
    key,
    all.map(({ item }) => item),
  );
  if (!union) return [...others.flatMap((part) => aside(part, '待核：另有')), ...first.lines];
  // A list is written anew; comments within the old ones stay readable.
  return [
    ...all.filter(({ lines }) => lines.some((row) => COMMENT.test(row))).flatMap((part) => aside(part, '')),
    ...union,
  ];
}

function aside({ item, lines }: Part, words: string): string[] {
  return [comment(`${words}原${labelOf(item)}：${lines.map((row) => row.trim()).join(' ')}`)];
}

function unionOf({ renumbered }: Job, key: string, items: readonly Indicator[]): string[] | undefined {
  if (UNIT_KEYS.some((role) => role === key)) {
    const lists = items.flatMap(({ units }) => units.filter(({ role }) => role === key));
    return unitLines(
      key,
      lists.flatMap(({ units }) => units.map(({ value }) => value.trim())),
    );
  }
  if (key === '报送资料')
    return listLines(
      key,
      items.flatMap(({ evidence }) => evidence.map(renumbered.value)),
    );
  if (key === '分值') return [`分值: ${sum(items.flatMap(({ score }) => score?.value ?? []))}`];
  return undefined;
}

function unitLines(key: string, names: readonly string[]): string[] {
  return [`${key}: ${writtenList([...new Set(names)])}`];
}

function listLines(key: string, texts: readonly string[]): string[] {
  const distinct = [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== '');
  if (distinct.length === 0) return [];
  return distinct.length === 1
    ? [`${key}: ${inOneLine(distinct[0] ?? '')}`]
    : [`${key}:`, ...distinct.map((text) => `  - ${inOneLine(text)}`)];
}

function deadlineLines(deadlines: readonly DeadlineEntry[]): string[] {
  const [only, ...more] = deadlines;
  if (!only) return [];
  if (more.length === 0 && !only.task) return [`完成时限: ${inOneLine(only.text.value)}`];
  return [
    '完成时限:',
    ...deadlines.flatMap(({ text, task }) => [
      `  - 时间: ${inOneLine(text.value)}`,
      ...(task ? [`    任务: ${inOneLine(task.value)}`] : []),
    ]),
  ];
}

/** Line breaks within a text are written as such: between quotes. */
function inOneLine(text: string): string {
  return /[\r\n]/.test(text) ? JSON.stringify(text) : textInYaml(text);
}

/** 0.1 + 0.2 is 0.3 here. */
export function sum(scores: readonly number[]): number {
  return Math.round(scores.reduce((a, b) => a + b, 0) * 1e6) / 1e6;
}

/** A few characters of an item's text, to know it by. */
export function shortText({ name, content }: Indicator): string {
  return oneLine(name?.value ?? content?.value ?? '', 24);
}
