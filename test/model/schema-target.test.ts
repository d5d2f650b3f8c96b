import { expect, it } from 'vitest';
import { VOCABULARY } from '../../server/src/model/keys';
import { entriesByKey, entriesOf, locate, nearestKey } from '../../server/src/model/schema-target';
import type { MappingNode, Node } from '../../server/src/yaml/nodes';
import { parseYaml } from '../../server/src/yaml/parse';

const read = (text: string) => parseYaml(text, VOCABULARY).root as Node;

it('follows a pointer through lists and keys, with their escapes', () => {
  const root = read('甲/乙:\n  - 丙~丁: 戊\n空:\n');
  expect(locate(root, '', '/甲~1乙/0/丙~0丁')).toMatchObject({ node: { value: '戊' }, name: '丙~丁' });
  expect(locate(root, '', '/甲~1乙/0')).toMatchObject({ node: { kind: 'mapping' }, name: '甲/乙' });
  expect(locate(root, '', '/空')).toMatchObject({ node: null, key: { value: '空' } });
  expect(locate(root, '', '/没有')).toBeUndefined();
  expect(locate(root, '', '/甲~1乙/7')).toBeUndefined();
});

it('finds the entries of a key, each time the same, numbers too', () => {
  const root = read('1: 甲\n乙: 丙\n') as MappingNode;
  expect(entriesOf(root, '1').map(({ value }) => value)).toMatchObject([{ value: '甲' }]);
  expect(entriesOf(root, '丁')).toEqual([]);
  expect(entriesByKey(root)).toBe(entriesByKey(root));
});

it('takes a key for another where half of it is the same', () => {
  expect(nearestKey('责任单住', ['内容', '责任单位'])).toBe('责任单位');
  expect(nearestKey('颜色', ['内容', '责任单位'])).toBeUndefined();
});
