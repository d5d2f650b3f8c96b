import { sourceSpan } from '../yaml/scalar-source';
import { defineRule } from './rule';
import {
  firstLevelSeries,
  type HeadingSeries,
  type NumberedTitle,
  numberedTitle,
  numeralPlace,
  renumberHeadings,
  secondLevelSeries,
  serialText,
} from './shared/heading-series';
import { rationed } from './shared/rationed';
import type { NumberRange } from './shared/sequence';

/** Serials of 一级 and 二级 run on, each level in one style. Contract section 6. */
export const headingSequence = defineRule({
  id: 'heading-sequence',
  summary: '一级、二级标题的序号跳号、重复、颠倒，或者样式不一',
  severity: 'error',
  fixable: true,
  kinds: ['zhibiao', 'yaoqiu'],
  messages: {
    gap: '{level}标题跳号：「{previous}」之后是「{serial}」，缺{missing}。',
    start: '{level}标题应从「{first}」开始，这里是「{serial}」，缺{missing}。',
    repeat: '{level}标题的序号重复：「{serial}」在第{line}行已经用过。',
    'repeat-later': '{level}标题的序号重复：第{line}行也是「{serial}」。',
    after: '{level}标题次序不对：「{serial}」排在「{other}」之后。',
    before: '{level}标题次序不对：「{serial}」排在「{other}」之前。',
    style: '{level}标题的序号样式不一：这里是「{serial}」，其他多为「{other}」。',
    other: '「{other}」在这里',
    renumber: '按现有顺序重新编排{level}标题的序号',
    restyle: '改为「{wanted}」',
  },
  check({ document, file, report }) {
    const [first, second] = file.levelNames;
    checkLevel(first, [firstLevelSeries(file)]);
    checkLevel(second, secondLevelSeries(file));

    function checkLevel(level: string, all: readonly HeadingSeries[]): void {
      for (const series of all) checkNumbers(level, series);
      checkStyles(
        level,
        all.flatMap(({ sections }) => sections.flatMap((section) => numberedTitle(section) ?? [])),
      );
    }

    function checkNumbers(level: string, series: HeadingSeries): void {
      const { gaps, repeats, misplaced } = series.faults;
      if (gaps.length + repeats.length + misplaced.length === 0) return;
      // Where a number is missing, a whole heading may be.
      const safe = gaps.length === 0 && series.sections.every(({ node }) => node.kind === 'mapping');
      const fixes = rationed(() =>
        file.isExtract ? [] : [{ title: 'renumber' as const, data: { level }, edits: renumberHeadings(series), safe }],
      );
      const at = (index: number) => numberedTitle(series.sections[index]);

      for (const { index, previous, missing } of gaps) {
        const here = at(index);
        if (!here) continue;
        const data = {
          level,
          serial: serialOf(here),
          missing: missing.map((part) => missingSerials(here, part)).join('、'),
        };
        report({
          at: numeralPlace(here),
          fixes: fixes(),
          ...(previous === undefined
            ? { message: 'start', data: { ...data, first: serialOf(here, series.first) } }
            : { message: 'gap', data: { ...data, previous: serialOf(here, previous) } }),
        });
      }
      for (const { index, original } of repeats) {
        const [here, other] = [at(index), at(original)];
        if (!here || !other) continue;
        const span = numeralPlace(other);
        const data = {
          level,
          serial: serialOf(here),
          other: serialOf(other),
          line: document.lines.lineAt(span.start) + 1,
        };
        const message = original < index ? 'repeat' : 'repeat-later';
        report({ at: numeralPlace(here), message, data, related: [{ span, message: 'other', data }], fixes: fixes() });
      }
      for (const { index, side, neighbour } of misplaced) {
        const [here, other] = [at(index), at(neighbour)];
        if (!here || !other) continue;
        const data = { level, serial: serialOf(here), other: serialOf(other) };
        const related = [{ span: numeralPlace(other), message: 'other' as const, data }];
        report({ at: numeralPlace(here), message: side, data, related, fixes: fixes() });
      }
    }

    /** Speaks up only where it is plain which style is the odd one: at most one against two. */
    function checkStyles(level: string, titles: readonly NumberedTitle[]): void {
      const counts = new Map<string, number>();
      for (const { heading } of titles) counts.set(heading.style, (counts.get(heading.style) ?? 0) + 1);
      const usual = titles.find(({ heading }) => 3 * (counts.get(heading.style) ?? 0) >= 2 * titles.length);
      if (!usual) return;
      for (const here of titles) {
        if (here.heading.style === usual.heading.style) continue;
        const { start, end } = here.heading.serialSpan;
        const newText = serialText(usual, here.heading.number);
        const data = { level, serial: serialOf(here), other: serialOf(usual), wanted: newText.trim() };
        report({
          at: sourceSpan(here.title.node, start, start + serialText(here).trimEnd().length),
          message: 'style',
          data,
          related: [{ span: numeralPlace(usual), message: 'other', data }],
          fixes: [
            {
              title: 'restyle',
              data,
              edits: [{ span: sourceSpan(here.title.node, start, end), newText }],
              safe: false,
            },
          ],
        });
      }
    }
  },
});

function serialOf(title: NumberedTitle, number?: number): string {
  return serialText(title, number).trim();
}

function missingSerials(like: NumberedTitle, { from, to }: NumberRange): string {
  const first = `「${serialOf(like, from)}」`;
  return from === to ? first : `${first}至「${serialOf(like, to)}」`;
}
