import type { Corpus } from '../../model/corpus';
import { type Correspondence, correspondences } from '../../model/correspondence';
import { itemAt } from '../../model/item-at';
import type { Indicator, IndicatorFile, Section } from '../../model/types';
import type { Message } from '../../rules/finding';
import type { LineIndex } from '../../text/lines';
import type { Checked } from '../../workspace/project';
import type { Workspace } from '../workspace';
import { type Context, ENTRY } from './context';
import type { ClientSupport } from './proposal';

/** All that a kind of proposals may look at. */
export interface Scene {
  readonly workspace: Workspace;
  readonly file: Checked;
  readonly context: Context;
  readonly cursor: number;
  /** The file, if it is an indicator file or a corpus. */
  readonly model: IndicatorFile | undefined;
  /** The corpus that the file follows. */
  readonly corpus: Corpus | undefined;
  /** All that it could follow. */
  readonly corpora: readonly Corpus[];
  readonly client: ClientSupport;
  readonly lineBreak: string;
  /** The item that the cursor is in, as far as the tree knows. */
  readonly item: Indicator | undefined;
  render(template: string, data?: Message['data']): string;
}

export function sceneOf(
  workspace: Workspace,
  file: Checked,
  context: Context,
  cursor: number,
  corpora: readonly Corpus[],
  client: ClientSupport,
): Scene {
  const { kind, model, lines } = file.document;
  const own = kind === 'zhibiao' || kind === 'yaoqiu' ? (model as IndicatorFile) : undefined;
  const isInItem = itemDepth(context.path) >= 0;
  return {
    workspace,
    file,
    context,
    cursor,
    model: own,
    corpus: file.surroundings.corpus,
    corpora,
    client,
    lineBreak: /\r\n|\r|\n/.exec(lines.text)?.[0] ?? '\n',
    item: own && isInItem ? (itemAt(own, cursor) ?? itemAround(own, lines, context, cursor)) : undefined,
    render: (template, data = {}) => workspace.render({ template, data }),
  };
}

/** The item whose lines the cursor is below, deeper than its dash: what is being typed there is not in the tree yet. */
function itemAround(model: IndicatorFile, lines: LineIndex, context: Context, cursor: number): Indicator | undefined {
  if (context.place === 'entry' && isItemEntry(context.path)) return undefined;
  const all = [...model.items, ...model.extras.flatMap(({ items }) => items)];
  const item = all.findLast(({ node }) => node.place.start <= cursor);
  if (!item) return undefined;
  const { line, character } = lines.positionAt(item.node.place.start);
  for (let at = line + 1; at < lines.lineAt(cursor); at++) {
    const { start, end } = lines.lineSpan(at);
    const indent = lines.text.slice(start, end).search(/\S/);
    if (indent >= 0 && indent < character) return undefined;
  }
  return context.column >= character ? item : undefined;
}

/** Lists whose entries are items. */
const ITEM_LISTS = new Set(['三级指标', '条目', '加分项', '否决项', '扣分项']);

/** How deep in a path the entry of the item stands that it leads through; -1 outside of items. */
function itemDepth(path: readonly string[]): number {
  return path.findLastIndex((step, i) => step === ENTRY && ITEM_LISTS.has(path[i - 1] ?? ''));
}

/** The list of items that a path ends in. */
export function isItemEntry(path: readonly string[]): boolean {
  return path.at(-1) === ENTRY && itemDepth(path) === path.length - 1;
}

/** 加分项, 否决项 or 扣分项 if a path leads through one. */
export function extraKey(path: readonly string[]): string | undefined {
  return path[0] === '附加项' ? path[1] : undefined;
}

/** The key whose value, or whose list, a path ends in. */
export function lastKey(path: readonly string[]): string {
  return path.findLast((step) => step !== ENTRY) ?? '';
}

/** The item of the corpus that the item at the cursor answers to; by the number on a line near by where the tree is damaged. */
export function targetOf(scene: Scene): Indicator | undefined {
  const { corpus, model, item, context } = scene;
  if (!corpus || !model || extraKey(context.path)) return undefined;
  const known: Correspondence | undefined = item && correspondences(model, corpus).of(item);
  if (known?.target) return known.target;
  if (item?.corresponds?.none || model.numbering !== 'continuous') return undefined;
  const number = item?.number?.value ?? Number.parseInt(context.siblings.get('序号') ?? '', 10);
  return corpus.item(number);
}

/** The 一级 and the 二级 that begin last before the cursor, however damaged what follows is. */
export function sectionsBefore({ model, cursor }: Pick<Scene, 'model' | 'cursor'>): readonly Section[] {
  const before = (sections: readonly Section[]) => sections.findLast(({ node }) => node.place.start <= cursor);
  const top = model && before(model.sections);
  const inner = top && before(top.sections);
  return [top ?? [], inner ?? []].flat();
}

/** The section whose list of items a path is in. */
export function homeSection(scene: Pick<Scene, 'model' | 'cursor' | 'context'>): Section | undefined {
  const [top, inner] = sectionsBefore(scene);
  return scene.context.path.includes('二级指标') ? inner : top;
}
