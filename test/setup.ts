import fc from 'fast-check';

/**
 * One seed, so that a commit passes or fails whoever tests it; `ZHIBIAO_SEED=random npm run test:unit` looks further, and a
 * number repeats what it found.
 */
const { ZHIBIAO_SEED: seed = '20211020' } = process.env;
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
