import type { Checked } from '../workspace/project';
import { numberSpot, renameNumber } from './rename/number';
import { problem, type RenameSpot, type Renaming } from './rename/renaming';
import { renameUnit, unitSpot } from './rename/unit';
import type { Workspace } from './workspace';

/** What can be renamed at an offset: a unit by any of its names, or the 序号 of an item, also by a reference to it. */
export function prepareRename(file: Checked, offset: number): RenameSpot | undefined {
  return unitSpot(file, offset) ?? numberSpot(file, offset);
}

/** Renames what stands at an offset, everywhere. See {@link renameUnit} and {@link renameNumber}. */
export async function rename(workspace: Workspace, file: Checked, offset: number, typed: string): Promise<Renaming> {
  return (await renameUnit(workspace, file, offset, typed)) ?? renameNumber(file, offset, typed) ?? problem('nothing');
}
