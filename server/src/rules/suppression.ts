import { nearestNames } from '../domain/unit';
import type { SourceDocument } from '../model/document';
import type { Suppression } from '../model/suppressions';
import type { LineIndex } from '../text/lines';
import type { Span, TextEdit } from '../text/span';
import { ALL_KINDS, defineRule, type Report, type Rule } from './rule';

const messages = {
  'no-rule': '这条注释没有写要忽略哪条规则，不起作用。请写明规则名和理由。',
  'unknown-rule': '没有「{id}」这条规则，这条注释不起作用。',
  'unknown-rule-near': '没有「{id}」这条规则，这条注释不起作用。是否为「{near}」？',
  'no-reason': '忽略「{id}」没有写理由。请在规则名后面写明理由。',
  unused: '这里没有「{id}」的问题，这条注释不起作用。请删去。',
  'unused-file': '整个文件没有「{id}」的问题，这条注释不起作用。请删去。',
  'fix-rule': '改为「{near}」',
  'fix-unused': '删去这条注释',
};

/**
 * A suppression without a reason, of an unknown rule, or that hits nothing. It is judged after all other rules, by
 * {@link suppressionRule}; this object stands for it in lists. Contract section 6.
 */
export const suppression = defineRule({
  id: 'suppression',
  summary: '忽略规则的注释没有理由、规则名不对，或者不起作用',
  severity: 'warning',
  fixable: true,
  kinds: ALL_KINDS,
  messages,
  check() {},
});

/** A comment, and whether it silenced anything. */
export interface JudgedSuppression {
  readonly suppression: Suppression;
  readonly used: boolean;
}

/**
 * The rule `suppression` for the comments of one file.
 * @param known ids of all rules
 * @param isOff true for a rule that did not run, so that nothing can be said of its comments
 */
export function suppressionRule(
  judged: readonly JudgedSuppression[],
  known: readonly string[],
  isOff: (id: string) => boolean,
): Rule {
  const ids = new Set(known);
  return {
    ...suppression,
    check({ document, report }) {
      for (const one of judged) {
        const found = judge(one, document, known, ids, isOff);
        if (found) report({ at: one.suppression.span, ...found });
      }
    },
  };
}

type Judgement = Omit<Report<keyof typeof messages>, 'at'> & { readonly at?: Span };

function judge(
  { suppression: { rule, reason, scope, span }, used }: JudgedSuppression,
  { lines }: SourceDocument,
  known: readonly string[],
  ids: ReadonlySet<string>,
  isOff: (id: string) => boolean,
): Judgement | undefined {
  if (!rule) return { message: 'no-rule' };
  const { id } = rule;
  if (!ids.has(id)) {
    const [near] = nearestNames(id, known, 1);
    if (near === undefined) return { at: rule.span, message: 'unknown-rule', data: { id } };
    const data = { id, near };
    // With the right name it would silence something, so the fix waits for a person.
    const fix = { title: 'fix-rule' as const, data, edits: [{ span: rule.span, newText: near }], safe: false };
    return { at: rule.span, message: 'unknown-rule-near', data, fixes: [fix] };
  }
  if (!used && !isOff(id)) {
    return {
      message: scope === 'file' ? 'unused-file' : 'unused',
      data: { id },
      // The reason is a person's work; a finding that is only away for now may come back.
      fixes: [{ title: 'fix-unused', edits: [removeComment(lines, span)], safe: false }],
      tag: 'unnecessary',
    };
  }
  return isReason(reason) ? undefined : { message: 'no-reason', data: { id } };
}

/** 「理由：」 alone, as the light bulb and the completions begin the comment, is none. */
function isReason(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.replace(/^[^\p{L}\p{N}]*理由[ \u3000]{0,9}[：:]/u, ''));
}

/** With its line, if it has it to itself; else with the blanks before it. */
function removeComment(lines: LineIndex, { start, end }: Span): TextEdit {
  const line = lines.lineAt(start);
  const { start: lineStart } = lines.lineSpan(line);
  const before = lines.text.slice(lineStart, start);
  if (before.trim() !== '') return { span: { start: lineStart + before.trimEnd().length, end }, newText: '' };
  const next = line + 1 < lines.lineCount ? lines.lineSpan(line + 1).start : lines.text.length;
  return { span: { start: lineStart, end: next }, newText: '' };
}
