import { rules } from '../../server/src/rules/index';
import type { Outcome } from './evaluate';
import type { Verdict } from './judge';

/** Issue 3, item 2. */
export const BARS = { recall: 0.98, extra: 0.1 } as const;

export interface Row {
  readonly rule: string;
  readonly kinds: number;
  readonly faults: number;
  readonly hits: number;
  readonly extra: number;
  readonly alarms: number;
  readonly fixes: number;
  readonly cleaned: number;
  readonly restorable: number;
  readonly restored: number;
  readonly stable: number;
  readonly local: number;
}

/** One row a rule, in the order of the rules. */
export function rowsOf({ verdicts, falseAlarms }: Outcome): Row[] {
  return rules
    .map(({ id }) => {
      const alarms = falseAlarms.filter(({ finding }) => finding.rule === id).length;
      return rowOf(
        id,
        verdicts.filter(({ kind }) => kind.rule === id),
        alarms,
      );
    })
    .filter(({ faults, alarms }) => faults + alarms > 0);
}

/** The sum of all. */
export function totalOf({ verdicts, falseAlarms }: Outcome): Row {
  return rowOf('合计', verdicts, falseAlarms.length);
}

function rowOf(rule: string, verdicts: readonly Verdict[], alarms: number): Row {
  const repairs = verdicts.flatMap(({ repair }) => repair ?? []);
  return {
    rule,
    kinds: new Set(verdicts.map(({ kind }) => kind)).size,
    faults: verdicts.length,
    hits: verdicts.filter(({ hit }) => hit).length,
    extra: verdicts.reduce((sum, { extra }) => sum + extra.length, 0),
    alarms,
    fixes: repairs.length,
    cleaned: repairs.filter(({ clean }) => clean).length,
    restorable: repairs.filter(({ restored }) => restored !== undefined).length,
    restored: repairs.filter(({ restored }) => restored).length,
    stable: repairs.filter(({ stable }) => stable).length,
    local: repairs.filter(({ local }) => local).length,
  };
}

/** What falls short of the bars, in words; empty when all is well. */
export function shortfalls(outcome: Outcome): string[] {
  const { faults, hits, extra } = totalOf(outcome);
  const errors = outcome.falseAlarms.filter(({ finding }) => finding.severity === 'error').length;
  return [
    ...(hits < BARS.recall * faults ? [`查出率 ${percent(hits, faults)}，低于 ${percent(BARS.recall, 1)}`] : []),
    ...(extra > BARS.extra * faults
      ? [`每处差错附带 ${(extra / faults).toFixed(3)} 个多余的错误或警告，高于 ${BARS.extra}`]
      : []),
    ...(errors > 0 ? [`没有差错的文件上有 ${errors} 个错误`] : []),
  ];
}

/** A table in Markdown, which reads well on a terminal too. */
export function tableOf(outcome: Outcome): string {
  const head = [
    '规则',
    '种类',
    '差错',
    '查出',
    '查出率',
    '多余',
    '误报',
    '有把握的修改',
    '改后干净',
    '复原',
    '再改不变',
    '只动该动处',
  ];
  const line = (row: Row) => [
    row.rule === '合计' ? '**合计**' : `\`${row.rule}\``,
    row.kinds,
    row.faults,
    row.hits,
    percent(row.hits, row.faults),
    row.extra,
    row.alarms,
    row.fixes,
    ...[row.cleaned, `${row.restored}/${row.restorable}`, row.stable, row.local].map((n) =>
      row.fixes === 0 ? '—' : n,
    ),
  ];
  const rows = [...rowsOf(outcome), totalOf(outcome)].map(line);
  return [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** The ways of breaking a rule that were overlooked or found with company, a line each. */
export function weaknessesOf({ verdicts }: Outcome): string {
  return [...new Set(verdicts.map(({ kind }) => kind))]
    .flatMap((kind) => {
      const own = verdicts.filter((verdict) => verdict.kind === kind);
      const missed = own.filter(({ hit }) => !hit).length;
      const extra = own.flatMap((verdict) => verdict.extra.map(({ rule }) => `\`${rule}\``));
      if (missed + extra.length === 0) return [];
      const company = extra.length > 0 ? `附带 ${extra.length} 个（${[...new Set(extra)].join('、')}）` : '';
      const parts = [missed > 0 ? `${own.length} 处漏 ${missed} 处` : '', company].filter((part) => part !== '');
      return [`- \`${kind.rule}\` ${kind.name}：${parts.join('，')}`];
    })
    .join('\n');
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`;
}
