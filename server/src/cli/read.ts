import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { ioReason } from './context';
import type { Engine } from './engine';
import { visible } from './escape';

/** Larger files are refused: no indicator file comes near, and a text of that size costs gigabytes. */
const LARGEST_MB = 32;
const MB = 1024 * 1024;
// A pipe that took the place of a file must not hold the run up until somebody writes to it. Windows has no such flag.
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

export interface Text {
  readonly text: string;
  /** Set when the bytes are not UTF-8, e.g. `gb18030`. */
  readonly encoding?: string;
  /** A byte-order mark that is not part of `text`. */
  readonly bom: boolean;
  /** True when some bytes had no meaning and became U+FFFD: writing the text back would lose them. */
  readonly lossy: boolean;
}

/** Why there is nothing, in one line; `gone` when there is no such file (any more). */
export interface Unreadable {
  readonly trouble: string;
  readonly gone?: boolean;
}

/** A text and the hash of its bytes, or why there is none. */
export type Read = { readonly decoded: Text; readonly hash: string } | Unreadable;

/** Reads and decodes a file. @param shown the path as messages name it */
export function readFile(file: string, shown: string, decode: Engine['decode']): Read {
  const read = readBytes(file, shown);
  return 'trouble' in read ? read : toText(read.bytes, shown, decode);
}

/**
 * The bytes of a regular file of bearable size; never waits for a pipe or a device. Not asynchronous: there is nothing to do
 * meanwhile, and a read that goes through Node's thread pool takes four times as long.
 */
export function readBytes(file: string, shown: string): { readonly bytes: Uint8Array } | Unreadable {
  try {
    const handle = openSync(file, FLAGS);
    try {
      const stats = fstatSync(handle);
      if (!stats.isFile()) return { trouble: `${visible(shown)}：不是普通文件` };
      if (stats.size > LARGEST_MB * MB) return { trouble: tooLarge(shown, stats.size) };
      return { bytes: readFileSync(handle) };
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { trouble: `${visible(shown)}：文件读不了，${ioReason(error)}`, gone };
  }
}

/** Reads standard input to its end. */
export async function readStdin(
  stdin: AsyncIterable<Uint8Array | string>,
  shown: string,
  decode: Engine['decode'],
): Promise<Read> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LARGEST_MB * MB) return { trouble: tooLarge(shown) };
    chunks.push(bytes);
  }
  return toText(Buffer.concat(chunks), shown, decode);
}

/** What stands for the content of a file. */
export function contentHash(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('base64url');
}

function toText(bytes: Uint8Array, shown: string, decode: Engine['decode']): Read {
  const { text, encoding, bom, invalid } = decode(bytes);
  if (encoding === 'binary') return { trouble: `${visible(shown)}：不是文本文件` };
  const isUtf8 = encoding === 'utf-8';
  const decoded = { text, bom: bom && isUtf8, lossy: invalid > 0, ...(isUtf8 ? {} : { encoding }) };
  return { decoded, hash: contentHash(bytes) };
}

function tooLarge(shown: string, bytes?: number): string {
  const size = bytes === undefined ? '' : `（${Math.ceil(bytes / MB)} MB）`;
  return `${visible(shown)}：文件过大${size}，上限 ${LARGEST_MB} MB`;
}
