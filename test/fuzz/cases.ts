import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sample } from './texts';

/** A sample that made a fault once; it must not again. */
export interface Case {
  readonly sample: Sample;
  readonly seed: number;
}

interface Stored {
  readonly from: string;
  readonly name: string;
  readonly seed: number;
  readonly fault: string;
  /** One of the two: a text that is UTF-8, or bytes. */
  readonly text?: string;
  readonly base64?: string;
}

export function readCases(folder: string): ReadonlyMap<string, Case> {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  return new Map(
    names.sort().map((file) => {
      const { from, name, seed, text, base64 }: Stored = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      const bytes = base64 === undefined ? Buffer.from(text ?? '') : Buffer.from(base64, 'base64');
      return [file, { sample: { from, name, bytes }, seed }];
    }),
  );
}

/** @returns the path of the new file */
export function writeCase(folder: string, { sample: { from, name, bytes }, seed }: Case, fault: string): string {
  const text = Buffer.from(bytes).toString('utf8');
  const isText = Buffer.from(text).equals(Buffer.from(bytes));
  const content = isText ? { text } : { base64: Buffer.from(bytes).toString('base64') };
  const stored: Stored = { from, name, seed, fault: fault.split('\n')[0]?.slice(0, 300) ?? '', ...content };
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${createHash('sha1').update(bytes).digest('hex').slice(0, 12)}.json`);
  writeFileSync(path, `${JSON.stringify(stored, null, 2)}\n`);
  return path;
}

/** Leaves out parts, the large ones first, for as long as the fault stays. @param tries how often it may be tried */
export async function minimize(one: Case, fails: (smaller: Case) => Promise<boolean>, tries: number): Promise<Case> {
  let { bytes } = one.sample;
  let left = tries;
  for (let size = bytes.length >> 1; size >= 1 && left > 0; size >>= 1) {
    for (let at = 0; at < bytes.length && left > 0; left--) {
      const smaller = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + size)]);
      if (await fails({ ...one, sample: { ...one.sample, bytes: smaller } })) bytes = smaller;
      else at += size;
    }
  }
  return { ...one, sample: { ...one.sample, bytes } };
}
