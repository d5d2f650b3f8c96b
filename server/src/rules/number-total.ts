import type { Indicator, IndicatorFile } from '../model/types';
import { defineRule, INDICATOR_KINDS } from './rule';
import { isCutShort } from './shared/damage';
import { faultsOf } from './shared/numbering';
import { countAgainst, type SectionCount } from './shared/section-counts';

const MAX_RELATED = 10;

/**
 * The number of items against 指标总数 or the corpus, per 一级 or, where every 一级 agrees, in all; 分值 against 总分.
 * Says nothing where the numbering runs to the expected total: then the gap or the double is reported as such.
 * Contract section 6.
 */
export const numberTotal = defineRule({
  id: 'number-total',
  summary: '指标项数与「指标总数」或上级要求不符，分值合计与「总分」不符',
  severity: 'error',
  fixable: false,
  kinds: INDICATOR_KINDS,
  messages: {
    stated: '「指标总数」写的是{want}项，表中有{have}项。',
    fewer: '上级要求共{want}项，表中有{have}项，少{difference}项。',
    more: '上级要求共{want}项，表中有{have}项，多{difference}项。本地增加的，请写「对应: 无」。',
    'section-fewer': '上级要求中这一部分有{want}项，这里有{have}项，少{difference}项。',
    'section-more': '上级要求中这一部分有{want}项，这里有{have}项，多{difference}项。本地增加的，请写「对应: 无」。',
    'corpus-section': '上级要求中的这一部分',
    score: '各项「分值」合计{sum}分，与「总分」{total}分不符。',
    'score-missing': '「总分」为{total}分，各项「分值」合计{sum}分，另有{count}项没有写「分值」。',
    'without-score': '这一项没有写「分值」',
  },
  check({ document, file, corpus: found, report }) {
    if (file.isExtract || !isWhole(file) || isCutShort(document)) return;
    const corpus = file.basis?.value.trim() === '无' ? undefined : found;
    checkCounts();
    checkScores();

    function checkCounts(): void {
      const stated = file.total;
      const items = file.items.length;
      const counts = corpus && countAgainst(file, corpus);
      const additions = counts ? items - counts.total : 0;
      const want = stated?.value ?? (corpus && corpus.total + additions);
      if (want === undefined || (items !== want && numberedUpTo(file) === want)) return;

      // A county that states a number of its own does not mean to have every item of the corpus.
      const follows = corpus && want === corpus.total + additions;
      const wrong = follows ? (counts?.sections ?? []).filter((count) => count.have !== count.want) : [];
      if (wrong.length > 0) reportSections(wrong);
      else if (items === want) return;
      else if (stated) report({ at: stated.node.place, message: 'stated', data: { have: items, want } });
      else if (corpus && counts) reportTotal(counts.total, corpus.total);
    }

    function reportSections(wrong: readonly SectionCount[]): void {
      for (const { section, model, have, want } of wrong) {
        report({
          at: section.head,
          message: have < want ? 'section-fewer' : 'section-more',
          data: { have, want, difference: Math.abs(have - want) },
          related: corpus ? [{ uri: corpus.uri, span: model.head, message: 'corpus-section' }] : [],
        });
      }
    }

    function reportTotal(have: number, want: number): void {
      const at = (file.basis ?? file.title)?.node.place ?? file.sections[0]?.head;
      const data = { have, want, difference: Math.abs(have - want) };
      if (at) report({ at, message: have < want ? 'fewer' : 'more', data });
    }

    function checkScores(): void {
      const total = file.totalScore;
      const scores = file.items.flatMap((item) => item.score?.value ?? []);
      if (!total || scores.length === 0) return;
      const sum = tidy(scores.reduce((a, b) => a + b, 0));
      if (sum === tidy(total.value)) return;
      const without = file.items.filter((item: Indicator) => !item.score);
      report({
        at: total.node.place,
        message: without.length > 0 ? 'score-missing' : 'score',
        data: { sum, total: tidy(total.value), count: without.length },
        related: without.slice(0, MAX_RELATED).map(({ head }) => ({ span: head, message: 'without-score' as const })),
      });
    }
  },
});

/** False where something cannot be read, so that its items could not be counted. */
function isWhole({ items, sections }: IndicatorFile): boolean {
  return (
    items.length > 0 &&
    items.every((item) => !item.damaged) &&
    sections.every((section) => [section, ...section.sections].every(({ node }) => node.kind === 'mapping'))
  );
}

function numberedUpTo({ runs }: IndicatorFile): number {
  return runs.filter((run) => run.label === '').reduce((sum, run) => sum + faultsOf(run).last, 0);
}

/** 0.1 + 0.2 is 0.3 here. */
function tidy(score: number): number {
  return Math.round(score * 1e6) / 1e6;
}
