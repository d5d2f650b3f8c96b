import { commands, Disposable } from 'vscode';
import type { UnitLine } from '../views/unitsView';
import { goTo } from './goTo';

/** What the 单位 tree offers for a unit. */
export function registerUnitMenu(): Disposable {
  return Disposable.from(
    commands.registerCommand('zhibiao.units.findReferences', async (line: UnitLine | undefined) => {
      const first = unitOf(line)?.tasks[0];
      if (!line || !first) return;
      // The built-in command asks at the cursor of the active editor.
      await goTo(line.uri, first.range.start);
      await commands.executeCommand('editor.action.goToReferences');
    }),
    commands.registerCommand('zhibiao.units.showInRegistry', async (line: UnitLine | undefined) => {
      const entry = unitOf(line)?.entry;
      if (entry) await goTo(entry.uri, entry.range.start);
    }),
  );
}

function unitOf(line: UnitLine | undefined) {
  return line?.element.kind === 'unit' ? line.element.unit : undefined;
}
