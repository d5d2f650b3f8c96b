import { outsideOf } from '../text/masks';
import { rememberTexts } from '../text/memo';
import type { Span } from '../text/span';
import { parseHeading } from './heading';

/** A half-width sign inside Chinese text. */
export interface HalfWidthSign {
  readonly sign: string;
  readonly fullWidth: string;
  /** The sign alone. */
  readonly span: Span;
  /** The sign with the blanks that stood in for its width: what the full-width form replaces. */
  readonly replaced: Span;
  /** False for a question mark inside a sentence, which is as often a lost character. */
  readonly certain: boolean;
}

/** A blank between two Chinese characters. */
export interface InnerBlank {
  /** The blanks. */
  readonly span: Span;
  /** False for several blanks, which may be a layout. */
  readonly certain: boolean;
}

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '?': '？',
  '!': '！',
};
const SIGN = /[,;:()?!]/g;
const WEB_ADDRESS = /(?:[A-Za-z][A-Za-z0-9+.-]{0,15}:\/\/|www\.)[!-~]+/g;
const BLANK = /[ \t\u00A0\u3000]/;
/** Before these, blanks are an indentation, belong to another sign, or are a gap. */
const NO_BLANK_BEFORE = /[^\r\n,;:()?! \t\u00A0\u3000]/;
const CHINESE = /[\p{Script=Han}\u3001-\u303F\uFF01-\uFF60“”‘’—…]/u;
/** (2021)23号: the rule `citation` knows the right brackets. */
const DOCUMENT_NUMBER = /^\(\d{4}\)[ \t]?(?:第[ \t]?)?\d+/;
const AT_END = /^[ \t]*(?:$|[\r\n”’』」）)])/;

/** Half-width , ; : ( ) ? ! next to Chinese characters; not those of numbers, times of day and web addresses. */
export const findHalfWidthSigns = rememberTexts((text): readonly HalfWidthSign[] => {
  const signs = Array.from(text.matchAll(SIGN), spanOf);
  if (signs.length === 0) return [];
  const outside = outsideOf(signs, Array.from(text.matchAll(WEB_ADDRESS), spanOf)).map(({ start }) => start);
  const partners = pairBrackets(text, outside);
  return outside.flatMap((at) => {
    const partner = partners.get(at);
    if (!isAmongChinese(text, at) && (partner === undefined || !isAmongChinese(text, partner))) return [];
    const opening = partner === undefined ? at : Math.min(at, partner);
    return DOCUMENT_NUMBER.test(text.slice(opening, opening + 16)) ? [] : [signAt(text, at)];
  });
});

function signAt(text: string, at: number): HalfWidthSign {
  const sign = text.charAt(at);
  const before = skipBlanks(text, at - 1, -1);
  const after = skipBlanks(text, at + 1, 1);
  return {
    sign,
    fullWidth: FULL_WIDTH[sign] ?? sign,
    span: { start: at, end: at + 1 },
    replaced: {
      start: NO_BLANK_BEFORE.test(text.charAt(before)) ? before + 1 : at,
      end: BLANK.test(text.charAt(after)) ? at + 1 : after,
    },
    certain: sign !== '?' || AT_END.test(text.slice(at + 1, at + 8)),
  };
}

/** For each bracket that has one, the place of its partner. */
function pairBrackets(text: string, signs: readonly number[]): Map<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  for (const at of signs) {
    if (text[at] === '(') open.push(at);
    if (text[at] !== ')') continue;
    const opening = open.pop();
    if (opening === undefined) continue;
    partners.set(opening, at);
    partners.set(at, opening);
  }
  return partners;
}

function isAmongChinese(text: string, at: number): boolean {
  const neighbours = [text.charAt(skipBlanks(text, at - 1, -1)), text.charAt(skipBlanks(text, at + 1, 1))];
  return neighbours.some((neighbour) => CHINESE.test(neighbour));
}

/** The nearest place from `at` that is no blank; a few are looked over, more are a gap. */
function skipBlanks(text: string, at: number, step: 1 | -1): number {
  let place = at;
  for (let i = 0; i < 4 && BLANK.test(text.charAt(place)); i++) place += step;
  return place;
}

const INNER_BLANK = /(?<=\p{Script=Han})[ \t\u00A0\u3000]+(?=\p{Script=Han})/gu;
const QUOTED = /“[^“”]{1,80}”/g;
const ORGAN = '中央|国务院|[省市县区州盟旗乡镇党]委|委员会|人大|政协|政府|办公室|[局院厅]';
const ORGAN_BEFORE = new RegExp(`(?:${ORGAN})$`);
const ORGAN_AFTER = new RegExp(`^\\p{Script=Han}{0,20}?(?:${ORGAN})`, 'u');

/**
 * Blanks between Chinese characters. Right as they are: between two organs that issue together (中共中央 国务院) and
 * between the halves of a quoted slogan (“党建引领 比拼四季”).
 */
export const findInnerBlanks = rememberTexts((text): readonly InnerBlank[] => {
  const blanks = Array.from(text.matchAll(INNER_BLANK), spanOf);
  if (blanks.length === 0) return [];
  const slogans = Array.from(text.matchAll(QUOTED), spanOf).filter(({ start, end }) =>
    text
      .slice(start + 1, end - 1)
      .split(/\s+/)
      .every((part) => part.length >= 3),
  );
  return outsideOf(blanks, slogans)
    .filter(({ start, end }) => !isBetweenOrgans(text, start, end))
    .map((span) => ({ span, certain: span.end - span.start === 1 }));
});

function isBetweenOrgans(text: string, start: number, end: number): boolean {
  return ORGAN_BEFORE.test(text.slice(Math.max(0, start - 8), start)) && ORGAN_AFTER.test(text.slice(end, end + 24));
}

/** The 、 of a heading that begins `1、`, where Arabic numerals take a dot; undefined for any other heading. */
export function findSerialComma(heading: string): Span | undefined {
  const serial = parseHeading(heading);
  if (serial?.style !== 'arabic-dot') return undefined;
  const start = skipBlanks(heading, serial.numberSpan.end, 1);
  return heading[start] === '、' ? { start, end: start + 1 } : undefined;
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}
