import { normalizeTitle } from '../../domain/heading';
import { similarity } from '../../domain/similarity';
import { type Corpus, sameTitle } from '../../model/corpus';
import { type Correspondences, correspondences } from '../../model/correspondence';
import { itemsUnder } from '../../model/indicator-file';
import type { IndicatorFile, Section } from '../../model/types';
import { attached } from '../../text/attached';

/** Which section of the corpus each section of a file is, and back. */
export interface SectionPairs {
  modelOf(section: Section | undefined): Section | undefined;
  /** The section of the file. */
  homeOf(model: Section | undefined): Section | undefined;
  readonly all: readonly (readonly [section: Section, model: Section])[];
}

/** Titles less alike than this are no evidence that two sections with one serial are the same. */
const SIMILAR_TITLE = 0.5;

const known = attached<Correspondences, SectionPairs>();

/**
 * Pairs the sections of a file with those of the corpus: by title, else by the items that most of them share, else by serial
 * and a similar title. Each is paired once.
 */
export function sectionPairs(file: IndicatorFile, corpus: Corpus): SectionPairs {
  const matches = correspondences(file, corpus);
  const earlier = known.get(matches);
  if (earlier) return earlier;
  const models = new Map<Section, Section>();
  const homes = new Map<Section, Section>();
  const pair = (section: Section, model: Section | undefined) => {
    if (!model || models.has(section) || homes.has(model)) return;
    models.set(section, model);
    homes.set(model, section);
  };
  const levels = [
    [file.sections, corpus.file.sections],
    [secondLevel(file), secondLevel(corpus.file)],
  ] as const;
  for (const [sections, all] of levels) {
    const underSame = (section: Section, model: Section) =>
      (section.parent && models.get(section.parent)) === model.parent;
    const free = (section: Section, matches: (model: Section) => boolean) => {
      if (!models.has(section))
        pair(
          section,
          all.find((model) => !homes.has(model) && matches(model)),
        );
    };
    for (const section of sections) free(section, (model) => underSame(section, model) && isNamesake(section, model));
    for (const section of sections) free(section, (model) => isNamesake(section, model));
    for (const section of sections) {
      const favourite = favouriteOf(section, matches);
      free(section, (model) => model === favourite && holdsMost(section, model, matches));
    }
    for (const section of sections) {
      free(section, (model) => underSame(section, model) && isSibling(section, model));
    }
  }
  const made: SectionPairs = {
    modelOf: (section) => section && models.get(section),
    homeOf: (model) => model && homes.get(model),
    all: [...models],
  };
  known.set(matches, made);
  return made;
}

/** The 一级 that a section is or stands under. */
export function topOf(section: Section | undefined): Section | undefined {
  return section?.parent ?? section;
}

function secondLevel(file: IndicatorFile): Section[] {
  return file.sections.flatMap(({ sections }) => sections);
}

function isNamesake(section: Section, model: Section): boolean {
  return section.title !== undefined && sameTitle(section, model);
}

function isSibling(section: Section, model: Section): boolean {
  if (!section.heading || section.heading.number !== model.heading?.number) return false;
  const [a, b] = [section, model].map(({ title }) => normalizeTitle(title?.value ?? ''));
  return similarity(a ?? '', b ?? '') >= SIMILAR_TITLE;
}

/** The section of the corpus, of the same level, that more than half of a section's items come from. */
function favouriteOf(section: Section, matches: Correspondences): Section | undefined {
  const votes = new Map<Section, number>();
  let total = 0;
  for (const item of itemsUnder(section)) {
    const home = homeOf(matches.of(item)?.target?.section, section.level);
    if (!home) continue;
    total++;
    votes.set(home, (votes.get(home) ?? 0) + 1);
  }
  return [...votes].find(([, count]) => 2 * count > total)?.[0];
}

/** True if a section has more than half of the items that a section of the corpus has. */
function holdsMost(section: Section, model: Section, matches: Correspondences): boolean {
  const own = itemsUnder(section).filter((item) => homeOf(matches.of(item)?.target?.section, section.level) === model);
  return 2 * own.length > itemsUnder(model).length;
}

function homeOf(section: Section | undefined, level: 1 | 2): Section | undefined {
  if (level === 1) return topOf(section);
  return section?.level === 2 ? section : undefined;
}
