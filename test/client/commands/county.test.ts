import { expect, it } from 'vitest';
import { isCounty, plainName } from '../../../client/src/commands/county';

it.each(['沁水县', '沙坡头区', '郏县', '科尔沁右翼前旗', ' 沁水县 '])('%s is a county', (name) => {
  expect(isCounty(name)).toBe(true);
});

it.each(['', '县', 'Qinshui', '沁水 县', '../沁水县', '沁水县。'])('%j is none', (name) => {
  expect(isCounty(name)).toBe(false);
});

it.each([
  ['沁水县', '沁水'],
  ['沙坡头区', '沙坡头'],
  ['郏县', '郏县'],
  [' 科尔沁右翼前旗 ', '科尔沁右翼前'],
])('files of %s are called %s', (county, name) => expect(plainName(county)).toBe(name));
