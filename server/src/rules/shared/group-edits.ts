import type { LineIndex } from '../../text/lines';
import type { TextEdit } from '../../text/span';
import type { MappingNode } from '../../yaml/nodes';
import { insertLines } from './list-edits';

const DASH = /^[ \t]*-[ \t]+$/;

/**
 * Adds a group at the end of 合并报送, or that key at the end of the file. Empty where there is no telling how.
 * @param targets 指标 as YAML: 34-46
 * @param evidence entries of 资料 as YAML on one line each; none: no such key
 */
export function appendGroup(
  lines: LineIndex,
  root: MappingNode | undefined,
  targets: string,
  evidence: readonly string[],
): TextEdit[] {
  const last = root?.entries.at(-1);
  if (!root || root.flow || !last || before(lines, last.key.place.start) !== '') return [];
  const entry = root.entries.find(({ key }) => key.value === '合并报送');
  const list = entry?.value;
  if (!entry) {
    const rows = ['', '合并报送:', ...rowsOf('  - ', targets, evidence)];
    return insertBelow(lines, last.key.place.start, last.value?.place.end ?? last.key.place.end, rows);
  }
  if (list === null) {
    const { start, end } = entry.key.place;
    return insertBelow(lines, start, end, rowsOf('  - ', targets, evidence));
  }
  if (list?.kind !== 'sequence' || list.flow) return [];
  const group = list.items.at(-1);
  const dash = group && before(lines, group.place.start);
  if (!group || !dash || !DASH.test(dash)) return [];
  return insertBelow(lines, group.place.start, group.place.end, rowsOf(dash, targets, evidence));
}

function rowsOf(dash: string, targets: string, evidence: readonly string[]): string[] {
  const indent = dash.replaceAll('-', ' ');
  const entries = evidence.map((text) => `${indent}  - ${text}`);
  return [`${dash}指标: ${targets}`, ...(entries.length > 0 ? [`${indent}资料:`, ...entries] : [])];
}

/** Blank lines and what follows them stay below. */
function insertBelow(lines: LineIndex, start: number, end: number, rows: readonly string[]): TextEdit[] {
  return insertLines(lines, start, start + lines.text.slice(start, end).trimEnd().length, rows);
}

function before(lines: LineIndex, offset: number): string {
  return lines.text.slice(lines.lineSpan(lines.lineAt(offset)).start, offset);
}
