import type { IndicatorFile } from '../../model/types';
import type { Checked } from '../../workspace/project';
import type { Format } from '../markdown';
import { oneLine } from '../one-line';
import type { Workspace } from '../workspace';
import { hoverPhrases } from './phrases';

/** What every renderer is given. */
export interface HoverContext {
  readonly workspace: Workspace;
  readonly file: Checked;
  readonly format: Format;
}

export type Data = Readonly<Record<string, string | number>>;

/** A sentence in the language of the user, its gaps filled with text from files, safe to be shown. */
export function say({ workspace, format }: HoverContext, template: string, data: Data = {}): string {
  return format.text(workspace.render({ template, data }));
}

/** The same before it is made safe, to be put into the gap of another sentence. */
export function phrase({ workspace }: HoverContext, template: string, data: Data = {}): string {
  return workspace.render({ template, data });
}

/** The model of a file that holds items; undefined for a registry or a configuration. */
export function indicatorFile({ document }: Checked): IndicatorFile | undefined {
  const { kind, model } = document;
  return kind === 'zhibiao' || kind === 'yaoqiu' ? (model as IndicatorFile) : undefined;
}

/** Names for the gap of a sentence: 甲、乙、「各乡镇、各部门」等5个. */
export function nameList(context: HoverContext, all: readonly string[], most = 8): string {
  const names = all
    .slice(0, most)
    .map((name) => (name.includes('、') ? `「${oneLine(name, 40)}」` : oneLine(name, 40)))
    .join('、');
  return all.length > most ? phrase(context, hoverPhrases.andMore, { names, count: all.length }) : names;
}

/** Things by a property of theirs, in the order in which the properties first occur. */
export function groupBy<T, K>(things: Iterable<T>, keyOf: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}
