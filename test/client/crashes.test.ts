import { describe, expect, it } from 'vitest';
import { createCrashes } from '../../client/src/crashes';

const minute = 60_000;

describe('crashes', () => {
  it('gives up at the fifth end in three minutes', () => {
    const crashes = createCrashes();
    expect([0, 1, 2, 3, 4].map((second) => crashes.mayRestart(second * 1000))).toEqual([true, true, true, true, false]);
  });

  it('goes on where the server ends now and then', () => {
    const crashes = createCrashes();
    for (let time = 0; time < 60 * minute; time += minute) expect(crashes.mayRestart(time)).toBe(true);
  });

  it('begins anew when it is told to forget', () => {
    const crashes = createCrashes();
    for (let time = 0; time < 5; time++) crashes.mayRestart(time);
    crashes.forget();
    expect(crashes.mayRestart(6)).toBe(true);
  });
});
