import { endOfLine, nextLine } from './characters';
import type { Probe } from './levels';
import type { Vocabulary } from './vocabulary';

const HEAD = /( *)(?:-( +)(?:- +)*|-(?=[\r\n]|$))?/y;
const KEY = /["']?([^\s:：#"'[\]{}，。；,]{1,30})["']?[ \t]*[:：]/y;

/**
 * The first line from `from` on that is not blank and no comment, in so far as it tells where it belongs.
 * Undefined at the end of the text and where odd characters make it doubtful.
 */
export function probeNext(text: string, from: number, stop: number, vocabulary: Vocabulary): Probe | undefined {
  for (let at = from; at < stop; ) {
    const end = endOfLine(text, at);
    HEAD.lastIndex = at;
    const [head = '', blanks = ''] = HEAD.exec(text) ?? [];
    const body = at + head.length;
    const dash = head.length > blanks.length;
    const first = text[body];
    if (dash || (body < end && first !== '#')) {
      if (!dash && first !== undefined && /[\s\ufeff\u200b]/.test(first)) return undefined;
      KEY.lastIndex = body;
      const key = KEY.exec(text)?.[1];
      const known = key !== undefined && vocabulary.keys.has(key);
      return {
        indent: blanks.length,
        inset: dash ? head.length - blanks.length : 0,
        key,
        known,
        whole: true,
        underList: false,
        open: false,
        after: nextLine(text, end),
      };
    }
    at = nextLine(text, end);
  }
  return undefined;
}
