/** Repeatable chance: the same seed gives the same numbers on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  chance(probability: number): boolean;
  /** @throws RangeError for an empty list, which is a slip of the generator */
  pick<T>(list: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
}

/** Mulberry32, a 32-bit generator. @param seed any whole number */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('nothing to pick from');
    return list[below(list.length)] as T;
  };
  const shuffle = <T>(list: readonly T[]): T[] => {
    const rest = [...list];
    return list.map(() => rest.splice(below(rest.length), 1)[0] as T);
  };
  return { next, below, chance: (probability) => next() < probability, pick, shuffle };
}

/** What `make` gives for one of the candidates, tried in random order; undefined if it gives nothing for any. */
export function fromAny<T, R>(
  random: Random,
  candidates: readonly T[],
  make: (candidate: T) => R | undefined,
): R | undefined {
  for (const candidate of random.shuffle(candidates)) {
    const made = make(candidate);
    if (made !== undefined) return made;
  }
  return undefined;
}
