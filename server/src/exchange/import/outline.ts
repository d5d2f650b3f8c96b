import { type Heading, type HeadingStyle, parseHeading } from '../../domain/heading';
import type { Paragraph } from '../source/types';
import { isTitle } from './paragraphs';

/** A paragraph of a plan with its place in the outline. */
export interface Outlined {
  readonly paragraph: Paragraph;
  /** 0 一、 · 1 （一） · 2 1. · 3 （1）; -1 without a serial. */
  readonly depth: number;
  readonly heading: Heading | null;
  /** A numbered title and nothing behind it. */
  readonly isTitle: boolean;
}

/** A plan within running text: its title and what follows it. */
export interface Plan {
  readonly title?: Paragraph;
  readonly parts: readonly Outlined[];
}

const DEPTHS: readonly HeadingStyle[] = ['chinese-comma', 'chinese-paren', 'arabic-dot', 'arabic-paren'];
const TITLE =
  /(?:方案|办法|计划|意见|标准|细则|要点|规划|分工|清单|任务|措施|规定|表)(?:\s*[（(][^（）()]{1,30}[）)])?$/;
const MAX_TITLE = 60;

/**
 * The plans of a running text: each begins with the title above its heading 一、; what stands above the first title is
 * returned apart.
 */
export function outline(paragraphs: readonly Paragraph[]): {
  readonly front: readonly Paragraph[];
  readonly plans: readonly Plan[];
} {
  const parts = paragraphs.map(outlined);
  const starts: { title: number | undefined; from: number }[] = [];
  for (const [index, part] of parts.entries()) {
    if (part.depth !== 0 || part.heading?.number !== 1) continue;
    const since = starts.at(-1)?.from ?? -1;
    const title = parts.findLastIndex((other, at) => at > since && at < index && isPlanTitle(other));
    // 一、 again without a title between: a list within the plan.
    if (title < 0 && starts.length > 0) continue;
    starts.push({ title: title < 0 ? undefined : title, from: index });
  }
  const beginOf = ({ title, from }: { title: number | undefined; from: number }) => title ?? from;
  const [first] = starts;
  if (!first) {
    const title = parts.findIndex(isPlanTitle);
    const named = parts[title]?.paragraph;
    const plan: Plan = { ...(named && { title: named }), parts: parts.slice(title + 1) };
    return { front: paragraphs.slice(0, Math.max(0, title)), plans: [plan] };
  }
  return {
    front: paragraphs.slice(0, beginOf(first)),
    plans: starts.map((start, index) => {
      const next = starts[index + 1];
      const title = start.title === undefined ? undefined : parts[start.title]?.paragraph;
      return {
        ...(title && { title }),
        parts: parts.slice(start.title === undefined ? start.from : start.title + 1, next && beginOf(next)),
      };
    }),
  };
}

function outlined(paragraph: Paragraph): Outlined {
  const heading = parseHeading(paragraph.text);
  return { paragraph, heading, depth: heading ? DEPTHS.indexOf(heading.style) : -1, isTitle: isTitle(paragraph.text) };
}

function isPlanTitle({ paragraph: { text }, depth }: Outlined): boolean {
  return depth < 0 && text.length <= MAX_TITLE && TITLE.test(text.trim());
}
