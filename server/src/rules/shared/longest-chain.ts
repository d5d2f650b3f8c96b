/** An entry that keeps its number. */
export interface Link {
  readonly index: number;
  readonly value: number;
}

interface Candidate extends Link {
  readonly length: number;
  /** How many neighbours on the chain are as far apart in the file as their numbers say. */
  readonly steady: number;
  readonly previous?: Candidate;
}

/**
 * The longest increasing subsequence; of several, the one whose numbers keep step with the places of the entries (so of
 * two equal numbers the one that stands in its place), then the one that keeps the earlier entries.
 */
export function longestChain(serials: readonly (number | undefined)[], first: number): Link[] {
  const known = serials.flatMap((value, index) => (value === undefined ? [] : [{ index, value }]));
  if (known.every(({ value }, index) => value > (known[index - 1]?.value ?? 0))) return known;
  const values = [...new Set(serials.filter((value) => value !== undefined))].sort((a, b) => a - b);
  const ranks = new Map(values.map((value, rank) => [value, rank + 1]));
  // Fenwick tree: the best chain that ends below a rank.
  const tree: (Candidate | undefined)[] = [];
  const latestInStep = new Map<number, Candidate>();
  let best: Candidate | undefined;
  for (const [index, value] of serials.entries()) {
    const rank = value === undefined ? undefined : ranks.get(value);
    if (value === undefined || rank === undefined) continue;
    const step = value - index;
    let longest: Candidate | undefined;
    for (let at = rank - 1; at > 0; at -= at & -at) longest = better(tree[at], longest);
    const inStep = latestInStep.get(step);
    const candidate = better(
      extend({ index, value }, longest, !longest && step === first ? 1 : 0),
      inStep && extend({ index, value }, inStep, 1),
    );
    if (!candidate) continue;
    latestInStep.set(step, better(candidate, inStep) ?? candidate);
    for (let at = rank; at <= values.length; at += at & -at) tree[at] = better(tree[at], candidate);
    best = better(best, candidate);
  }
  const chain: Link[] = [];
  for (let link = best; link; link = link.previous) chain.push(link);
  return chain.reverse();
}

function extend(link: Link, previous: Candidate | undefined, steady: number): Candidate {
  const base = previous ? { length: previous.length, steady: previous.steady, previous } : { length: 0, steady: 0 };
  return { ...link, ...base, length: base.length + 1, steady: base.steady + steady };
}

function better(a: Candidate | undefined, b: Candidate | undefined): Candidate | undefined {
  if (!a || !b) return a ?? b;
  return (b.length - a.length || b.steady - a.steady || a.index - b.index) > 0 ? b : a;
}
