/** Results that are kept: two versions of a file with 10,000 items. */
const MAX_KEPT = 1 << 15;
/** Longer texts (UTF-16 units) are rare, and would take the memory of many. */
const MAX_LENGTH = 1_000;

/**
 * A pure function of a text that remembers its results. After an edit all other texts of a file are the same, and county
 * files repeat the same hundred texts. The results are shared, so they must not be changed.
 */
export function rememberTexts<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > MAX_LENGTH) return work(text);
    const earlier = known.get(text);
    if (earlier !== undefined) return earlier;
    const made = work(text);
    if (known.size >= MAX_KEPT) known.clear();
    known.set(text, made);
    return made;
  };
}
