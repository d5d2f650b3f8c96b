import { open } from 'node:fs/promises';
import { ioReason } from './context';
import type { Engine } from './engine';
import { visible } from './escape';

/** Larger files are refused: no indicator file comes near, and a text of that size costs gigabytes. */
const LARGEST_MB = 32;
const MB = 1024 * 1024;

export interface Text {
  readonly text: string;
  /** Set when the bytes are not UTF-8, e.g. `gb18030`. */
  readonly encoding?: string;
  /** A byte-order mark that is not part of `text`. */
  readonly bom: boolean;
  /** True when some bytes had no meaning and became U+FFFD: writing the text back would lose them. */
  readonly lossy: boolean;
}

/** A text, or in one line why there is none. */
export type Read = { readonly decoded: Text } | { readonly trouble: string };

/** Reads and decodes a file. @param shown the path as messages name it */
export async function readFile(file: string, shown: string, decode: Engine['decode']): Promise<Read> {
  try {
    const handle = await open(file);
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) return { trouble: `${visible(shown)}：不是普通文件` };
      if (stats.size > LARGEST_MB * MB) return { trouble: tooLarge(shown, stats.size) };
      return toText(await handle.readFile(), shown, decode);
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { trouble: `${visible(shown)}：文件读不了，${ioReason(error)}` };
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

function toText(bytes: Uint8Array, shown: string, decode: Engine['decode']): Read {
  const { text, encoding, bom, invalid } = decode(bytes);
  if (encoding === 'binary') return { trouble: `${visible(shown)}：不是文本文件` };
  const isUtf8 = encoding === 'utf-8';
  return { decoded: { text, bom: bom && isUtf8, lossy: invalid > 0, ...(isUtf8 ? {} : { encoding }) } };
}

function tooLarge(shown: string, bytes?: number): string {
  const size = bytes === undefined ? '' : `（${Math.ceil(bytes / MB)} MB）`;
  return `${visible(shown)}：文件过大${size}，上限 ${LARGEST_MB} MB`;
}
