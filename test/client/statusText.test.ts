import { expect, test } from 'vitest';
import { messagesFor } from '../../client/src/messages';
import { statusText } from '../../client/src/statusText';

const chinese = messagesFor('zh-cn');

test.each([
  [0, 0, '没有发现问题'],
  [2, 0, '2 个错误'],
  [0, 1, '1 个警告'],
  [2, 1, '2 个错误，1 个警告'],
])('%i errors and %i warnings', (errors, warnings, text) => {
  expect(statusText(chinese, { errors, warnings }, undefined)).toEqual({ text, detail: '指标' });
});

test('names the files in use once the server has told them', () => {
  const none = { errors: 0, warnings: 0 };
  expect(statusText(chinese, none, { uri: 'a', corpus: '2021年版', registry: '沁水县' }).detail).toBe(
    '要求库：2021年版 · 单位名录：沁水县',
  );
  expect(statusText(chinese, none, { uri: 'a', corpus: null }).detail).toBe('没有对照的要求库 · 没有单位名录');
});

test('English', () => {
  expect(statusText(messagesFor('en'), { errors: 1, warnings: 2 }, undefined).text).toBe('1 error, 2 warnings');
});
