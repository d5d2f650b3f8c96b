import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPacer } from '../../server/src/lsp/pacer';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A pacer of runs that take `ms` each, and when each of them began. */
function paced(ms: number) {
  const begun: number[] = [];
  const begin = Date.now();
  const run = () => {
    begun.push(Date.now() - begin);
    return new Promise<void>((done) => setTimeout(done, ms));
  };
  return { begun, pacer: createPacer(run, () => Date.now()) };
}

describe('pacing', () => {
  it('begins at once while runs are quick', async () => {
    const { begun, pacer } = paced(5);
    for (let i = 0; i < 3; i++) {
      pacer.ask();
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(begun).toEqual([0, 10, 20]);
  });

  it('makes one run of all that is asked for during a run', async () => {
    const { begun, pacer } = paced(10);
    for (let i = 0; i < 8; i++) pacer.ask();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(begun).toEqual([0, 10]);
  });

  it('rests as long as the last run took, and asking on does not put the next one off', async () => {
    const { begun, pacer } = paced(100);
    for (let i = 0; i < 55; i++) {
      pacer.ask();
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(begun).toEqual([0, 200, 400]);
  });

  it('rests for a bounded time only', async () => {
    const { begun, pacer } = paced(5_000);
    pacer.ask();
    await vi.advanceTimersByTimeAsync(10);
    pacer.ask();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(begun).toEqual([0, 5_400]);
  });

  it('runs no more when it is stopped', async () => {
    const { begun, pacer } = paced(100);
    pacer.ask();
    pacer.ask();
    pacer.stop();
    await vi.advanceTimersByTimeAsync(1_000);
    pacer.ask();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(begun).toEqual([0]);
  });
});
