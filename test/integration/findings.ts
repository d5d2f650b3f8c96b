import { extensions, type Uri, workspace } from 'vscode';
import { closeAll, equal, first, found, rangeOf, show, type Tests, until } from './editor';

const glued = '区工信和商务局区民社局';

export const findings: Tests = {
  async 'the extension wakes when an indicator file is opened'() {
    await show('shapotou/shapotou.zhibiao.yaml');
    await until('active', () => extensions.getExtension('zhibiao.zhibiao')?.isActive);
  },

  async 'a printed document has its findings, each under its own text'() {
    const document = await show('shapotou/shapotou.zhibiao.yaml');
    const finding = await first(document, 'unit-separator');
    equal(finding.range, rangeOf(document, glued));
    // Against the corpus that comes with the extension.
    await first(document, 'requirement-threshold');
  },

  async 'a file that is closed and opened again at once has its findings'() {
    const path = 'shapotou/shapotou.zhibiao.yaml';
    await first(await show(path), 'unit-separator');
    for (let round = 0; round < 5; round++) {
      await closeAll();
      await show(path);
      await new Promise((resolve) => setTimeout(resolve, 20 * round));
    }
    await first(await show(path), 'unit-separator');
  },

  async 'the page of a rule can be opened'() {
    const document = await show('shapotou/shapotou.zhibiao.yaml');
    const { code } = await first(document, 'unit-separator');
    const { target } = code as { readonly target: Uri };
    const page = await workspace.openTextDocument(target);
    equal(page.getText().includes('unit-separator'), true);
  },

  async 'each folder has a registry of its own'() {
    const unit = '区财政局';
    const [home, foreign] = [await show('shapotou/shapotou.zhibiao.yaml'), await show('yi/yi.zhibiao.yaml')];
    equal((await first(foreign, 'unit-unknown')).range, rangeOf(foreign, unit));
    await first(home, 'unit-separator');
    equal(home.getText().includes(unit), true);
    equal(
      found(home, 'unit-unknown').filter(({ range }) => home.getText(range) === unit),
      [],
    );
  },
};
