import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index';
import { loadCorpora } from './corpora';
import { evaluate } from './evaluate';
import { faultKinds } from './kinds';
import { createRandom } from './random';
import { shortfalls, totalOf } from './report';

const corpora = loadCorpora(resolve(import.meta.dirname, '../..'));

/** Two kinds of each rule, the first and one from further down. */
const some = rules.flatMap(({ id }) => {
  const kinds = faultKinds.filter(({ rule }) => rule === id);
  return kinds.length < 2 ? kinds : kinds.filter((_, i) => i === 0 || i === kinds.length >> 1);
});

describe('evaluation', () => {
  it('has faults for every rule', () => {
    const covered = new Set(faultKinds.map(({ rule }) => rule));
    expect(rules.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
  });

  it('keeps the bars on a small sample', async () => {
    const outcome = await evaluate({ seed: 7, rounds: 1, files: 1, kinds: some }, corpora);
    expect(outcome.falseAlarms).toEqual([]);
    expect(shortfalls(outcome)).toEqual([]);
    const { fixes, cleaned, restorable, restored, stable, local } = totalOf(outcome);
    expect({ cleaned, stable, local, restored }).toEqual({
      cleaned: fixes,
      stable: fixes,
      local: fixes,
      restored: restorable,
    });
  });
});

describe('random', () => {
  it('is the same for the same seed', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, createRandom(seed).next);
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    expect(draw(1).every((n) => n >= 0 && n < 1)).toBe(true);
  });

  it('shuffles without loss', () => {
    expect(createRandom(3).shuffle([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
  });
});
