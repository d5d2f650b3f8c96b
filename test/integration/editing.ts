import { commands, WorkspaceEdit, workspace } from 'vscode';
import { actions, equal, found, rangeOf, show, type Tests, until } from './editor';

const glued = '区工信和商务局区民社局';

export const editing: Tests = {
  async 'a quick fix repairs what it was offered for'() {
    const document = await show('shapotou/shapotou.zhibiao.yaml');
    await until('a finding', () => found(document, 'unit-separator').length > 0);
    // A window that has just begun drops the question when some other extension registers its actions.
    const edit = await until('a fix', async () => {
      const fixes = await actions(document, rangeOf(document, glued), 'quickfix');
      return fixes.find(({ title }) => title.includes('区民社局'))?.edit;
    });
    equal(await workspace.applyEdit(edit), true);
    equal(document.getText().includes('[区工信和商务局, 区民社局, 区农业农村局, 区财政局]'), true);
    await until('no finding', () => found(document, 'unit-separator').length === 0);
  },

  async 'one command repairs all that can be repaired'() {
    const document = await show('shapotou/shapotou.zhibiao.yaml');
    await until('findings', () => found(document, 'typography').length > 0);
    await commands.executeCommand('zhibiao.fixAll');
    await until('no findings', () => found(document, 'typography').length === 0);
    equal(document.getText().includes(glued), false);
  },

  async 'a registry that is edited and not saved counts at once'() {
    const document = await show('yi/yi.zhibiao.yaml');
    await until('a finding', () => found(document, 'unit-unknown').length === 1);
    const registry = await show('yi/yi.danwei.yaml');
    const edit = new WorkspaceEdit();
    edit.insert(registry.uri, registry.lineAt(registry.lineCount - 1).range.end, '  - 名称: 区财政局\n');
    equal(await workspace.applyEdit(edit), true);
    await until('no finding', () => found(document, 'unit-unknown').length === 0);
  },

  async 'typing a fault shows it, taking it back clears it'() {
    const document = await show('yi/yi.zhibiao.yaml');
    const deadline = rangeOf(document, '5月31日前');
    await until('the file is checked', () => found(document, 'unit-unknown').length === 1);
    await replace('5月31前');
    await until('a finding', () => found(document, 'deadline-format').length === 1);
    equal(found(document, 'deadline-format')[0]?.range, rangeOf(document, '31', '完成时限: 5月'));
    await commands.executeCommand('undo');
    await until('no finding', () => found(document, 'deadline-format').length === 0);

    async function replace(text: string): Promise<void> {
      const edit = new WorkspaceEdit();
      edit.replace(document.uri, deadline, text);
      equal(await workspace.applyEdit(edit), true);
    }
  },
};
