import { expect, test } from 'vitest';
import { readSettings } from '../../client/src/settings';

test('defaults when nothing is set', () => {
  expect(readSettings(() => undefined)).toEqual({ enable: true, include: [], locale: 'zh-cn' });
});

test('what is set', () => {
  const set = new Map<string, unknown>([
    ['zhibiao.enable', false],
    ['zhibiao.files.include', ['指标/*.yaml']],
    ['zhibiao.locale', 'en'],
  ]);
  expect(readSettings((name) => set.get(name))).toEqual({ enable: false, include: ['指标/*.yaml'], locale: 'en' });
});

test('values of a wrong type count as absent', () => {
  const wrong = new Map<string, unknown>([
    ['zhibiao.enable', 'no'],
    ['zhibiao.files.include', ['a.yaml', 7, null, ' ']],
    ['zhibiao.locale', 'fr'],
  ]);
  expect(readSettings((name) => wrong.get(name))).toEqual({ enable: true, include: ['a.yaml'], locale: 'zh-cn' });
  expect(readSettings((name) => (name === 'zhibiao.files.include' ? '*.yaml' : undefined)).include).toEqual([]);
});
