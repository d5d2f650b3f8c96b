import { rememberTexts } from '../text/memo';
import type { Span } from '../text/span';
import { unchangedEnds } from '../text/unchanged-ends';
import { normalizeText } from './similarity';

/** A sentence without its closing mark and outer blanks. */
export interface Sentence {
  readonly text: string;
  readonly span: Span;
}

/** A sentence of the text with index `b` that already stood in the earlier text `a`. */
export interface SharedSentence {
  readonly text: string;
  readonly a: { readonly index: number; readonly span: Span };
  readonly b: { readonly index: number; readonly span: Span };
}

/** The sentences of a text, cut at 。 ； ; and line breaks. */
export function sentences(text: string): Sentence[] {
  const found: Sentence[] = [];
  for (const match of text.matchAll(/[^。；;\r\n]+/g)) {
    const trimmed = match[0].trim();
    if (trimmed === '') continue;
    const start = match.index + match[0].indexOf(trimmed);
    found.push({ text: trimmed, span: { start, end: start + trimmed.length } });
  }
  return found;
}

/** A long enough sentence with what it is compared by. */
interface Keyed extends Sentence {
  readonly key: string;
}

const keyedSentences = rememberTexts((text): readonly Keyed[] =>
  sentences(text).map((sentence) => ({ ...sentence, key: normalizeText(sentence.text) })),
);

/** One text of a list, with its place in it. */
interface Entry {
  readonly text: string;
  readonly sentences: readonly Keyed[];
  index: number;
}

/**
 * Sentences that occur in two of the texts, punctuation and blanks aside. One that occurs in many is paired each time with
 * its first occurrence; repetition inside one text does not count. In the order of the later text.
 * @param minLength shortest sentence to consider, in characters after {@link normalizeText}
 */
export function sharedSentences(texts: readonly string[], minLength = 14): SharedSentence[] {
  return sentencesShared(minLength)(texts);
}

/** {@link sharedSentences} for one list after another: where the next differs little from the last, only what changed is cut up. */
export function sentencesShared(minLength = 14): (texts: readonly string[]) => SharedSentence[] {
  let entries: Entry[] = [];
  const byKey = new Map<string, Set<Entry>>();
  /** Keys of more than one text. */
  const shared = new Set<string>();

  return (texts) => {
    const { head, tail } = unchangedEnds(entries, texts, (entry, text) => entry?.text === text);
    const behind = entries.length - tail;
    for (const entry of entries.slice(head, behind)) remove(entry);
    const added = texts.slice(head, texts.length - tail).map((text) => ({ text, sentences: cut(text), index: 0 }));
    for (const entry of added) add(entry);
    entries = [...entries.slice(0, head), ...added, ...entries.slice(behind)];
    for (let index = head; index < entries.length; index++) {
      const entry = entries[index];
      if (entry) entry.index = index;
    }
    return [...shared].flatMap(occurrences).sort((x, y) => x.b.index - y.b.index || x.b.span.start - y.b.span.start);
  };

  function cut(text: string): readonly Keyed[] {
    const keyed = keyedSentences(text);
    return keyed.every(({ key }) => key.length >= minLength)
      ? keyed
      : keyed.filter(({ key }) => key.length >= minLength);
  }

  function add(entry: Entry): void {
    for (const { key } of entry.sentences) {
      const bearers = byKey.get(key) ?? new Set<Entry>();
      byKey.set(key, bearers.add(entry));
      if (bearers.size > 1) shared.add(key);
    }
  }

  function remove(entry: Entry): void {
    for (const { key } of entry.sentences) {
      const bearers = byKey.get(key);
      if (!bearers?.delete(entry)) continue;
      if (bearers.size < 2) shared.delete(key);
      if (bearers.size === 0) byKey.delete(key);
    }
  }

  function occurrences(key: string): SharedSentence[] {
    const places = [...(byKey.get(key) ?? [])]
      .sort((x, y) => x.index - y.index)
      .flatMap((entry) => {
        const sentence = entry.sentences.find((one) => one.key === key);
        return sentence ? [{ ...sentence, index: entry.index }] : [];
      });
    const [first, ...others] = places;
    if (!first) return [];
    const a = { index: first.index, span: first.span };
    return others.map(({ text, index, span }) => ({ text, a, b: { index, span } }));
  }
}
