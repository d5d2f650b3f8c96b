import { CompletionItemKind } from 'vscode-languageserver-types';
import { formatNumber, type Heading, parseHeading } from '../../domain/heading';
import type { Section } from '../../model/types';
import { sectionPairs } from '../../rules/shared/sections';
import { ENTRY } from './context';
import { completionPhrases } from './phrases';
import { escapeSnippet, type Proposal } from './proposal';
import { lastKey, type Scene, sectionsBefore } from './scene';
import { textInYaml } from './yaml-text';

/** The level of the section whose entry (or 名称) a path leads to; undefined elsewhere. */
export function sectionLevel(path: readonly string[]): 1 | 2 | undefined {
  if (path.at(-1) !== ENTRY) return undefined;
  const list = path.at(-2);
  return list === '一级指标' ? 1 : list === '二级指标' ? 2 : undefined;
}

/**
 * Titles of the corpus that the file lacks, the next one first, with the serial that comes next here, in the form that this
 * file's titles have.
 * @param whole true behind a dash: the key and what follows are written, too
 */
export function titleProposals(scene: Scene, level: 1 | 2, whole: boolean): Proposal[] {
  const { corpus, model, context, cursor } = scene;
  if (!model || context.flow) return [];
  const [top] = sectionsBefore(scene);
  const fellows = level === 1 ? model.sections : (top?.sections ?? []);
  const before = fellows.filter(({ node }) => node.place.start < cursor && node.place.end <= lineStart(scene));
  const previous = before.findLast(({ heading }) => heading);
  const earlier = level === 2 ? (previous ?? lastOfLevel2(scene)) : previous;
  const serialOf = serialWriter(previous, earlier);
  const models = corpus ? candidates(scene, level, top) : [];
  const present = new Set(fellows.flatMap(({ title }) => (title ? [bareTitle(title.value)] : [])));
  const proposals = models.flatMap((section, index): Proposal[] => {
    const title = section.title?.value.trim();
    if (!title || present.has(bareTitle(title))) return [];
    const text = serialOf ? serialOf(bareTitle(title)) : title;
    return [titleProposal(scene, text, level, whole, index)];
  });
  if (!whole || proposals.length > 0) return proposals;
  const empty = serialOf ? serialOf('') : level === 1 ? '一、' : '1. ';
  return context.siblings.size > 0 ? [] : [titleProposal(scene, empty, level, whole, 0, true)];
}

function titleProposal(
  { context, client, lineBreak, render }: Scene,
  text: string,
  level: 1 | 2,
  whole: boolean,
  order: number,
  isOpen = false,
): Proposal {
  const description = isOpen ? undefined : render(completionPhrases.missing);
  const base = {
    label: text,
    kind: CompletionItemKind.Module,
    order,
    names: [text, bareTitle(text)],
    ...(description && { description }),
  };
  const written = context.quote === '' ? textInYaml(text) : text;
  if (!whole || context.siblings.size > 0) return { ...base, newText: whole ? `名称: ${written}` : written };
  if (!client.snippets) return { ...base, newText: `名称: ${written}` };
  const indent = ' '.repeat(context.column);
  const rest = level === 1 ? ['二级指标:', '  - 名称: $2'] : ['三级指标:', '  - $2'];
  const title = isOpen ? `${text}$1` : escapeSnippet(written);
  return { ...base, newText: [`名称: ${title}`, ...rest].join(lineBreak + indent), snippet: true, again: true };
}

/** Sections of the corpus that no section of the file is, those behind the one before the cursor first. */
function candidates(scene: Scene, level: 1 | 2, top: Section | undefined): readonly Section[] {
  const { corpus, model } = scene;
  if (!corpus || !model) return [];
  const pairs = sectionPairs(model, corpus);
  const home = level === 2 ? pairs.modelOf(top) : undefined;
  const all =
    level === 1 ? corpus.file.sections : (home?.sections ?? corpus.file.sections.flatMap(({ sections }) => sections));
  return all.filter((section) => {
    const own = pairs.homeOf(section);
    return !own || own.node.place.start >= lineStart(scene);
  });
}

/** Writes a title with the serial behind the one before the cursor; undefined where nothing shows the form. */
function serialWriter(
  previous: Section | undefined,
  earlier: Section | undefined,
): ((title: string) => string) | undefined {
  const heading = (previous ?? earlier)?.heading;
  const written = (previous ?? earlier)?.title?.value;
  if (!heading || written === undefined) return undefined;
  const number = previous || runsThrough(earlier) ? heading.number + 1 : 1;
  return (title) => serial(heading, written, number) + title;
}

function serial({ style, numberSpan, serialSpan }: Heading, written: string, number: number): string {
  return (
    written.slice(serialSpan.start, numberSpan.start) +
    formatNumber(style, number) +
    written.slice(numberSpan.end, serialSpan.end)
  );
}

/** True where the serials of 二级 go on from one 一级 to the next. */
function runsThrough(section: Section | undefined): boolean {
  const first = section?.parent?.sections[0];
  return (first?.heading?.number ?? 1) > 1;
}

/** The 二级 before the cursor in an earlier 一级. */
function lastOfLevel2(scene: Scene): Section | undefined {
  const tops = scene.model?.sections.filter(({ node }) => node.place.start < scene.cursor) ?? [];
  return tops
    .flatMap(({ sections }) => sections)
    .findLast(({ node, heading }) => heading && node.place.end <= lineStart(scene));
}

function lineStart({ file, cursor }: Scene): number {
  const { lines } = file.document;
  return lines.lineSpan(lines.lineAt(cursor)).start;
}

function bareTitle(title: string): string {
  return parseHeading(title)?.title ?? title.trim();
}

/** True where the value is the title of a section. */
export function isTitlePlace({ context }: Scene): boolean {
  return (
    context.place === 'value' &&
    lastKey(context.path) === '名称' &&
    sectionLevel(context.path.slice(0, -1)) !== undefined
  );
}
