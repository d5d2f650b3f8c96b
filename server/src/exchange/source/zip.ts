import { refusal } from './refusal';

/** No document comes near: an indicator table of 10,000 rows has 60 MB of XML. Larger ones would cost gigabytes of memory. */
const LARGEST_MB = 200;
const MB = 1024 * 1024;

interface Entry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly compressed: Uint8Array;
  /** As the directory says. */
  readonly size: number;
  readonly isEncrypted: boolean;
}

/** Parts of a document in a zip file (docx, xlsx), by name. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/**
 * Unpacks a document to see that the libraries may: sizes are those that the directory tells, in all at most 200 MB, and
 * no XML declares entities.
 * @param name of the file, for messages
 * @throws Refusal
 */
export async function unpack(bytes: Uint8Array, name: string): Promise<Parts> {
  const entries = directory(bytes);
  if (!entries) throw refusal('damaged', name);
  // The sum of what the directory says first: most bombs are open about it.
  let left = LARGEST_MB * MB;
  const tooLarge = () => refusal('tooLarge', name, { limit: LARGEST_MB });
  if (entries.reduce((sum, { size }) => sum + size, 0) > left) throw tooLarge();
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (entry.isEncrypted) throw refusal('encrypted', name);
    const part = await inflate(entry);
    if (part?.length !== entry.size) throw refusal('damaged', name);
    left -= part.length;
    if (left < 0) throw tooLarge();
    if (/\.(?:xml|rels|vml)$/i.test(entry.name) && declares(part)) throw refusal('entities', name);
    parts.set(entry.name, part);
  }
  return parts;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_COMMENT = 0xffff;

/** The central directory, or undefined where it is damaged (zip64, which no document needs, included). */
function directory(bytes: Uint8Array): Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const first = Math.max(0, end - LONGEST_COMMENT);
  while (end >= first && view.getUint32(end, true) !== END) end--;
  if (end < first) return undefined;
  try {
    const entries: Entry[] = [];
    let at = view.getUint32(end + 16, true);
    for (let count = view.getUint16(end + 10, true); count > 0; count--) {
      if (view.getUint32(at, true) !== CENTRAL) return undefined;
      const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
      const local = view.getUint32(at + 42, true);
      const packed = view.getUint32(at + 20, true);
      if (view.getUint32(local, true) !== LOCAL) return undefined;
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      if (start + packed > bytes.length) return undefined;
      entries.push({
        name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (nameLength ?? 0))),
        method: view.getUint16(at + 10, true),
        compressed: bytes.subarray(start, start + packed),
        size: view.getUint32(at + 24, true),
        isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      });
      at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
    }
    return entries;
  } catch {
    // An offset beyond the end.
    return undefined;
  }
}

/** The content, or undefined if it is damaged or larger than the directory says. */
async function inflate({ method, compressed, size }: Entry): Promise<Uint8Array | undefined> {
  if (method === 0) return compressed;
  if (method !== 8) return undefined;
  const content = new Uint8Array(size);
  let length = 0;
  const reader = new Blob([compressed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      if (length + chunk.value.length > size) {
        await reader.cancel();
        return undefined;
      }
      content.set(chunk.value, length);
      length += chunk.value.length;
    }
  } catch {
    return undefined;
  }
  return content.subarray(0, length);
}

/** True where an XML text has a document type, in one byte a character or two. */
function declares(xml: Uint8Array): boolean {
  for (let at = xml.indexOf(0x21); at >= 0; at = xml.indexOf(0x21, at + 1)) {
    const around = String.fromCharCode(...xml.subarray(Math.max(0, at - 2), at + 18).filter((byte) => byte !== 0));
    if (/<!(?:DOCTYPE|ENTITY)/i.test(around)) return true;
  }
  return false;
}
