import type { Corpus } from '../model/corpus';
import { correspondences } from '../model/correspondence';
import type { Located } from '../model/locate';
import type { Indicator, IndicatorFile } from '../model/types';
import type { Checked } from '../workspace/project';
import { indicatorFile, itemsAt } from './item-places';

/** The central items that a cursor means, by the name of their corpus and their number there. */
export function centralItemsAt(file: Checked, located: Located): { edition: string; number: number }[] {
  const model = indicatorFile(file);
  if (!model) return [];
  const { corpus } = file.surroundings;
  const isCentral = model.kind === 'yaoqiu';
  const edition = isCentral ? model.names[0]?.value.trim() : corpus?.name;
  if (edition === undefined) return [];
  const items = isCentral ? itemsAt(model, located) : centralItems(file, located);
  return items.flatMap(({ number, extra }) => (number && !extra ? [{ edition, number: number.value }] : []));
}

/** The central items that a county's item answers to, or that its 对应 names at the cursor. */
export function centralItems(file: Checked, located: Located): readonly Indicator[] {
  const model = indicatorFile(file);
  const { corpus } = file.surroundings;
  const { target } = located;
  if (!model || !corpus || target?.kind === 'reference') return [];
  if (target?.kind === 'corresponds') return [corpus.item(target.number) ?? []].flat();
  return itemsAt(model, located).flatMap((item) => counterparts(model, corpus, item));
}

function counterparts(model: IndicatorFile, corpus: Corpus, item: Indicator): readonly Indicator[] {
  if (!item.extra) return correspondences(model, corpus).of(item)?.targets ?? [];
  const same = corpus.file.extras.find(({ key }) => key === item.extra);
  return same?.items.filter(({ number }) => number && number.value === item.number?.value) ?? [];
}
