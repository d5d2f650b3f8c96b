/** How the bytes of a file were read. */
export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' | 'binary';

/** A file's text, without its byte order mark. */
export interface Decoded {
  /** Empty for `binary`. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
  /** Byte sequences that no character stands for, each read as U+FFFD. */
  readonly invalid: number;
}

/** Decodes valid UTF-8 without a byte order mark, or returns null if the bytes are not valid. */
export type StrictUtf8 = (bytes: Uint8Array) => string | null;

const BOMS = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
  { encoding: 'gb18030', mark: [0x84, 0x31, 0x95, 0x33] },
] as const;

/** Bytes looked at to tell text from other data. */
const SAMPLE = 8_192;
const MAX_CONTROL_SHARE = 0.05;
/** Share of common characters (GB2312 level 1 and its punctuation) that tells Chinese text in GB18030 from misread bytes. */
const MIN_COMMON_SHARE = 0.8;

/**
 * Reads the bytes of a text file: by its byte order mark, else as UTF-8 if they are valid, else as GB18030 if they read as
 * Chinese that way, else as UTF-8 with U+FFFD for what is broken. Data with NUL bytes or many controls is `binary`.
 * @param strictUtf8 a faster decoder for valid UTF-8 where the platform has one (Node: `isUtf8` and `transcode`)
 */
export function decodeBytes(bytes: Uint8Array, strictUtf8: StrictUtf8 = decodeStrictly): Decoded {
  const bom = BOMS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  const body = bom ? bytes.subarray(bom.mark.length) : bytes;
  if (bom && bom.encoding !== 'utf-8') return decodeLoosely(body, bom.encoding, true);
  if (isBinary(body)) return { text: '', encoding: 'binary', bom: false, invalid: 0 };
  const text = strictUtf8(body);
  if (text !== null) return { text, encoding: 'utf-8', bom: bom !== undefined, invalid: 0 };
  return decodeLoosely(body, !bom && looksLikeGb18030(body) ? 'gb18030' : 'utf-8', bom !== undefined);
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeLoosely(bytes: Uint8Array, encoding: Exclude<Encoding, 'binary'>, bom: boolean): Decoded {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const replaced = text.split('\ufffd').length - 1;
  return { text, encoding, bom, invalid: Math.max(0, replaced - countWritten(bytes, encoding)) };
}

/** How often the file itself says U+FFFD: damage from before, not from this reading. */
function countWritten(bytes: Uint8Array, encoding: Encoding): number {
  if (encoding !== 'utf-8') return 0;
  let count = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) count++;
  }
  return count;
}

function isBinary(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return true;
  const sample = bytes.subarray(0, SAMPLE);
  const controls = sample.reduce((sum, byte) => sum + (isControl(byte) ? 1 : 0), 0);
  return controls > sample.length * MAX_CONTROL_SHARE;
}

/** Controls but tab, line feed, form feed and carriage return. */
function isControl(byte: number): boolean {
  return (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) || byte === 0x7f;
}

function looksLikeGb18030(bytes: Uint8Array): boolean {
  let common = 0;
  let total = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    total++;
    if (lead === 0x80 || lead === 0xff) continue;
    const trail = bytes[at + 1] ?? 0;
    if (trail >= 0x30 && trail <= 0x39) at += 3;
    else if (trail >= 0x40) at++;
    const isCommon = (lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7);
    if (isCommon && trail >= 0xa1) common++;
  }
  return total > 0 && common >= total * MIN_COMMON_SHARE;
}
