import { parseChineseNumeral } from '../domain/numeral';
import { type Message, renderMessage } from '../rules/finding';
import { gapPhrases } from './phrases';

export type Locale = 'zh-cn' | 'en';

/** Translations by Chinese template, as in the files of @vscode/l10n. */
export type Bundle = Readonly<Record<string, string>>;

/** Renders a message in the language of the user. */
export type Renderer = (message: Message) => string;

/** Chinese, as the rules have it. */
export const chinese: Renderer = (message) => renderMessage(message);

/**
 * A renderer for one client. @vscode/l10n itself keeps one language for the whole process and does not look into the gaps,
 * so only the form of its files is used. What a bundle lacks stays Chinese.
 */
export function rendererFor(locale: Locale, bundle: Bundle): Renderer {
  return locale === 'en' ? (message) => translated(message, bundle) : chinese;
}

/** The value of `initializationOptions.locale`: Chinese unless a client wants English. */
export function localeOf(initializationOptions: unknown): Locale {
  return (initializationOptions as { locale?: unknown } | null | undefined)?.locale === 'en' ? 'en' : 'zh-cn';
}

/** A quotation and a title are the document's own words; a gap elsewhere may hold words of ours. */
const QUOTATION_OR_GAP = /「[^」]*」|《[^》]*》|\{\w+\}/g;

function translated(message: Message, bundle: Bundle): string {
  const template = bundle[message.template];
  if (template === undefined) return chinese(message);
  return template.replace(QUOTATION_OR_GAP, (piece) => {
    const filled = chinese({ template: piece, data: message.data });
    return piece.startsWith('{') ? translatedValue(filled, bundle) : filled;
  });
}

/** Items of a list; the signs within quotations and between numbers are left alone: 「一、」、第3、5项. */
const LIST_ITEM = /(?:「[^「」]*」|[^、]|(?<=\d)、(?=\d))+/g;

function translatedValue(value: string, bundle: Bundle): string {
  const items = value.match(LIST_ITEM);
  return items ? items.map((item) => translatedItem(item, bundle)).join(', ') : value;
}

/** What the gaps of {@link gapPhrases} stand for, by name; any other gap is a number. */
const GAPS: Readonly<Record<string, string>> = { numbers: '\\d+(?:、\\d+)*' };
const NUMBER = '\\d+';

const OWN_WORDS = gapPhrases.map((phrase) => {
  const source = phrase.replace(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${GAPS[name] ?? NUMBER})`);
  return { phrase, source, pattern: new RegExp(`^${source}$`) };
});
const PIECES = [...OWN_WORDS.map(({ source }) => source.replace(/\?<\w+>/g, '?:')), '「[^「」]*」'];
const PIECE = new RegExp(PIECES.join('|'), 'g');

/** Only what is wholly made of our own words and quotations is translated: names of units hold 至 and 或, too. */
function translatedItem(item: string, bundle: Bundle): string {
  const number = item === '两' ? 2 : parseChineseNumeral(item);
  if (number !== null) return String(number);
  const pieces = item.match(PIECE);
  if (pieces?.join('') !== item) return item;
  return pieces.map((piece) => translatedPiece(piece, bundle)).join('');
}

function translatedPiece(piece: string, bundle: Bundle): string {
  for (const { phrase, pattern } of OWN_WORDS) {
    const found = pattern.exec(piece);
    if (!found) continue;
    return chinese({ template: bundle[phrase] ?? phrase, data: found.groups ?? {} }).replaceAll('、', ', ');
  }
  return piece;
}
