/** The first day that a zip file can name, in local time as the format has it: the same input gives the same bytes. */
const NO_DAY = new Date(1980, 0, 1);

/** Packs the parts of an Office document. @param parts texts by path, in the order in which they are to stand */
export async function pack(parts: ReadonlyMap<string, string | Uint8Array>): Promise<Uint8Array> {
  const { zipSync } = await import('./zip-library');
  const encoder = new TextEncoder();
  const files = [...parts].map(
    ([path, part]) => [path, typeof part === 'string' ? encoder.encode(part) : part] as const,
  );
  return zipSync(Object.fromEntries(files), { level: 6, mtime: NO_DAY });
}

/** The same document without the time at which it was packed. */
export async function repack(zip: Uint8Array): Promise<Uint8Array> {
  const { unzipSync } = await import('./zip-library');
  return pack(new Map(Object.entries(unzipSync(zip))));
}
