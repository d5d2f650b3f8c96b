import { expect, it } from 'vitest';
import { readPage } from './markdown';

const { properties } = JSON.parse(readPage('package.json')).contributes.configuration;

it('docs/editors.md lists every setting with its default, in the order of the manifest', () => {
  const rows = [...readPage('docs/editors.md').matchAll(/^\| `(zhibiao\.[\w.]+)` \| `(.+?)` \|/gm)];
  const listed = rows.map(([, name, value = '']) => [name, JSON.parse(value)]);
  expect(listed).toEqual(
    Object.entries<{ default: unknown }>(properties).map(([name, { default: value }]) => [name, value]),
  );
});
