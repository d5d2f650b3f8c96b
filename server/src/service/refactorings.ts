import type { Range } from 'vscode-languageserver-types';
import { locate } from '../model/locate';
import type { IndicatorFile } from '../model/types';
import { unitReader } from '../rules/shared/unit-reading';
import type { LineIndex } from '../text/lines';
import { touches } from '../text/span';
import type { Checked } from '../workspace/project';
import { centralText } from './refactorings/central-text';
import { expandCollective } from './refactorings/expand-collective';
import { insertMissing } from './refactorings/insert-missing';
import { joinUnits } from './refactorings/join-units';
import { listStyle } from './refactorings/list-style';
import { markLocal } from './refactorings/mark-local';
import { mergeGroup } from './refactorings/merge-group';
import { moveItem } from './refactorings/move-item';
import type { Offer, Refactoring, Selection } from './refactorings/refactoring';
import { registerUnit } from './refactorings/register-unit';
import { renumberFrom } from './refactorings/renumber-from';
import { splitUnit } from './refactorings/split-unit';

export type { Refactoring } from './refactorings/refactoring';

/** In the order of the menu: the narrowest first. */
const OFFERS: readonly Offer[] = [
  expandCollective,
  splitUnit,
  joinUnits,
  registerUnit,
  listStyle,
  mergeGroup,
  centralText,
  markLocal,
  renumberFrom,
  moveItem,
  insertMissing,
];

/** Keys of an item at which the whole item is meant. */
const ITEM_KEYS = new Set(['序号', '名称', '内容', '分值', '对应', '说明', '备注']);

/** What a person may want to do with what is selected, or stands at the cursor. Each applies and changes something. */
export function refactorings(checked: Checked, range: Range): Refactoring[] {
  if (checked.document.kind !== 'zhibiao') return [];
  const selection = selectionOf(checked, range);
  return OFFERS.flatMap((offer) => offer(selection));
}

function selectionOf(checked: Checked, range: Range): Selection {
  const { document, surroundings } = checked;
  const { lines } = document;
  const file = document.model as IndicatorFile;
  const span = lines.span(range);
  const located = locate(document, behindIndent(lines, span.start));
  const { item, path, target } = located;
  const last = path.at(-1);
  const means = last?.kind === 'entry' ? ITEM_KEYS.has(last.key) : last?.node === item?.node;
  const list = item?.units.find(({ key, node }) => touches(key, span.start) || touches(node.place, span.start));
  const unit = target?.kind === 'unit' ? list?.units.find(({ node }) => node === target.node) : undefined;
  const { registry, corpus } = surroundings;
  return {
    checked,
    file,
    lines,
    span,
    located,
    read: unitReader(registry, file.county?.value),
    ...(registry && { registry }),
    ...(corpus && { corpus }),
    ...(item && means && { item }),
    ...(list && { list }),
    ...(unit && { unit }),
  };
}

/** At the start of a line its first key is meant, not the end of what stands above. */
function behindIndent(lines: LineIndex, offset: number): number {
  const { start, end } = lines.lineSpan(lines.lineAt(offset));
  const indent = /^[ \t]*(?:-[ \t]+)?/.exec(lines.text.slice(start, end))?.[0].length ?? 0;
  return Math.max(offset, start + indent);
}
