import { asMapping, items } from '../../model/read';
import type { Group } from '../../model/types';
import { child } from '../../yaml/nodes';
import { chunksOf, wholeLines } from './chunks';
import type { Job } from './job';

/** The groups of 合并报送 that all members of survive, as lines without indentation; the others go to the remainder. */
export function groupLines(job: Job): { lines: string[]; notes: string[] } {
  const { file, renumbered, lines, remainder } = job;
  const nodes = items(child(file.root, '合并报送'));
  const taken = new Set<number>();
  const notes: string[] = [];
  const written = file.groups.flatMap((group, index): string[] => {
    const node = nodes[index];
    if (!node) return [];
    const edits = group.evidence.flatMap((text) => renumbered.edits(text));
    const chunks = chunksOf(lines, node, edits);
    const span = chunks?.lines ?? wholeLines(lines, node);
    const numbers = newNumbers(job, group);
    const problem = typeof numbers === 'string' ? numbers : problemOf(numbers, taken);
    if (typeof numbers === 'string' || problem !== undefined || !chunks || !asMapping(node)) {
      const why = `合并报送「${writtenTargets(group)}」没有搬：${problem ?? '写法不便照搬'}`;
      notes.push(why);
      remainder.keep(why, span);
      return [];
    }
    for (const number of numbers) taken.add(number);
    remainder.settle(span);
    const rows = chunks.chunks.flatMap(({ key, lines: own, comments }) =>
      key === '指标' ? [...comments, `指标: ${range(numbers, group)}`] : own,
    );
    // A comment may stand above the first key; the dash goes to the key.
    const first = rows.findIndex((row) => !row.startsWith('#'));
    return [
      ...chunks.above,
      ...rows.map((row, at) => (at < first ? row : at === first ? `- ${row}` : `  ${row}`)),
      ...chunks.below,
    ];
  });
  return { lines: written, notes };
}

function newNumbers({ renumbered }: Job, { targets }: Group): number[] | string {
  if (!targets) return '看不出是哪几项';
  const lost = targets.targets.filter((number) => renumbered.all(number).length === 0);
  if (lost.length > 0) return `原第${lost.join('、')}项没有对应`;
  return [...new Set(targets.targets.flatMap((number) => renumbered.all(number)))].sort((a, b) => a - b);
}

function problemOf(numbers: readonly number[], taken: ReadonlySet<number>): string | undefined {
  const [low, high] = [numbers[0], numbers.at(-1)];
  if (low === undefined || high === undefined || numbers.length < 2) return '在新版中只剩一项';
  if (high - low + 1 !== numbers.length) return `在新版中是第${numbers.join('、')}项，中间隔着别的指标`;
  const twice = numbers.filter((number) => taken.has(number));
  return twice.length > 0 ? `第${twice.join('、')}项已经在另一组中` : undefined;
}

function range(numbers: readonly number[], { node }: Group): string {
  if (node?.kind === 'sequence') return `[${numbers.join(', ')}]`;
  return numbers.length > 2 ? `${numbers[0]}-${numbers.at(-1)}` : numbers.join('、');
}

function writtenTargets({ targets }: Group): string {
  const numbers = targets?.targets ?? [];
  return targets?.kind === 'range' ? `${numbers[0]}-${numbers.at(-1)}` : numbers.join('、');
}
