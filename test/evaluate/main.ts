// `npm run evaluate -- [--seed N] [--rounds N] [--files N] [--only RULE] [--show] [--write]`
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { renderMessage } from '../../server/src/rules/finding';
import { LineIndex } from '../../server/src/text/lines';
import { loadCorpora } from './corpora';
import { documentOf } from './document';
import { evaluate, type Outcome } from './evaluate';
import { faultKinds } from './kinds';
import { shortfalls, tableOf } from './report';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '2021' },
    rounds: { type: 'string', default: '6' },
    files: { type: 'string', default: '3' },
    only: { type: 'string' },
    show: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const plan = {
  seed: Number(values.seed),
  rounds: Number(values.rounds),
  files: Number(values.files),
  kinds: faultKinds.filter(
    ({ rule, name }) => !values.only || rule.includes(values.only) || name.includes(values.only),
  ),
};
const root = process.cwd();
const outcome = await evaluate(plan, loadCorpora(root));
console.log(tableOf(outcome));
if (values.show) console.log(details(outcome));
const short = shortfalls(outcome);
for (const text of short) console.error(text);
if (values.write) writeFileSync(join(root, 'docs', 'evaluation.md'), documentOf(plan, outcome));
process.exitCode = short.length > 0 ? 1 : 0;

/** Every fault that was not found, or found with company, or not mended. */
function details({ verdicts, falseAlarms, unplaced }: Outcome): string {
  const out: string[] = [];
  for (const { clean, finding } of falseAlarms) {
    out.push(`误报 ${clean.seed} ${finding.rule} ${renderMessage(finding.message)}`);
  }
  for (const { rule, name } of unplaced) out.push(`没有放得下的地方 ${rule} ${name}`);
  for (const { kind, seed, text, lines, hit, extra, findings, repair } of verdicts) {
    const faulty =
      !hit ||
      extra.length > 0 ||
      (repair && (!repair.clean || repair.restored === false || !repair.stable || !repair.local));
    if (!faulty) continue;
    const index = new LineIndex(text);
    const all = text.split(/\r\n|\n/);
    const shown = hit ? extra : findings;
    out.push(
      `${hit ? '' : '没查出 '}${extra.length > 0 ? '多余 ' : ''}${kind.rule} ${kind.name} [${seed}] 第${lines.join('、')}行`,
    );
    for (const line of lines.slice(0, 2)) out.push(`    | ${(all[line - 1] ?? '').slice(0, 130)}`);
    for (const { rule, severity, span, message } of shown.slice(0, 5)) {
      if (severity === 'hint') continue;
      out.push(`    ${index.lineAt(span.start) + 1} ${severity} ${rule} ${renderMessage(message)}`);
    }
    if (repair && (!repair.clean || repair.restored === false || !repair.stable || !repair.local)) {
      out.push(`    修改：干净${repair.clean} 复原${repair.restored} 稳定${repair.stable} 局部${repair.local}`);
      for (const { rule, message } of repair.left.slice(0, 3)) out.push(`      仍有 ${rule} ${renderMessage(message)}`);
      const line = repair.text.split(/\r\n|\n/)[(lines[0] ?? 1) - 1] ?? '';
      out.push(`      > ${line.slice(0, 120)}`);
    }
  }
  return out.join('\n');
}
