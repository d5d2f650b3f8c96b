import type { ThresholdDifference } from '../domain/difference';
import { defineRule, INDICATOR_KINDS, type Report } from './rule';
import { anchor, type Comparison, comparisons, quoted, SOURCE_MESSAGE, sourceOf } from './shared/comparison';
import { explainFix } from './shared/explain';
import { replaceIn } from './shared/scalar-edit';
import { spanIn } from './shared/text';

const MESSAGES = {
  laxer: '要求低于上级：上级为「{required}」，此处为「{actual}」。确需调整的，请在「说明」中写明理由。',
  gone: '要求低于上级：上级有「{required}」，此处没有。确需调整的，请在「说明」中写明理由。',
  stricter: '要求严于上级：上级为「{required}」，此处为「{actual}」。',
  new: '要求严于上级：上级没有「{actual}」的要求。',
  incomparable: '要求与上级不同：上级为「{required}」，此处为「{actual}」。确需调整的，请在「说明」中写明理由。',
  ...SOURCE_MESSAGE,
  restore: '改为上级的「{required}」',
  insert: '补上「{required}」',
  remove: '删去「{actual}」',
  explain: '在「说明」中写「{reason}」',
} as const;

/** Numbers that demand less or more than the corpus does. Laxer is an error, stricter a warning. Contract section 6. */
export const requirementThreshold = defineRule({
  id: 'requirement-threshold',
  summary: '比例、次数、期限等数量要求与上级不同',
  severity: 'error',
  fixable: true,
  kinds: INDICATOR_KINDS,
  messages: MESSAGES,
  check({ document, file, corpus, report }) {
    if (!corpus) return;
    for (const comparison of comparisons(file, corpus)) {
      for (const difference of comparison.differences) {
        if (difference.kind !== 'threshold' || isExplained(difference, comparison)) continue;
        const { content, required } = comparison;
        const data = {
          required: difference.required ? quoted(required.value, difference.required.phraseSpan) : '',
          actual: difference.actual ? quoted(content.value, difference.actual.phraseSpan) : '',
        };
        const edit = replaceIn(content, difference.restore.span, difference.restore.newText);
        const explain =
          difference.verdict === 'stricter' ? explainFix(document.lines, comparison.item, '地方从严') : [];
        report({
          at: spanIn(content, anchor(content.value, difference.b)),
          message: messageOf(difference),
          data,
          severity: difference.verdict === 'laxer' ? 'error' : 'warning',
          related: [sourceOf(comparison, corpus, difference.a)],
          fixes: [...explain, ...(edit ? [{ title: titleOf(difference), data, edits: [edit], safe: false }] : [])],
        });
      }
    }
  },
});

type Key = Report<keyof typeof MESSAGES>['message'];

function isExplained({ verdict }: ThresholdDifference, { explained }: Comparison): boolean {
  return verdict === 'incomparable' ? explained.has('laxer') && explained.has('stricter') : explained.has(verdict);
}

function messageOf({ required, actual, verdict }: ThresholdDifference): Key {
  if (!actual) return 'gone';
  return required ? verdict : 'new';
}

function titleOf({ required, actual }: ThresholdDifference): Key {
  if (!actual) return 'insert';
  return required ? 'restore' : 'remove';
}
