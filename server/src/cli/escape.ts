// Texts of a checked file are strangers: whatever they hold must come out inert in every format.

// Controls (C0, C1), invisible format characters (bidi overrides, zero-width), lone surrogates, line separators.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const UNSEEN_BUT_LF = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Makes characters visible that a terminal would obey or hide: ESC becomes ‹U+001B›. The result is one line. */
export function visible(text: string): string {
  return text.replace(UNSEEN, codePoint);
}

function codePoint(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `‹U+${hex.padStart(4, '0')}›`;
}

/**
 * JSON of two-blank indentation in which every unseen character is written as `\uHHHH`; the value stays the same.
 * @param depth how many levels deep the value stands in a larger one
 */
export function jsonValue(value: unknown, depth = 0): string {
  // Line breaks outside of strings are JSON's own; inside, JSON.stringify has escaped them already.
  const escaped = JSON.stringify(value, null, 2).replace(UNSEEN_BUT_LF, (character) =>
    [...utf16(character)].map((unit) => `\\u${unit}`).join(''),
  );
  return depth > 0 ? escaped.replaceAll('\n', `\n${'  '.repeat(depth)}`) : escaped;
}

/** A whole file of JSON, see `jsonValue`. */
export function jsonText(value: unknown): string {
  return `${jsonValue(value)}\n`;
}

/** The array of all values, written as `jsonValue` would, without ever holding it whole. */
export function* jsonArray(values: Iterable<unknown>, depth = 0): Generator<string> {
  const indent = '  '.repeat(depth);
  let before = '[';
  for (const value of values) {
    yield `${before}\n${indent}  ${jsonValue(value, depth + 1)}`;
    before = ',';
  }
  yield before === '[' ? '[]' : `\n${indent}]`;
}

function* utf16(character: string): Generator<string> {
  for (let i = 0; i < character.length; i++) yield character.charCodeAt(i).toString(16).padStart(4, '0');
}

const XML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** For XML text and attributes: markup escaped, characters that XML 1.0 forbids or readers hide made visible. */
export function xmlText(text: string): string {
  return visible(text)
    .replace(/[\uFFFE\uFFFF]/g, codePoint)
    .replace(/[&<>"']/g, (character) => XML[character] ?? '');
}

/** The message of a GitHub workflow command. https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
export function githubData(text: string): string {
  return visible(text).replace(/%/g, '%25');
}

/** A property of a GitHub workflow command, such as `file=`. */
export function githubProperty(text: string): string {
  return githubData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

/** For a Markdown paragraph or table cell: no markup, no HTML, no link, one line. */
export function markdownText(text: string): string {
  return visible(text)
    .replace(/[\\`*_[\]|~#!]/g, '\\$&')
    .replace(/[&<>]/g, (character) => XML[character] ?? '')
    .replace(/:\/\//g, ':\\/\\/')
    .replace(/www\./gi, (match) => `${match.slice(0, 3)}\\.`);
}
