import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type TextEdit as LspEdit,
  type Range,
} from 'vscode-languageserver-types';
import type { Finding, Fix } from '../rules/finding';
import { firstLines } from '../rules/suppress';
import { EditSet } from '../text/edits';
import type { LineIndex } from '../text/lines';
import { overlaps, type TextEdit } from '../text/span';
import type { Checked } from '../workspace/project';
import { type DiagnosticOptions, toDiagnostic } from './diagnostics';
import type { Renderer } from './messages';
import { phrases, reasonPrompt } from './phrases';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.zhibiao`;

/** What can be done about the findings in a range: their fixes, all fixes of one rule, a suppression. */
export function quickFixes(
  checked: Checked,
  range: Range,
  diagnostics: readonly Diagnostic[],
  options: DiagnosticOptions,
): CodeAction[] {
  const { lines } = checked.document;
  const wanted = lines.span(range);
  const here = checked.findings.filter(
    ({ span }) => overlaps(span, wanted) || (span.start <= wanted.end && wanted.start <= span.end),
  );
  const actions: CodeAction[] = [];
  for (const finding of here) {
    const own = toDiagnostic(finding, checked, options);
    const shown = diagnostics.find((one) => one.code === own.code && same(one.range, own.range)) ?? own;
    for (const [i, fix] of finding.fixes.entries()) {
      const edit = workspaceEdit(fix, checked, options.linesOf);
      if (!edit) continue;
      const title = options.render(fix.title);
      actions.push({
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [shown],
        edit,
        ...(i === 0 && { isPreferred: true }),
      });
    }
  }
  for (const finding of onePerRule(here)) {
    const all = fixesOfRule(checked, finding.rule);
    const data = { rule: finding.rule, count: all.count };
    if (all.count > 1) actions.push(inFile(checked, options.render({ template: phrases.fixRule, data }), all.edits));
    const title = options.render({ template: phrases.suppress, data });
    actions.push(inFile(checked, title, [suppression(checked, finding)]));
  }
  return actions;
}

/** The edits from one version of a text to another as a code action, or none where nothing changes. */
export function fixAllAction(checked: Checked, edits: readonly TextEdit[], render: Renderer): CodeAction[] {
  const title = render({ template: phrases.fixAll, data: {} });
  return edits.length > 0 ? [{ ...inFile(checked, title, edits), kind: FIX_ALL }] : [];
}

function fixesOfRule(checked: Checked, rule: string): { edits: readonly TextEdit[]; count: number } {
  const set = new EditSet();
  let count = 0;
  for (const finding of checked.findings) {
    const fix = finding.fixes[0];
    if (finding.rule === rule && fix?.safe && !fix.uri && set.add(fix.edits)) count++;
  }
  return { edits: set.edits, count };
}

/** A comment on the line above; the person still has to say why. */
function suppression({ document }: Checked, { rule, span }: Finding): TextEdit {
  const { lines } = document;
  const { start, end } = lines.lineSpan(firstLines(document)(span.start));
  const indent = /^ */.exec(lines.text.slice(start, end))?.[0] ?? '';
  const lineBreak = lines.text.includes('\r\n') ? '\r\n' : '\n';
  return {
    span: { start, end: start },
    newText: `${indent}# zhibiao-disable-next-line ${rule} ${reasonPrompt}${lineBreak}`,
  };
}

function inFile(checked: Checked, title: string, edits: readonly TextEdit[]): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    edit: { changes: { [checked.uri]: edits.map((edit) => toLspEdit(checked.document.lines, edit)) } },
  };
}

function workspaceEdit(
  fix: Fix,
  checked: Checked,
  linesOf: DiagnosticOptions['linesOf'],
): CodeAction['edit'] | undefined {
  const uri = fix.uri ?? checked.uri;
  const lines = uri === checked.uri ? checked.document.lines : linesOf(uri);
  return lines && fix.edits.length > 0
    ? { changes: { [uri]: fix.edits.map((edit) => toLspEdit(lines, edit)) } }
    : undefined;
}

export function toLspEdit(lines: LineIndex, { span, newText }: TextEdit): LspEdit {
  return { range: lines.range(span), newText };
}

function onePerRule(findings: readonly Finding[]): Finding[] {
  return [...new Map([...findings].reverse().map((finding) => [finding.rule, finding])).values()].reverse();
}

function same(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}
