import { parseHeading } from '../../domain/heading';
import { findThresholds } from '../../domain/threshold';
import { extentOf, referenceOf, referencesIn, referringTexts } from '../../model/references';
import type { DeadlineEntry, Indicator, IndicatorFile, Section, Text } from '../../model/types';
import { deadlinesOf } from '../../rules/shared/deadlines';
import { answerableItems } from '../../rules/shared/unit-uses';
import { rememberTexts } from '../../text/memo';
import { overlaps, type Span } from '../../text/span';
import type { Checked } from '../../workspace/project';
import { sourceSpan } from '../../yaml/scalar-source';
import { indicatorFile } from '../item-places';
import type { Token } from './encode';
import { unitToken } from './units';

/** At a keystroke most texts are those of before. */
const thresholdsIn = rememberTexts(findThresholds);

/** What an indicator file or a corpus says, without its keys. */
export function fileTokens(file: Checked, within: Span): Token[] {
  const model = indicatorFile(file);
  if (!model) return [];
  const { registry } = file.surroundings;
  const inRange = ({ node }: { readonly node: { readonly place: Span } }) => overlaps(node.place, within);
  const items = answerableItems(model).filter(inRange);
  return [
    ...titlesOf(model),
    ...items.flatMap((item) => itemTokens(item)),
    ...items.flatMap((item) => item.units.flatMap(({ units }) => units.map((unit) => unitToken(unit, registry)))),
    ...deadlinesOf(model).flatMap(({ entry }) => (inRange(entry.text) ? deadlineToken(entry) : [])),
    ...groupTokens(model),
  ];
}

/** Titles without their serials, which the grammar sees. */
function titlesOf({ title, sections }: IndicatorFile): Token[] {
  const ofSection = ({ title: own, sections: inner }: Section): Token[] => [
    ...(own ? [{ span: withoutSerial(own), type: 'title' as const }] : []),
    ...inner.flatMap(ofSection),
  ];
  return [...(title ? [{ span: withoutSerial(title), type: 'title' as const }] : []), ...sections.flatMap(ofSection)];
}

function withoutSerial({ value, node }: Text): Span {
  return sourceSpan(node, parseHeading(value)?.serialSpan.end ?? 0, value.length);
}

function itemTokens(item: Indicator): Token[] {
  const { number, content } = item;
  return [
    ...(number ? [{ span: number.node.place, type: 'number', modifiers: ['declaration'] } satisfies Token] : []),
    ...(content ? thresholdTokens(content) : []),
    ...referringTexts(item).flatMap(referenceTokens),
  ];
}

function thresholdTokens({ value, node }: Text): Token[] {
  return thresholdsIn(value).map(({ span }) => ({ span: sourceSpan(node, span.start, span.end), type: 'number' }));
}

function referenceTokens(text: Text): Token[] {
  return referencesIn(text).map((reference) => ({ span: extentOf(reference), type: 'reference' }));
}

/** One that is not understood stays text. */
function deadlineToken({ text, reading }: DeadlineEntry): Token[] {
  return reading.ok ? [{ span: sourceSpan(text.node, 0, text.value.length), type: 'enumMember' }] : [];
}

function groupTokens({ groups }: IndicatorFile): Token[] {
  return groups.flatMap((group) => [
    ...group.evidence.flatMap(referenceTokens),
    ...[referenceOf(group) ?? []].flat().map((placed): Token => ({ span: extentOf(placed), type: 'reference' })),
  ]);
}
