import { similarity } from '../../domain/similarity';
import type { Corpus } from '../../model/corpus';
import { type Correspondence, correspondences } from '../../model/correspondence';
import type { ExtraKey, Indicator, IndicatorFile } from '../../model/types';
import { oneLine } from '../one-line';
import { type HoverContext, indicatorFile, say } from './context';
import { elsewhere } from './elsewhere';
import { hoverPhrases } from './phrases';
import { comparedText, provenance, sourceText, thresholdList } from './source-text';

/**
 * Entries of 附加项 less alike than this (Dice) are not the same. Measured on the seeds: a rewritten copy has 0.49, two
 * different entries of one corpus have 0.38 at most.
 */
const SAME_EXTRA = 0.42;
/** Items of the corpus that are shown where 对应 names several. */
const MAX_TARGETS = 4;

/** An item: the text of the corpus that it was made from, what became of it here and in other counties. */
export function itemCard(context: HoverContext, item: Indicator): string {
  const file = indicatorFile(context.file);
  const { corpus } = context.file.surroundings;
  if (context.file.document.kind === 'yaoqiu') return ownCard(context, item, file?.names[0]?.value.trim() ?? '');
  if (!file || !corpus) return withoutSource(context, item, basisRemark(context, file));
  if (item.extra) return extraCard(context, item, item.extra, corpus);
  const match = correspondences(file, corpus).of(item);
  const [target] = match?.targets ?? [];
  if (!match || !target) return withoutSource(context, item, noCounterpart(context, item, corpus));
  if (match.targets.length > 1) {
    return context.format.parts(match.targets.slice(0, MAX_TARGETS).map((one) => centralCard(context, corpus, one)));
  }
  return comparedCard(context, corpus, target, item, match);
}

/** An item of the corpus by itself, as 对应 names it. */
export function centralCard(context: HoverContext, corpus: Corpus, target: Indicator): string {
  return context.format.blocks([
    title(context, corpus.name, target),
    sourceText(context, target),
    thresholdList(context, target.content?.value ?? ''),
    provenance(context, target),
  ]);
}

/** A number of 对应. */
export function correspondsCard(context: HoverContext, number: number): string {
  const { corpus } = context.file.surroundings;
  if (!corpus) return basisRemark(context, indicatorFile(context.file));
  const target = corpus.item(number);
  if (!target) return say(context, hoverPhrases.noSuchItem, { edition: corpus.name, number });
  return centralCard(context, corpus, target);
}

function comparedCard(
  context: HoverContext,
  corpus: Corpus,
  target: Indicator,
  item: Indicator,
  match: Pick<Correspondence, 'certain' | 'shared'>,
): string {
  const { format } = context;
  const required = target.content?.value ?? '';
  const actual = item.content?.value.trim() ? item.content.value : undefined;
  const isCompared = match.certain && actual !== undefined;
  const number = target.extra ? undefined : target.number?.value;
  return format.parts([
    format.blocks([
      title(context, corpus.name, target),
      ...(isCompared ? comparedText(context, required, actual) : [sourceText(context, target)]),
      actual !== undefined && !isCompared ? say(context, hoverPhrases.unlike) : undefined,
      match.shared ? say(context, hoverPhrases.shared) : undefined,
      thresholdList(context, required, isCompared ? actual : undefined),
      provenance(context, target),
    ]),
    number === undefined ? undefined : elsewhere(context, corpus.name, number),
  ]);
}

/** An entry of 附加项 beside the one of the corpus that is most like it; without a text it goes by its number. */
function extraCard(context: HoverContext, item: Indicator, key: ExtraKey, corpus: Corpus): string {
  const entries = corpus.file.extras.find((extra) => extra.key === key)?.items ?? [];
  const actual = item.content?.value.trim() ?? '';
  const target = actual
    ? mostLike(actual, entries)
    : entries.find(({ number }) => number !== undefined && number.value === item.number?.value);
  if (target) return comparedCard(context, corpus, target, item, { certain: true, shared: false });
  return withoutSource(context, item, say(context, hoverPhrases.noSuchExtra, { edition: corpus.name }));
}

function mostLike(actual: string, entries: readonly Indicator[]): Indicator | undefined {
  const scored = entries.map((entry) => ({ entry, score: similarity(entry.content?.value ?? '', actual) }));
  const best = scored.sort((a, b) => b.score - a.score)[0];
  return best && best.score >= SAME_EXTRA ? best.entry : undefined;
}

/** An item of the corpus, looked at in its own file: there its text is in view. */
function ownCard(context: HoverContext, item: Indicator, edition: string): string {
  const { format } = context;
  const number = item.extra ? undefined : item.number?.value;
  return format.parts([
    format.blocks([
      title(context, edition, item),
      thresholdList(context, item.content?.value ?? ''),
      provenance(context, item),
    ]),
    number === undefined ? undefined : elsewhere(context, edition, number),
  ]);
}

function withoutSource(context: HoverContext, item: Indicator, remark: string): string {
  return context.format.blocks([
    title(context, undefined, item),
    remark,
    thresholdList(context, item.content?.value ?? ''),
  ]);
}

/** What can be said where there is no corpus. */
export function basisRemark(context: HoverContext, file: IndicatorFile | undefined): string {
  const basis = file?.basis?.value.trim();
  if (!basis || basis === '无') return say(context, hoverPhrases.noBasis);
  return say(context, hoverPhrases.basisMissing, { basis: oneLine(basis) });
}

function noCounterpart(context: HoverContext, { corresponds }: Indicator, corpus: Corpus): string {
  if (corresponds?.none) return say(context, hoverPhrases.local);
  const [number] = corresponds?.numbers ?? [];
  if (number !== undefined && !corpus.item(number)) {
    return say(context, hoverPhrases.noSuchItem, { edition: corpus.name, number });
  }
  return say(context, hoverPhrases.notFound, { edition: corpus.name });
}

function title(context: HoverContext, edition: string | undefined, { number, name, extra }: Indicator): string {
  const { format } = context;
  const key = extra ?? 'item';
  const template = edition === undefined ? hoverPhrases[key] : CENTRAL[key];
  const parts = [
    ...(number
      ? [format.strong(say(context, template, { edition: oneLine(edition ?? ''), number: number.value }))]
      : []),
    ...(name?.value.trim() ? [format.text(oneLine(name.value))] : []),
  ];
  return parts.join(' ');
}

const CENTRAL = {
  item: hoverPhrases.centralItem,
  加分项: hoverPhrases.central加分项,
  否决项: hoverPhrases.central否决项,
  扣分项: hoverPhrases.central扣分项,
} as const;
