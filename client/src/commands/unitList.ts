import { commands, type Disposable, type QuickPickItem, QuickPickItemKind, Selection, ThemeIcon, window } from 'vscode';
import { type UnitOfFile, type UnitsOfFile, type UnitTask, unitsRequest } from '../../../server/src/protocol/units';
import type { ClientHost } from '../host';
import type { UnitLine } from '../views/unitsView';
import { taskLook, tasksIn, unitLook, unitRoles } from '../views/unitTree';
import { goTo } from './goTo';

/**
 * The list of one unit: its items with their deadlines, to pick from. Without a unit, that is picked first.
 * @param candidates files to look at, the first indicator file among them counts
 */
export function registerShowUnitList(host: ClientHost, candidates: () => readonly (string | undefined)[]): Disposable {
  async function unitsOf(uris: readonly (string | undefined)[]) {
    for (const uri of uris) {
      const answer = uri === undefined ? undefined : await host.request(unitsRequest, { uri });
      if (uri !== undefined && answer) return { uri, answer };
    }
    return undefined;
  }

  return commands.registerCommand('zhibiao.showUnitList', async (line?: UnitLine) => {
    const found = await unitsOf(line ? [line.uri] : candidates());
    if (!found) {
      window.showInformationMessage(host.messages.notIndicatorFile);
      return;
    }
    const { uri, answer } = found;
    const wanted = line?.element.kind === 'unit' ? line.element.unit.name : undefined;
    const unit = answer.units.find(({ name }) => name === wanted) ?? (await chooseUnit(host, answer));
    if (unit) await chooseTask(host, uri, answer, unit);
  });
}

async function chooseUnit(host: ClientHost, answer: UnitsOfFile): Promise<UnitOfFile | undefined> {
  const messages = host.messages.views;
  if (answer.units.length === 0) {
    window.showInformationMessage(messages.noUnits);
    return undefined;
  }
  const picks = answer.units.map((unit) => {
    const { label, description, icon } = unitLook(unit, answer, messages);
    return { label, description, iconPath: new ThemeIcon(icon), unit };
  });
  const picked = await window.showQuickPick(picks, { placeHolder: messages.chooseUnit, matchOnDescription: true });
  return picked?.unit;
}

interface TaskPick extends QuickPickItem {
  readonly task?: UnitTask;
}

/** The editor shows the item that is looked at; where the list is left without a choice, the cursor goes back. */
function chooseTask(host: ClientHost, uri: string, answer: UnitsOfFile, unit: UnitOfFile): Promise<void> {
  const messages = host.messages.views;
  const before = window.activeTextEditor;
  const selection = before?.selection;
  const list = window.createQuickPick<TaskPick>();
  list.title = messages.listOf(unit.name, new Set(unit.tasks.map(({ item }) => item)).size);
  list.matchOnDescription = true;
  list.items = unitRoles.flatMap((role): TaskPick[] => {
    const tasks = tasksIn(unit, role);
    if (tasks.length === 0) return [];
    const separator = { label: messages.roles[role], kind: QuickPickItemKind.Separator };
    return [separator, ...tasks.map((task) => taskPick(answer, task, host))];
  });
  return new Promise((resolve) => {
    let accepted = false;
    list.onDidChangeActive(([active]) => {
      if (active?.task) goTo(uri, active.task.range.start, true);
    });
    list.onDidAccept(() => {
      const task = list.activeItems[0]?.task;
      if (!task) return;
      accepted = true;
      list.hide();
      goTo(uri, task.range.start);
    });
    list.onDidHide(async () => {
      list.dispose();
      if (!accepted && before && selection) {
        const { document, viewColumn } = before;
        const back = new Selection(selection.anchor, selection.active);
        await window.showTextDocument(document, { selection: back, ...(viewColumn !== undefined && { viewColumn }) });
      }
      resolve();
    });
    list.show();
  });
}

function taskPick({ items }: UnitsOfFile, task: UnitTask, host: ClientHost): TaskPick {
  const { label, description, icon } = taskLook(items[task.item], host.messages.views);
  return { label, description, iconPath: new ThemeIcon(icon), task };
}
