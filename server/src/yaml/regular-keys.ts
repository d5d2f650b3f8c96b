import { BLANK, COLON, DASH, isLineEnd } from './codes';
import { plainValue } from './core-schema';
import type { Entry, Node, ScalarNode } from './nodes';
import { notRegular } from './not-regular';
import type { Vocabulary } from './vocabulary';

/** Looks for keys in a text by the words of the language, so that no string is made for a key that is known. */
export interface Words {
  /** The key that stands at an offset, if its colon and a blank or the end of the line follow it. */
  readonly keyAt: (text: string, at: number) => string | undefined;
  /** True where a known key stands whose colon is missing or was mistyped. */
  readonly mayBeKey: (text: string, at: number) => boolean;
}

/** Longer keys are none of ours. */
const MAX_LENGTH = 30;
/** What may follow a key and have been meant for its colon, or nothing at all. */
const COLON_VARIANT = /[ \t\u3000]*(?:[:：﹕∶︓\r\n]|$)/y;

const known = new WeakMap<Vocabulary, Words>();

export function wordsOf(vocabulary: Vocabulary): Words {
  const words = known.get(vocabulary) ?? createWords(vocabulary);
  known.set(vocabulary, words);
  return words;
}

function createWords({ keys }: Vocabulary): Words {
  const byFirst = new Map<number, string[]>();
  for (const key of keys) {
    const first = key.charCodeAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), key]);
  }
  return {
    keyAt(text, at) {
      const candidates = byFirst.get(text.charCodeAt(at));
      if (candidates) {
        for (const key of candidates) {
          if (text.charCodeAt(at + key.length) === COLON && text.startsWith(key, at))
            return endsKey(text.charCodeAt(at + key.length + 1)) ? key : undefined;
        }
      }
      return unknownKey(text, at);
    },
    mayBeKey(text, at) {
      for (const key of byFirst.get(text.charCodeAt(at)) ?? []) {
        if (!text.startsWith(key, at)) continue;
        COLON_VARIANT.lastIndex = at + key.length;
        if (COLON_VARIANT.test(text)) return true;
      }
      return false;
    },
  };
}

/** A key of letters and digits that the language does not know. */
function unknownKey(text: string, at: number): string | undefined {
  let end = at;
  while (isKeySign(text.charCodeAt(end), end === at)) end++;
  if (end === at || end - at > MAX_LENGTH || text.charCodeAt(end) !== COLON) return undefined;
  if (!endsKey(text.charCodeAt(end + 1))) return undefined;
  const name = text.slice(at, end);
  return plainValue(name) === name ? name : undefined;
}

function isKeySign(code: number, isFirst: boolean): boolean {
  if (code >= 0x4e00) return code <= 0x9fff;
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) return true;
  return !isFirst && ((code >= 0x30 && code <= 0x39) || code === DASH || code === 0x5f);
}

/** True for a blank, a line break and the end of the text. */
function endsKey(code: number): boolean {
  return code === BLANK || isLineEnd(code);
}

/** More entries than this would take long to compare by their keys one with the other. */
const MAX_ENTRIES = 64;

/** Adds an entry to those of a mapping, none of which may have its key. */
export function addEntry(entries: Entry[], key: ScalarNode, value: Node | null): void {
  if (entries.length >= MAX_ENTRIES) notRegular();
  for (const earlier of entries) if (earlier.key.value === key.value) notRegular();
  entries.push({ key, value });
}
