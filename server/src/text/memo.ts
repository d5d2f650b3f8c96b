import { detached } from './detached';

/** Results that are kept of one function at least; twice as many at most. */
const KEPT = 1 << 11;
/** Longer texts (UTF-16 units) are rare, and would take the memory of many. */
const MAX_LENGTH = 1_000;

/**
 * A pure function of a text that remembers its results: county files repeat the same hundred texts. What has not been asked
 * for in a while is forgotten. The results are shared, so they must not be changed.
 */
export function rememberTexts<T>(work: (text: string) => T): (text: string) => T {
  let recent = new Map<string, T>();
  let older = new Map<string, T>();
  const keep = (text: string, made: T) => {
    if (recent.size >= KEPT) {
      older = recent;
      recent = new Map();
    }
    recent.set(text, made);
    return made;
  };
  return (text) => {
    if (text.length > MAX_LENGTH) return work(text);
    const known = recent.get(text);
    if (known !== undefined) return known;
    // Cut out of a file, the text would keep the whole file in memory.
    const own = detached(text);
    return keep(own, older.get(text) ?? work(own));
  };
}
