import type { IndicatorFile } from '../../model/types';
import { toBlockList, toFlowList } from '../../rules/shared/list-style';
import { answerableItems } from '../../rules/shared/unit-uses';
import type { TextEdit } from '../../text/span';
import type { UnitListStyle } from '../settings';
import { extentOf, type Sheet } from './sheet';

/** Writes the unit lists of all items in one style. Lists that hold something damaged or fixed, or comments, stay. */
export function unitListEdits(sheet: Sheet, file: IndicatorFile, style: UnitListStyle): TextEdit[] {
  if (style === 'keep') return [];
  const restyle = style === 'inline' ? toFlowList : toBlockList;
  return answerableItems(file).flatMap(({ units }) =>
    units.flatMap((list) => {
      const { start } = list.key;
      const { end } = extentOf(list.node);
      // The list of an alias stands elsewhere; something else may follow on its last line.
      const rest = sheet.text.slice(end, sheet.contentOf(sheet.lines.lineAt(end)).end).trim();
      const stays = list.node.place.start < list.key.end || rest !== '' || sheet.holdsFixed({ start, end });
      return stays ? [] : restyle(sheet.lines, list);
    }),
  );
}
