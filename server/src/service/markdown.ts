import { oneLine } from './one-line';

/**
 * Puts text from files into answers of the server. Everything that comes from a file goes through {@link Format.text} or
 * {@link Format.code}; the other functions take what these return.
 */
export interface Format {
  /** Untrusted text on one line, shown as it stands. */
  text(untrusted: string): string;
  /** Untrusted text in a fixed-width font. */
  code(untrusted: string): string;
  /** Between blanks or at the ends of a line. */
  strong(formatted: string): string;
  /** Anywhere in a text. */
  added(formatted: string): string;
  dropped(formatted: string): string;
  list(items: readonly string[]): string;
  /** Lines of one paragraph. */
  lines(parts: readonly (string | undefined)[]): string;
  /** Paragraphs and lists, one below the other. */
  blocks(parts: readonly (string | undefined)[]): string;
  /** Parts of a whole, one below the other, told apart by a line. */
  parts(parts: readonly (string | undefined)[]): string;
}

/** Every sign that means something inside a line of Markdown, links that make themselves and mathematics included. */
const SIGN = /[\\`*_[\]<>~|&!#$@]|:(?=\/\/)|(?<=www)\.(?=\S)/gi;
/** What makes a list, a heading or a rule of a line that begins with it. */
const OPENING = /^(?:(\d{1,9})([.)])(?=\s|$)|([-+=]))/;

/** Text as Markdown that shows nothing but this text: no links, images, HTML, code or line breaks. */
export function escapeMarkdown(untrusted: string): string {
  return onOneLine(untrusted)
    .replace(SIGN, '\\$&')
    .replace(OPENING, (_, digits: string | undefined, dot = '', sign = '') =>
      digits === undefined ? `\\${sign}` : `${digits}\\${dot}`,
    );
}

/** All of a text, its line breaks and the signs that nobody sees taken out. */
function onOneLine(text: string): string {
  return oneLine(text, Number.POSITIVE_INFINITY);
}

/** As `MarkupKind.Markdown`. */
export const markdownFormat: Format = {
  text: escapeMarkdown,
  code(untrusted) {
    const text = onOneLine(untrusted);
    const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
    const fence = '`'.repeat(longest + 1);
    return longest > 0 ? `${fence} ${text} ${fence}` : `${fence}${text || ' '}${fence}`;
  },
  strong: (formatted) => `**${formatted}**`,
  added: (formatted) => marked('**', formatted),
  dropped: (formatted) => marked('~~', formatted),
  list: (items) => items.map((item) => `- ${item}`).join('\n'),
  lines: (parts) => present(parts).join('  \n'),
  blocks: (parts) => present(parts).join('\n\n'),
  parts: (parts) => present(parts).join('\n\n---\n\n'),
};

/** As `MarkupKind.PlainText`; changes are marked as `git diff --word-diff` does. */
export const plainFormat: Format = {
  text: onOneLine,
  code: onOneLine,
  strong: (formatted) => formatted,
  added: (formatted) => `{+${formatted}+}`,
  dropped: (formatted) => `[-${formatted}-]`,
  list: (items) => items.map((item) => `- ${item}`).join('\n'),
  lines: (parts) => present(parts).join('\n'),
  blocks: (parts) => present(parts).join('\n\n'),
  parts: (parts) => present(parts).join('\n\n'),
};

const MARK_INSIDE = /^[\p{P}\p{S}]|[\p{P}\p{S}]$/u;
const HAIR_SPACE = '\u200a';

/**
 * CommonMark takes `字**（字）**字` for asterisks: marks must not stand between a letter and punctuation. A hair space at
 * either side makes them markup again; it can hardly be seen.
 */
function marked(mark: string, formatted: string): string {
  const text = formatted.trim();
  if (text === '') return formatted;
  const space = MARK_INSIDE.test(text) ? HAIR_SPACE : '';
  return `${space}${mark}${text}${mark}${space}`;
}

function present(parts: readonly (string | undefined)[]): string[] {
  return parts.filter((part): part is string => part !== undefined && part !== '');
}
