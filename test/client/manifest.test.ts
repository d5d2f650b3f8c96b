import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clientSettings } from '../../client/src/settings';
import { diagnosticSource, fixAllKind } from '../../server/src/protocol/status';

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
  const paths = [...JSON.stringify(manifest.contributes).matchAll(/"(\.\/[^"]+\.(?:json|svg))"/g)].map(
    ([, path]) => path,
  );
  const missing = [manifest.icon, ...paths].filter((path) => !existsSync(new URL(path, root)));
  expect(paths.length).toBeGreaterThan(2);
  expect(missing).toEqual([]);
});

test.each(['指标', 'zhibiao', '单位', 'danwei', '要求', 'yaoqiu'])('*.%s.yaml and .yml are of the language', (name) => {
  const [language] = manifest.contributes.languages;
  expect(language.filenamePatterns).toEqual(expect.arrayContaining([`*.${name}.yaml`, `*.${name}.yml`]));
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

test('names that the server shares', () => {
  expect({ diagnosticSource, fixAllKind }).toEqual({
    diagnosticSource: 'zhibiao',
    fixAllKind: 'source.fixAll.zhibiao',
  });
});
