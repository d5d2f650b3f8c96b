import { createHash } from 'node:crypto';
import { Failure } from './context';
import { visible } from './escape';

/** Part `index` (from 1) of `count` parts. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** @throws Failure unless the text is `i/n` with 1 ≤ i ≤ n */
export function parseShard(text: string): Shard {
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(text);
  const [index, count] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || index < 1 || index > count) {
    throw new Failure(`--shard 要写成「第几份/总份数」，如 1/4，不能是「${visible(text)}」`);
  }
  return { index, count };
}

/** True for the files of this part: by path, so that a new file never moves another to another part. */
export function inShard(path: string, { index, count }: Shard): boolean {
  return createHash('sha256').update(path).digest().readUInt32BE() % count === index - 1;
}
