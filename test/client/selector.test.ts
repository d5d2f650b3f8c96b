import { expect, test } from 'vitest';
import { documentSelector } from '../../client/src/selector';

test('without globs only the own language is checked, saved or not, never the old side of a comparison', () => {
  const filters = documentSelector([]);
  expect(new Set(filters.map(({ language }) => language))).toEqual(new Set(['zhibiao']));
  expect(filters.map(({ scheme }) => scheme)).toEqual(['file', 'untitled', 'vscode-vfs', 'vscode-test-web']);
  expect(filters.some(({ pattern }) => pattern !== undefined)).toBe(false);
});

test('the file system of an open folder is checked, too, each once', () => {
  const filters = documentSelector(['*.yaml'], ['memfs', 'file']);
  expect(filters.filter(({ scheme }) => scheme === 'memfs').map(({ language }) => language)).toEqual([
    'zhibiao',
    'yaml',
  ]);
  expect(filters.filter(({ scheme, language }) => scheme === 'file' && language === 'zhibiao')).toHaveLength(1);
});

test.each([
  ['指标/*.yaml', '**/指标/*.yaml'],
  ['./指标/*.yaml', '**/指标/*.yaml'],
  ['指标\\*.yaml', '**/指标/*.yaml'],
  ['**/*.yaml', '**/*.yaml'],
  ['/data/*.yaml', '/data/*.yaml'],
  ['D:\\指标\\*.yaml', 'D:/指标/*.yaml'],
])('the glob %s selects plain yaml files by %s', (glob, pattern) => {
  const plain = documentSelector([glob]).filter(({ language }) => language === 'yaml');
  expect(new Set(plain.map((filter) => filter.pattern))).toEqual(new Set([pattern]));
  expect(plain.map(({ scheme }) => scheme)).not.toContain('untitled');
});
