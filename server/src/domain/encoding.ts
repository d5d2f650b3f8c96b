import { rememberTexts } from '../text/memo';
import type { Span } from '../text/span';
import { hasTraditionalForm, simplifiedForm } from './traditional';

/** What is wrong with a stretch of text. `control` includes zero-width and other invisible characters. */
export type BadTextKind = 'replacement' | 'private-use' | 'control' | 'html-tag' | 'latin-word' | 'traditional';

/** A stretch that a conversion or text recognition has spoilt. */
export interface BadText {
  readonly kind: BadTextKind;
  readonly span: Span;
  readonly text: string;
  /** What to write instead ('' = take it out); absent where only the author can know. */
  readonly suggestion?: string;
}

const TAG_NAMES =
  'p|br|hr|div|span|table|thead|tbody|tr|td|th|b|i|u|s|em|strong|font|a|img|ul|ol|li|h[1-6]|sup|sub|center|pre|code|o:p|style|script|html|body|head';
// Not any number of tags: a match of megabytes would overflow the stack of the expression.
const HTML_TAGS = new RegExp(`(?:</?(?:${TAG_NAMES})(?:[\\s/][^<>]{0,200})?>){1,1000}`, 'gi');
const ENTITY = /&(?:nbsp|ensp|emsp|amp|lt|gt|quot|ldquo|rdquo|middot|mdash|hellip|#160);/g;
const ENTITY_TEXT: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&ldquo;': '“',
  '&rdquo;': '”',
  '&middot;': '·',
  '&mdash;': '—',
  '&hellip;': '…',
};

/** U+FFFD and halves of a surrogate pair. */
const REPLACEMENT = /[\ufffd\p{Cs}]{1,1000}/gu;
const PRIVATE_USE = /\p{Co}{1,1000}/gu;
/** C0 and C1 controls but tab and line breaks; soft hyphen, zero-width and direction marks, a BOM inside the text. */
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+/g;

