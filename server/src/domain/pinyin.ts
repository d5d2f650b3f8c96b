/** Where in a name what is typed was found. */
export interface PinyinMatch {
  /** Index of the first character meant. */
  readonly at: number;
  /** True where a character had to be read as it seldom is, and not in this word: 信 as shen. */
  readonly rare: boolean;
}

/**
 * Finds what a person means who types pinyin, in full or by initials, mixed with characters: `xsfj`, `xiansifaju` and `县sfj`
 * stand at 0 in 县司法局, `sfj` at 1. Undefined where the name cannot be read so.
 */
export type PinyinSearch = (typed: string, name: string) => PinyinMatch | undefined;

/** The readings of each character of a name, without tones; a character that is none of Chinese is its own reading. */
export type Syllables = readonly (readonly string[])[];
export interface Readings {
  /** As it is read in this name. */
  readonly usual: Syllables;
  /** All ways to read it. */
  readonly all: Syllables;
}

/** Names are short; a sentence is not searched. */
const MAX_NAME = 30;
const MAX_KNOWN = 5_000;

let loading: Promise<PinyinSearch> | undefined;

/** Loads the dictionary once; a session in which nobody types pinyin does without. */
export function loadPinyin(): Promise<PinyinSearch> {
  loading ??= import('./pinyin-library').then(({ pinyin, polyphonic }) => {
    const known = new Map<string, Readings>();
    const options = { type: 'array', toneType: 'none', v: true } as const;
    return pinyinSearch((name) => {
      const earlier = known.get(name);
      if (earlier) return earlier;
      const readings = { usual: pinyin(name, options).map((one) => [one]), all: polyphonic(name, options) };
      if (known.size >= MAX_KNOWN) known.clear();
      known.set(name, readings);
      return readings;
    });
  });
  return loading;
}

/** True where a text may be pinyin. */
export function mayBePinyin(typed: string): boolean {
  return /[a-z]/i.test(typed);
}

/** A search that takes its readings from `readingsOf`. */
export function pinyinSearch(readingsOf: (name: string) => Readings): PinyinSearch {
  return (typed, name) => {
    const wanted = typed.toLowerCase().replace(/[\s']/g, '');
    if (wanted === '' || wanted.length > 6 * MAX_NAME || name.length > MAX_NAME) return undefined;
    const { usual, all } = readingsOf(name);
    const at = find(wanted, name, usual);
    if (at >= 0) return { at, rare: false };
    const other = find(wanted, name, all);
    return other >= 0 ? { at: other, rare: true } : undefined;
  };
}

function find(wanted: string, name: string, syllables: Syllables): number {
  return syllables.findIndex((_, start) => reads(wanted, name, syllables, start));
}

/** True if `wanted` can be read off the characters from `start` on: each itself, its initial or its whole syllable. */
function reads(wanted: string, name: string, syllables: Syllables, start: number): boolean {
  /** How much of `wanted` may be used up before the character at hand. */
  let used = new Set([0]);
  for (let i = start; i < syllables.length && used.size > 0; i++) {
    const next = new Set<number>();
    for (const at of used) {
      for (const piece of [name.charAt(i).toLowerCase(), ...(syllables[i] ?? [])]) {
        if (piece === '') continue;
        // The last syllable may be half typed.
        if (piece.startsWith(wanted.slice(at))) return true;
        if (wanted.startsWith(piece, at)) next.add(at + piece.length);
        if (wanted[at] === piece[0]) next.add(at + 1);
      }
    }
    used = next;
  }
  return used.has(wanted.length);
}
