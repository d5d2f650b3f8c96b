import { normalizeTitle } from '../domain/heading';
import type { LineIndex } from '../text/lines';
import type { Indicator, IndicatorFile, Section } from './types';

/** A requirement corpus, ready to be asked. */
export interface Corpus {
  readonly uri: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly file: IndicatorFile;
  /** The text of `uri`. */
  readonly lines: LineIndex;
  /** Total number of items. */
  readonly total: number;
  item(number: number): Indicator | undefined;
}

/** Makes a corpus of a file that was read; undefined where it has no name or no item. */
export function createCorpus(uri: string, file: IndicatorFile, lines: LineIndex): Corpus | undefined {
  const names = file.names.map((text) => text.value.trim());
  const byNumber = new Map(file.items.flatMap((item) => (item.number ? [[item.number.value, item] as const] : [])));
  if (!names[0] || byNumber.size === 0) return undefined;
  return {
    uri,
    name: names[0],
    names,
    file,
    lines,
    total: file.total?.value ?? byNumber.size,
    item: (number) => byNumber.get(number),
  };
}

/** True where `依据` means this corpus: by 名称 or 简称; kinds of brackets and blanks do not matter. */
export function answersTo(corpus: Corpus, basis: string): boolean {
  const wanted = plainName(basis);
  return corpus.names.some((name) => plainName(name) === wanted);
}

function plainName(name: string): string {
  return name
    .replace(/[\s《》]/g, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）');
}

/** True where two titles say the same, serials and punctuation aside. */
export function sameTitle(a: Section, b: Section): boolean {
  return normalizeTitle(a.title?.value ?? '') === normalizeTitle(b.title?.value ?? '');
}
