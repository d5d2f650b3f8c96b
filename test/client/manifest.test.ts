import { existsSync, readdirSync, readFileSync } from 'node:fs';
import picomatch from 'picomatch';
import { expect, test } from 'vitest';
import { DOCUMENTS, isDocument, OFFICE_DOCUMENTS } from '../../client/src/exchange/documents';
import { watchedGlobs } from '../../client/src/selector';
import { clientSettings } from '../../client/src/settings';
import { diagnosticSource, fixAllKind } from '../../server/src/protocol/status';
import { kindOf } from '../../server/src/workspace/kinds';

const root = new URL('../../', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const manifest = read('package.json');

test('every text of the manifest exists in Chinese and in English, and no other', () => {
  const used = [...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map((match) => match[1]);
  for (const bundle of ['package.nls.json', 'package.nls.en.json']) {
    expect(Object.keys(read(bundle)).sort(), bundle).toEqual([...new Set(used)].sort());
  }
});

test('every file that the manifest names exists', () => {
  const paths = [
    ...JSON.stringify(manifest.contributes).matchAll(/"((?:\.|docs)\/[^"]+\.(?:json|svg|png|code-snippets))"/g),
  ].map(([, path]) => path);
  const missing = [manifest.icon, ...paths].filter((path) => !existsSync(new URL(path, root)));
  expect(paths.length).toBeGreaterThan(2);
  expect(missing).toEqual([]);
});

test.each(['指标', 'zhibiao', '单位', 'danwei', '要求', 'yaoqiu'])('*.%s.yaml and .yml are of the language', (name) => {
  const [language] = manifest.contributes.languages;
  expect(language.filenamePatterns).toEqual(expect.arrayContaining([`*.${name}.yaml`, `*.${name}.yml`]));
});

test('files of the language are the ones that the tool knows by their names, and that are watched', () => {
  const [{ filenames, filenamePatterns }] = manifest.contributes.languages;
  const names = [...filenames, ...filenamePatterns.map((pattern: string) => pattern.replace('*', '县/沁水'))];
  for (const name of names) {
    expect([name, kindOf(name)]).toEqual([name, expect.any(String)]);
    expect([name, watchedGlobs.some((glob) => picomatch(glob)(name))]).toEqual([name, true]);
  }
  expect(kindOf('zhibiao.config.yml')).toBe('config');
  expect(filenames).toContain('zhibiao.config.yml');
});

test('the menu of the explorer offers the import of documents, and of no other files', () => {
  const menu: { command: string; when: string }[] = manifest.contributes.menus['explorer/context'];
  const when = menu.find(({ command }) => command === 'zhibiao.import')?.when ?? '';
  const [, endings = ''] = /\((.+)\)/.exec(when) ?? [];
  expect(endings.split('|')).toEqual(OFFICE_DOCUMENTS);
  expect(['表.DOCX', '表.csv', '表.yaml', 'docx'].map(isDocument)).toEqual([true, true, false, false]);
});

test('what can be imported is what the documentation says', () => {
  const page = readFileSync(new URL('docs/cli.md', root), 'utf8');
  const documented = [...page.matchAll(/^\|((?: `\.\w+`)+) \|/gm)].flatMap(([, list = '']) => list.match(/\w+/g) ?? []);
  expect(documented.sort()).toEqual(DOCUMENTS.toSorted());
});

test('the settings that the client reads are contributed', () => {
  expect(Object.keys(manifest.contributes.configuration.properties)).toEqual(
    expect.arrayContaining([...clientSettings]),
  );
});

test('the commands that the client registers are contributed', () => {
  const files = readdirSync(new URL('client/src/', root), { recursive: true, encoding: 'utf8' });
  const sources = files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(new URL(`client/src/${file.replaceAll('\\', '/')}`, root), 'utf8'));
  const registered = [...sources.join('\n').matchAll(/registerCommand\('([^']+)'/g)].map(([, id]) => id);
  const contributed = manifest.contributes.commands.map(({ command }: { command: string }) => command);
  expect(registered.sort()).toEqual(contributed.sort());
});

test('what can be done with a file can be done while its preview has the keyboard', () => {
  const inPreview = manifest.contributes.menus.commandPalette
    .filter(({ when }: { when: string }) => when.endsWith(" || activeWebviewPanelId == 'zhibiao.preview'"))
    .map(({ command }: { command: string }) => command);
  const names = ['export', 'fixAll', 'migrate', 'compare', 'renumber'];
  expect(inPreview.toSorted()).toEqual(names.map((name) => `zhibiao.${name}`).sort());
});

test('names that the server shares', () => {
  expect({ diagnosticSource, fixAllKind }).toEqual({
    diagnosticSource: 'zhibiao',
    fixAllKind: 'source.fixAll.zhibiao',
  });
});
