import { oneLine } from '../../service/one-line';

/** Text as a comment of one line. Nothing in it acts: suppressions of the old file are not to be taken for new ones. */
export function comment(text: string): string {
  return `# ${oneLine(text, Number.POSITIVE_INFINITY).replaceAll('zhibiao-disable', 'zhibiao–disable')}`;
}

/** A line of the old file as a comment that keeps its indentation. */
export function quotedRow(row: string): string {
  const indent = /^[ \t]*/.exec(row)?.[0].replaceAll('\t', '  ') ?? '';
  const text = oneLine(row, Number.POSITIVE_INFINITY);
  return text === '' ? '#' : `#   ${indent}${comment(text).slice(2)}`;
}

/** Rows without the indentation that all of them have. */
export function flushLeft(rows: readonly string[]): string[] {
  const depths = rows.filter((row) => row.trim() !== '').map((row) => row.length - row.trimStart().length);
  const depth = Math.min(...depths, Number.POSITIVE_INFINITY);
  return rows.map((row) => row.slice(Math.min(depth, row.length)));
}

/** True for a comment that switches a rule off. */
export function isSuppression(row: string): boolean {
  return row.includes('zhibiao-disable');
}
