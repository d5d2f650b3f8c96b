import type { Severity } from '../../rules/finding';
import type { Summary } from '../report';

/** How people read a severity. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  info: '信息',
  hint: '提示',
};

/** `1 个错误，2 个警告`, without what there is none of; empty when there is nothing. */
export function countsInWords({ errors, warnings, infos, hints }: Summary): string {
  const counts: readonly (readonly [number, Severity])[] = [
    [errors, 'error'],
    [warnings, 'warning'],
    [infos, 'info'],
    [hints, 'hint'],
  ];
  return counts
    .filter(([count]) => count > 0)
    .map(([count, severity]) => `${count} 个${SEVERITY_WORDS[severity]}`)
    .join('，');
}

/** The last line of a run: `2 个文件，1 个错误，1 个警告（1 个可自动修复：zhibiao check --fix）`. */
export function summaryLine(summary: Summary): string {
  const fixable = summary.fixable > 0 ? `（${summary.fixable} 个可自动修复：zhibiao check --fix）` : '';
  return `${summary.files} 个文件，${countsInWords(summary) || '没有发现问题'}${fixable}`;
}
