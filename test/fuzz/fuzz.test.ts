import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minimize, readCases } from './cases';
import { createChance } from './chance';
import { createStock, nasty, sample } from './texts';
import { createTrial, type Trial } from './trial';

let trial: Trial;
beforeAll(async () => {
  trial = await createTrial();
});
afterAll(() => trial.end());

it('samples that made a fault once make none', async () => {
  for (const [file, { sample: one, seed }] of readCases(join(import.meta.dirname, 'cases'))) {
    await trial.run(one, seed).catch((error) => expect.unreachable(`${file}: ${error}`));
  }
});

describe('a short run', () => {
  const stock = createStock();
  it('of damaged texts makes no fault', async () => {
    for (let seed = 1; seed <= 20; seed++) await trial.run(sample(stock, createChance(seed), 1_500), seed);
  });

  it('of nasty ones makes no fault', async () => {
    for (let seed = 1; seed <= 8; seed++) await trial.run(nasty(createChance(seed), 5_000), seed);
  });
});

describe('the tools', () => {
  it('make the same samples of the same seed, and others of another', () => {
    const stock = createStock();
    const make = (seed: number) => sample(stock, createChance(seed), 500);
    expect(make(7)).toEqual(make(7));
    expect(
      new Set(Array.from({ length: 50 }, (_, i) => Buffer.from(make(i).bytes).toString('hex'))).size,
    ).toBeGreaterThan(45);
  });

  it('leave of a failing sample what it needs to fail', async () => {
    const bytes = Buffer.from(`${'x'.repeat(900)}A${'y'.repeat(700)}B${'z'.repeat(50)}`);
    const fails = async ({ sample: { bytes: some } }: { sample: { bytes: Uint8Array } }) =>
      some.includes(65) && some.includes(66);
    const { sample: smallest } = await minimize({ sample: { from: '', name: '', bytes }, seed: 1 }, fails, 300);
    expect(Buffer.from(smallest.bytes).toString()).toBe('AB');
  });

  it('see a fault', async () => {
    const lame = { from: 'test', name: 'x.unknown', bytes: new Uint8Array() };
    const broken = {
      ...lame,
      get bytes(): Uint8Array {
        throw new Error('broken');
      },
    };
    await expect(trial.run(broken, 1)).rejects.toThrow('broken');
  });
});
