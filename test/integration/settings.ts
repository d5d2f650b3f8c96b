import { ConfigurationTarget, type TextDocument, workspace } from 'vscode';
import { equal, found, show, type Tests, until } from './editor';

export const settings: Tests = {
  async 'the level of a rule takes effect at once'() {
    const document = await show('yi/yi.zhibiao.yaml');
    await until('a finding', () => found(document, 'unit-unknown').length === 1);
    await withRules(document, { 'unit-unknown': 'off' }, async () => {
      await until('no finding', () => found(document, 'unit-unknown').length === 0);
    });
    await until('the finding again', () => found(document, 'unit-unknown').length === 1);
  },

  async 'a setting of one folder leaves the others alone'() {
    const [other, document] = [await show('shapotou/shapotou.zhibiao.yaml'), await show('yi/yi.zhibiao.yaml')];
    await until('findings', () => found(other, 'requirement-threshold').length > 0);
    const before = found(other, 'requirement-threshold').length;
    await until('findings', () => found(document, 'requirement-threshold').length === 1);
    await withRules(document, { 'requirement-threshold': 'off' }, async () => {
      await until('no finding', () => found(document, 'requirement-threshold').length === 0);
      equal(found(other, 'requirement-threshold').length, before);
    });
  },
};

/** Sets `zhibiao.rules` in the settings of the file's folder while `body` runs. */
async function withRules({ uri }: TextDocument, rules: object, body: () => Promise<void>): Promise<void> {
  const set = (value: object | undefined) =>
    workspace.getConfiguration('zhibiao', uri).update('rules', value, ConfigurationTarget.WorkspaceFolder);
  await set(rules);
  await body().finally(() => set(undefined));
}
