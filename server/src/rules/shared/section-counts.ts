import { normalizeTitle } from '../../domain/heading';
import { fingerprint, similarity } from '../../domain/similarity';
import { type Corpus, sameTitle } from '../../model/corpus';
import { itemsUnder } from '../../model/indicator-file';
import type { Indicator, IndicatorFile, Section } from '../../model/types';
import { attached } from '../../text/attached';
import { serialOf } from './numbering';

/** A 一级 of the file beside the one of the corpus that it follows. */
export interface SectionCount {
  readonly section: Section;
  readonly model: Section;
  readonly have: number;
  readonly want: number;
}

export interface Counts {
  /** Items of the corpus that the file has: those with 对应: 无 do not count, one with 对应: [4, 5] counts twice. */
  readonly total: number;
  readonly sections: readonly SectionCount[];
}

/** Titles less alike than this are no evidence that two sections with one serial are the same. */
const SIMILAR_TITLE = 0.5;
const SIMILAR_CONTENT = 0.6;

/**
 * How many items of the corpus a file has, in all and per 一级. What is another rule's finding is none here: an item under
 * another 一级 than in the corpus counts where it belongs (`section-placement`); one that repeats the text of another
 * fills a place where one is free, and is else left out (`text-duplicate`).
 */
export function countAgainst(file: IndicatorFile, corpus: Corpus): Counts {
  const models = pairSections(file.sections, corpus.file.sections);
  const have = new Map<Section, number>();
  let total = 0;
  const add = (home: Section | undefined) => {
    total++;
    if (home) have.set(home, (have.get(home) ?? 0) + 1);
  };
  const ownOf = (item: Indicator) => {
    const top = topOf(item);
    return top && models.get(top);
  };
  const rest: Entry[] = [];
  const numbers = new Set<number>();
  const texts = new Set<string>();
  for (const item of file.items) {
    if (item.corresponds?.none) continue;
    const { text, namesake } = readingOf(item, corpus);
    const entry = { text, own: ownOf(item) };
    const explicit = item.corresponds?.numbers ?? [];
    const model = explicit.length > 0 ? undefined : namesake;
    if (explicit.length === 0 && !model) {
      rest.push(entry);
      continue;
    }
    texts.add(entry.text);
    if (model) add(topOf(model) ?? entry.own);
    for (const number of explicit) {
      if (!numbers.has(number)) add(topOf(corpus.item(number)) ?? entry.own);
      numbers.add(number);
    }
  }
  const byText = itemsByText(corpus);
  const copies: Section[] = [];
  for (const { text, own } of rest) {
    if (text === '' || !texts.has(text)) add(topOf(byText.get(text)) ?? own);
    else if (own) copies.push(own);
    texts.add(text);
  }
  for (const own of copies) {
    if ((have.get(own) ?? 0) < itemsUnder(own).length) add(own);
  }
  const sections = [...models].map(([section, model]) => ({
    section,
    model,
    have: have.get(model) ?? 0,
    want: itemsUnder(model).length,
  }));
  return { total, sections };
}

interface Entry {
  readonly text: string;
  /** The 一级 of the corpus that the item stands under. */
  readonly own: Section | undefined;
}

interface ItemReading {
  readonly corpus: Corpus;
  readonly text: string;
  /** The item of the corpus with the same number, if the texts are alike. */
  readonly namesake: Indicator | undefined;
}

const readings = attached<Indicator, ItemReading>();

function readingOf(item: Indicator, corpus: Corpus): ItemReading {
  const earlier = readings.get(item);
  if (earlier?.corpus === corpus) return earlier;
  const print = fingerprint(item.content?.value ?? '');
  const serial = serialOf(item);
  const model = serial === undefined ? undefined : corpus.item(serial);
  const score = similarity(print, model?.content?.value ?? '', SIMILAR_CONTENT);
  const reading = { corpus, text: print.text, namesake: score >= SIMILAR_CONTENT ? model : undefined };
  readings.set(item, reading);
  return reading;
}

const byTexts = attached<Corpus, ReadonlyMap<string, Indicator>>();

function itemsByText(corpus: Corpus): ReadonlyMap<string, Indicator> {
  const byText =
    byTexts.get(corpus) ??
    new Map(corpus.file.items.map((item) => [fingerprint(item.content?.value ?? '').text, item]));
  byTexts.set(corpus, byText);
  return byText;
}

/** By title; where titles differ, by serial, if the titles are at all alike. */
function pairSections(sections: readonly Section[], models: readonly Section[]): Map<Section, Section> {
  const pairs = new Map<Section, Section>();
  const free = new Set(models);
  const pair = (section: Section, matches: (model: Section) => boolean) => {
    const model = pairs.has(section) ? undefined : [...free].find(matches);
    if (!model) return;
    pairs.set(section, model);
    free.delete(model);
  };
  for (const section of sections) pair(section, (model) => section.title !== undefined && sameTitle(section, model));
  for (const section of sections) {
    pair(section, (model) => section.heading?.number === model.heading?.number && alike(section, model));
  }
  return pairs;
}

function alike(a: Section, b: Section): boolean {
  if (!a.heading || !b.heading) return false;
  return similarity(normalizeTitle(a.title?.value ?? ''), normalizeTitle(b.title?.value ?? '')) >= SIMILAR_TITLE;
}

function topOf(item: Indicator | undefined): Section | undefined {
  return item?.section?.parent ?? item?.section;
}
