import { formatNumber, type Heading } from '../../domain/heading';
import type { IndicatorFile, Section, Text } from '../../model/types';
import type { Span, TextEdit } from '../../text/span';
import { sourceSpan } from '../../yaml/scalar-source';
import { type SequenceFaults, sequenceFaults } from './sequence';

/** A title with its serial. */
export interface NumberedTitle {
  readonly title: Text;
  readonly heading: Heading;
}

/** Headings that are numbered together, with what is wrong with their numbers. */
export interface HeadingSeries {
  readonly sections: readonly Section[];
  /** The number that the series should begin with. */
  readonly first: number;
  readonly faults: Pick<SequenceFaults, 'gaps' | 'repeats' | 'misplaced' | 'absorbing'>;
}

/** 一级: from 一, or from 二 where nothing is 一 (section 一 of a 宝丰 plan is its preamble). */
export function firstLevelSeries({ sections, isExtract }: IndicatorFile): HeadingSeries {
  const numbers = sections.map((section) => section.heading?.number);
  return series(sections, isExtract, numbers.includes(1) || !numbers.includes(2) ? 1 : 2);
}

/** 二级: restarting under each 一级 or running through the file, whichever leaves fewer faults. */
export function secondLevelSeries({ sections, isExtract }: IndicatorFile): HeadingSeries[] {
  const restarting = sections.map((section) => series(section.sections, isExtract));
  if (countFaults(restarting) === 0) return restarting;
  const running = [
    series(
      sections.flatMap((section) => section.sections),
      isExtract,
    ),
  ];
  return countFaults(running) < countFaults(restarting) ? running : restarting;
}

/** An extract (节选) may leave headings out. */
function series(sections: readonly Section[], isExtract: boolean, first = 1): HeadingSeries {
  const numbers = sections.map((section) => section.heading?.number);
  const faults = sequenceFaults(numbers, first);
  return { sections, first, faults: isExtract ? { ...faults, gaps: [] } : faults };
}

function countFaults(all: readonly HeadingSeries[]): number {
  return all.reduce((sum, { faults }) => sum + faults.gaps.length + faults.repeats.length + faults.misplaced.length, 0);
}

/** New numerals in the order of the file, each in its own style; a heading without one counts only where it filled a gap. */
export function renumberHeadings({ sections, first, faults }: HeadingSeries): TextEdit[] {
  const edits: TextEdit[] = [];
  let number = first;
  for (const [index, section] of sections.entries()) {
    const here = numberedTitle(section);
    if (here && here.heading.number !== number) {
      edits.push({ span: numeralPlace(here), newText: formatNumber(here.heading.style, number) });
    }
    if (here || faults.absorbing.has(index)) number++;
  }
  return edits;
}

export function numberedTitle(section: Section | undefined): NumberedTitle | undefined {
  const { title, heading } = section ?? {};
  return title && heading ? { title, heading } : undefined;
}

export function numeralPlace({ title, heading }: NumberedTitle): Span {
  return sourceSpan(title.node, heading.numberSpan.start, heading.numberSpan.end);
}

/** The serial as written (`（三）`, `3. `), or that of another number in the same style, with the blanks after it. */
export function serialText({ title, heading }: NumberedTitle, number?: number): string {
  const { serialSpan, numberSpan, style } = heading;
  const { value } = title;
  const numeral = number === undefined ? value.slice(numberSpan.start, numberSpan.end) : formatNumber(style, number);
  return value.slice(serialSpan.start, numberSpan.start) + numeral + value.slice(numberSpan.end, serialSpan.end);
}