/** Stretches where Latin words are at home: titles, addresses, file names, brackets with Latin words only. */
const LATIN_HOME =
  /《[^《》]{0,200}》|(?:https?:\/\/|www\.)[\w\-./?=&%#:~+@]{1,500}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}|[\w-]{1,64}(?:\.[A-Za-z][\w-]{0,20}){1,4}|[（(][A-Za-z][A-Za-z0-9]* [A-Za-z0-9 ,.'’&-]{1,200}[）)]/g;
const LATIN_WORDS =
  /(?<![\p{Script=Latin}\p{N}_])\p{Script=Latin}+(?:[ '’-]\p{Script=Latin}+)*(?![\p{Script=Latin}\p{N}_])/gu;
const FIRST_HAN = 0x3400;
const CJK = /\p{Script=Han}/u;
/** What a Latin word stands beside when it stands in Chinese text. */
const CHINESE_NEIGHBOUR = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]/u;
/** Longer runs of capitals are words (RESPONSIBILITY), not abbreviations. */
const MAX_ABBREVIATION = 8;
const KNOWN_WORDS = new Set(
  'word excel wps pdf ofd powerpoint ppt app apps wifi wi-fi windows linux android ios email e-mail internet web vip ok txt doc docx xls xlsx pptx jpg jpeg png gif zip rar mp wechat office java python logo id no'.split(
    ' ',
  ),
);

/**
 * Traces of damage in a text, in order; runs are one finding. Legitimate Latin passes: abbreviations in capitals (GDP, PPP),
 * names with capitals inside, single letters (N项), words with digits (5G), units after a number, names of programs and
 * formats, addresses, file names, and whatever stands in 《》. Of a text that is traditional as a whole (see
 * {@link traditionalCharacters}) only the first traditional character is reported.
 */
export const findBadText = rememberTexts((text): readonly BadText[] => {
  const html = text.includes('<') || text.includes('&') ? htmlRemains(text) : [];
  return [
    ...runs(text, REPLACEMENT, 'replacement'),
    ...runs(text, PRIVATE_USE, 'private-use'),
    ...runs(text, CONTROL, 'control').map((found) => ({ ...found, suggestion: '' })),
    ...html,
    ...latinWords(text, html),
    ...traditionalCharacters(text),
  ].sort((a, b) => a.span.start - b.span.start);
});

function runs(text: string, pattern: RegExp, kind: BadTextKind): BadText[] {
  return [...text.matchAll(pattern)].map((match) => ({ kind, span: spanOf(match), text: match[0] }));
}

function htmlRemains(text: string): BadText[] {
  const tags = runs(text, HTML_TAGS, 'html-tag').map((found) => ({ ...found, suggestion: '' }));
  const entities = runs(text, ENTITY, 'html-tag').map((found) => ({
    ...found,
    suggestion: ENTITY_TEXT[found.text] ?? '',
  }));
  return [...tags, ...entities];
}

function latinWords(text: string, html: readonly BadText[]): BadText[] {
  if (!/[A-Za-z]{2}/.test(text) || !CJK.test(text)) return [];
  const homes = [...[...text.matchAll(LATIN_HOME)].map(spanOf), ...html.map(({ span }) => span)];
  homes.sort((a, b) => a.start - b.start);
  const found: BadText[] = [];
  let home = 0;
  for (const match of text.matchAll(LATIN_WORDS)) {
    const span = spanOf(match);
    while ((homes[home]?.end ?? Infinity) <= span.start) home++;
    const isAtHome = (homes[home]?.start ?? Infinity) < span.end;
    if (isAtHome || !standsInChinese(text, span) || !isStray(match[0], text, span.start)) continue;
    found.push({ kind: 'latin-word', span, text: match[0] });
  }
  return found;
}

/** True if the nearest character that is no blank, before or after, is Chinese. */
function standsInChinese(text: string, { start, end }: Span): boolean {
  const before = text
    .slice(Math.max(0, start - 4), start)
    .trimEnd()
    .slice(-1);
  const after = text
    .slice(end, end + 4)
    .trimStart()
    .slice(0, 1);
  return CHINESE_NEIGHBOUR.test(before) || CHINESE_NEIGHBOUR.test(after);
}

function isStray(words: string, text: string, start: number): boolean {
  const isAfterNumber = /[0-9０-９][ \u00a0]?$/.test(text.slice(Math.max(0, start - 2), start));
  if (isAfterNumber && words.length <= 3) return false;
  if (KNOWN_WORDS.has(words.toLowerCase())) return false;
  return words.split(/[ '’-]/).some((word) => {
    if (word.length < 2 || KNOWN_WORDS.has(word.toLowerCase())) return false;
    const isAbbreviation = word === word.toUpperCase() && word.length <= MAX_ABBREVIATION;
    const hasInnerCapital = /\p{Ll}\p{Lu}/u.test(word) || /^\p{Lu}{2,}\p{Ll}/u.test(word);
    return !isAbbreviation && !hasInnerCapital;
  });
}

/**
 * Traditional characters with their simplified forms. Where more than a third of the characters that the two scripts write
 * differently are traditional (and six at least), the text is a traditional one: one finding for the first.
 */
function traditionalCharacters(text: string): BadText[] {
  const found: { start: number; suggestion: string }[] = [];
  let traditional = 0;
  let simplified = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < FIRST_HAN) continue;
    const form = simplifiedForm(text.charAt(at));
    if (form === undefined) {
      if (hasTraditionalForm(text.charAt(at))) simplified++;
      continue;
    }
    traditional++;
    const run = found.at(-1);
    if (run && run.start + run.suggestion.length === at) run.suggestion += form;
    else found.push({ start: at, suggestion: form });
  }
  const isTraditionalText = traditional >= 6 && traditional * 2 > simplified;
  return found.slice(0, isTraditionalText ? 1 : undefined).map(({ start, suggestion }) => {
    const end = start + suggestion.length;
    return { kind: 'traditional', span: { start, end }, text: text.slice(start, end), suggestion };
  });
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}
