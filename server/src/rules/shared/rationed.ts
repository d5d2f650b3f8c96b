import type { TextEdit } from '../../text/span';

/** So many edits are handed out; findings that come later go without a fix. A file of ten thousand slips has millions. */
const MAX_EDITS = 50_000;

/**
 * Fixes that put a whole series right, so that each finding of the series carries all of their edits.
 * @param make called once, for the first finding
 * @returns a function that gives the fixes for one finding
 */
export function rationed<T extends { readonly edits: readonly TextEdit[] }>(
  make: () => readonly T[],
): () => readonly T[] {
  let fixes: readonly T[] | undefined;
  let left = MAX_EDITS;
  return () => {
    if (left <= 0) return [];
    fixes ??= make();
    for (const { edits } of fixes) left -= edits.length;
    return fixes;
  };
}
