import { findThresholds, type Threshold } from '../../domain/threshold';
import { alignThresholds } from '../../domain/threshold-align';
import { items, text, texts } from '../../model/read';
import type { Indicator } from '../../model/types';
import { quoted } from '../../rules/shared/comparison';
import { child } from '../../yaml/nodes';
import { compareTexts } from '../compare-texts';
import { oneLine } from '../one-line';
import { type HoverContext, phrase, say } from './context';
import { hoverPhrases } from './phrases';

/** Longer texts than any item has are cut (UTF-16 units). */
const LONGEST = 3_000;
const MAX_THRESHOLDS = 12;
const MAX_VARIANTS = 6;
/** 校勘 of a text that was seen in its original. */
const SEEN = '原文已见';

/** The text of an item of the corpus. */
export function sourceText({ format }: HoverContext, target: Indicator): string {
  return format.text(oneLine(target.content?.value ?? '', LONGEST));
}

/** The text of the corpus with what a county's text adds and drops, and a legend; punctuation and blanks do not count. */
export function comparedText(context: HoverContext, required: string, actual: string): string[] {
  const { format } = context;
  const pieces = compareTexts(required.slice(0, LONGEST), actual.slice(0, LONGEST));
  const added = pieces.some(({ isEqual, to }) => !isEqual && to !== '');
  const dropped = pieces.some(({ isEqual, from }) => !isEqual && from !== '');
  if (!added && !dropped) return [format.text(oneLine(required, LONGEST)), say(context, hoverPhrases.same)];
  const shown = pieces.map(({ isEqual, from, to }) => {
    if (isEqual) return format.text(from);
    return (from && format.dropped(format.text(from))) + (to && format.added(format.text(to)));
  });
  const legend = [
    ...(added ? [format.added(say(context, hoverPhrases.added))] : []),
    ...(dropped ? [format.dropped(say(context, hoverPhrases.dropped))] : []),
  ];
  return [shown.join(''), legend.join(' · ')];
}

/** The numbers that a text of the corpus demands, and what they became in a county's text. */
export function thresholdList(context: HoverContext, required: string, actual?: string): string | undefined {
  const lines =
    actual === undefined
      ? findThresholds(required).map((threshold) => figure(context, required, threshold))
      : alignThresholds(required, actual).map(({ required: asked, actual: given, verdict }) => {
          const data = { actual: given ? quoted(actual, given.phraseSpan) : '' };
          const remark = given ? (asked ? verdict : 'new') : 'gone';
          const note = remark === 'same' ? '' : ` — ${say(context, hoverPhrases[remark], data)}`;
          return (asked ? figure(context, required, asked) : given ? figure(context, actual, given) : '') + note;
        });
  if (lines.length === 0) return undefined;
  const shown = [...new Set(lines)].slice(0, MAX_THRESHOLDS);
  return context.format.blocks([say(context, hoverPhrases.thresholds), context.format.list(shown)]);
}

function figure({ format }: HoverContext, source: string, { phraseSpan }: Threshold): string {
  return format.strong(format.text(quoted(source, phraseSpan)));
}

/** Where the text of an item of the corpus was taken from and how sure it is; undefined where the corpus does not say. */
export function provenance(context: HoverContext, target: Indicator): string | undefined {
  const source = texts(child(target.node, '出处')).map(({ value }) => oneLine(value, 200));
  const certainty = target.certainty?.value.trim();
  return (
    context.format.lines([
      source.length > 0 ? say(context, hoverPhrases.source, { source: source.join('；') }) : undefined,
      certainty
        ? say(context, certainty === SEEN ? hoverPhrases.certainty : hoverPhrases.unverified, {
            certainty: oneLine(certainty, 40),
          })
        : undefined,
      certainty === '待核' ? variants(context, target) : undefined,
    ]) || undefined
  );
}

/** 异文: how the copies of an unsettled text read. */
function variants(context: HoverContext, target: Indicator): string | undefined {
  const readings = items(child(target.node, '异文')).flatMap((entry) => {
    const reading = text(entry, '文字');
    if (!reading) return [];
    const words = oneLine(reading.value, 100);
    const source = oneLine(text(entry, '来源')?.value ?? '', 20);
    return [source ? phrase(context, hoverPhrases.variant, { source, text: words }) : `「${words}」`];
  });
  if (readings.length === 0) return undefined;
  return say(context, hoverPhrases.variants, { variants: readings.slice(0, MAX_VARIANTS).join('、') });
}
