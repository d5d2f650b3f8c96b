import type { Finding } from '../../server/src/rules/finding';
import { type Bench, type Clean, type CorpusText, createBench, createClean } from './clean';
import { SHAPES } from './county';
import type { FaultKind } from './fault';
import { judge, type Verdict } from './judge';
import { createRandom } from './random';

export interface Plan {
  readonly seed: number;
  /** Faults of each kind. */
  readonly rounds: number;
  /** Clean files of each shape and corpus. */
  readonly files: number;
  readonly kinds: readonly FaultKind[];
}

export interface Outcome {
  readonly cleans: readonly Clean[];
  /** Findings above info in clean files. */
  readonly falseAlarms: readonly { readonly clean: Clean; readonly finding: Finding }[];
  readonly verdicts: readonly Verdict[];
  /** Kinds for which no file offered a place. */
  readonly unplaced: readonly FaultKind[];
}

/** Files tried for one fault before it is given up. */
const MAX_TRIES = 25;

/** Makes clean files, breaks them, one fault at a time, and holds the findings against what was broken. */
export async function evaluate({ seed, rounds, files, kinds }: Plan, corpora: readonly CorpusText[]): Promise<Outcome> {
  const cleans = corpora.flatMap((corpus, c) =>
    SHAPES.flatMap((shape, s) =>
      Array.from({ length: files }, (_, i) => createClean(seed * 10_000 + c * 1_000 + s * 100 + i, shape, corpus)),
    ),
  );
  const bench = createBench(cleans, corpora);
  const falseAlarms = await alarmsOf(bench, cleans);
  const verdicts: Verdict[] = [];
  const unplaced: FaultKind[] = [];
  for (const [k, kind] of kinds.entries()) {
    const random = createRandom(seed * 1_000_003 + k);
    let placed = 0;
    for (let tries = 0; placed < rounds && tries < rounds + MAX_TRIES; tries++) {
      const clean = random.pick(cleans);
      const fault = kind.inject(clean, random);
      if (!fault) continue;
      verdicts.push(await judge(bench, clean, kind, fault));
      placed++;
    }
    if (placed === 0) unplaced.push(kind);
  }
  return { cleans, falseAlarms, verdicts, unplaced };
}

async function alarmsOf(bench: Bench, cleans: readonly Clean[]): Promise<Outcome['falseAlarms']> {
  const alarms: { clean: Clean; finding: Finding }[] = [];
  for (const clean of cleans) {
    const texts = [
      [clean.uri, clean.text],
      ...(clean.style.inlineRegistry ? [] : [[clean.registryUri, clean.registry]]),
    ];
    for (const [uri = '', text = ''] of texts) {
      const findings = await bench.check(uri, text);
      for (const finding of findings) {
        if (finding.severity === 'error' || finding.severity === 'warning') alarms.push({ clean, finding });
      }
    }
  }
  return alarms;
}
