import { describe, expect, it } from 'vitest';
import { sameDeadline, sameUnits } from '../../../server/src/exchange/compare/sameness';

describe('units', () => {
  it.each([
    [['县司法局'], ['区司法局'], true],
    [['县司法局', '县税务局'], ['县税务局', '县司法局'], true],
    [['沁水县人民政府办公室'], ['沙坡头区人民政府办公室'], true],
    [['县司法局'], ['县财政局'], false],
    [['市场监管局'], ['场监管局'], false],
    [['县司法局'], [], false],
    [[], [], true],
  ])('%j and %j: %s', (a, b, same) => {
    expect([sameUnits(a, b), sameUnits(b, a)]).toEqual([same, same]);
  });
});

it('deadlines are the same whatever blanks are in them', () => {
  expect(sameDeadline(['5 月 31 日前'], ['5月31日前'])).toBe(true);
  expect(sameDeadline(['5月31日前'], ['5月30日前'])).toBe(false);
});
