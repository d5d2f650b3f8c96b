import type { Indicator } from '../../model/types';
import { extraKey, homeSection, type Scene } from './scene';

/** What of a scene tells the numbers of its items. */
type Counted = Pick<Scene, 'model' | 'cursor' | 'context' | 'item'>;

/** The items that are numbered together with one at the cursor. */
function runAt(scene: Counted): readonly Indicator[] {
  const { model, context } = scene;
  if (!model) return [];
  const extra = extraKey(context.path);
  if (extra) return model.extras.find(({ key }) => key === extra)?.items ?? [];
  return model.numbering === 'continuous' ? model.items : (homeSection(scene)?.items ?? []);
}

/** 序号 of the items of a run, without the one that the cursor is in. */
export function takenNumbers(scene: Counted): Set<number> {
  return new Set(
    runAt(scene).flatMap(({ node, number }) => (number && node !== scene.item?.node ? [number.value] : [])),
  );
}

/** The 序号 for an item at the cursor: the first behind that of the item before it which is not taken. */
export function nextNumber(scene: Counted): number {
  const before = runAt(scene).findLast(({ node }) => node.place.start < scene.cursor && node !== scene.item?.node);
  const taken = takenNumbers(scene);
  let number = (before?.number?.value ?? 0) + 1;
  // Beyond the safe ones, one more is the same number.
  while (taken.has(number) && Number.isSafeInteger(number)) number++;
  return Number.isSafeInteger(number) && number > 0 ? number : 1;
}
