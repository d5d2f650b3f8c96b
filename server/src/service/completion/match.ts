import { mayBePinyin, type PinyinSearch } from '../../domain/pinyin';
import { levelPrefix } from '../../domain/unit';

/**
 * How well what is typed fits something that goes by several names: 0 is best, undefined not at all. Names are tried as a
 * whole, without the level that units carry (县司法局 by 司法), in the middle, by some of their characters and by pinyin.
 */
export type Matcher = (typed: string, names: readonly string[]) => number | undefined;

/** Several words, in any order, find a text: 证明 清单. */
const WORDS = /[\s\u3000]+/;

/** @param pinyin without it, Latin letters are but letters */
export function createMatcher(pinyin?: PinyinSearch): Matcher {
  return (typed, names) => {
    const words = typed.split(WORDS).filter((word) => word !== '');
    let worst = 0;
    for (const word of words) {
      const found = bestOf(word.toLowerCase(), names, pinyin);
      if (found === undefined) return undefined;
      worst = Math.max(worst, found);
    }
    return worst;
  };
}

function bestOf(word: string, names: readonly string[], pinyin: PinyinSearch | undefined): number | undefined {
  let best: number | undefined;
  const latin = mayBePinyin(word);
  for (const name of names) {
    const own = rankOf(word, name) ?? (latin && pinyin ? pinyinRank(word, name, pinyin) : undefined);
    if (own !== undefined && (best === undefined || own < best)) best = own;
    if (best === 0) break;
  }
  return best;
}

function rankOf(word: string, name: string): number | undefined {
  const text = name.toLowerCase();
  const at = text.indexOf(word);
  if (at === 0) return 0;
  if (at === 1 && levelPrefix(name) !== null) return 1;
  if (at > 0) return 3;
  return abbreviates(word, text) ? 4 : undefined;
}

function pinyinRank(word: string, name: string, pinyin: PinyinSearch): number | undefined {
  const found = pinyin(word, name);
  if (!found) return undefined;
  const { at, rare } = found;
  const rank = at === 0 ? 0 : at === 1 && levelPrefix(name) !== null ? 1 : 3;
  return rare ? RARE + rank : rank;
}

/** What is found by a reading that the word does not have comes last. */
const RARE = 10;

const MAX_ABBREVIATED = 30;

/** 卫局 for 县卫体局: two characters or more, in order, the first of them at the beginning, a level aside. */
function abbreviates(word: string, name: string): boolean {
  if (word.length < 2 || name.length > MAX_ABBREVIATED || !/^\p{Script=Han}+$/u.test(word)) return false;
  const from = name.indexOf(word.charAt(0));
  if (from < 0 || from > 1) return false;
  let at = 0;
  for (const character of name.slice(from)) if (character === word.charAt(at)) at++;
  return at === word.length;
}
