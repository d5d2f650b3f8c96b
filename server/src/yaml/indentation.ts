import { blankName } from './characters';
import type { MutableFault } from './faults';
import type { Level, Placement } from './levels';
import type { Reading } from './readings';

/**
 * What is wrong with the blanks (and whatever got among them) in front of a line, with the repair.
 * @param indent the column where the line stands
 * @param inner the column of the keys, for a line that lost its dash
 */
export function indentFault(
  text: string,
  { shape: { lead, key, dashes }, stray }: Reading,
  { how, column }: Placement,
  indent: number,
  inner: number,
  level: Level,
): MutableFault | undefined {
  const newText = ' '.repeat(column) + (how === 'lost-dash' ? `-${' '.repeat(Math.max(1, inner - column - 1))}` : '');
  const repair = [{ span: lead, newText }];
  if (stray)
    return {
      kind: 'unreadable',
      span: stray,
      data: { sign: text.slice(stray.start, stray.end) },
      repair,
      fixable: true,
    };
  const odd = /[^ ]/.exec(text.slice(lead.start, lead.end))?.[0];
  if (odd !== undefined) {
    const kind = odd === '\t' ? 'tab' : 'odd-blank';
    return { kind, span: lead, data: { blank: blankName(odd) }, repair, fixable: true };
  }
  const start = dashes[0] ?? key?.start ?? lead.end;
  const span = { start, end: key?.end ?? start + 1 };
  if (how === 'lost-dash') return { kind: 'unreadable', span, repair, fixable: true };
  if (column === indent) return undefined;
  const anchor = level.kind === 'sequence' ? '-' : (level.keys.at(-1) ?? '');
  const kind = indent > column ? 'indent-too-large' : 'indent-too-small';
  return { kind, span, data: { off: Math.abs(column - indent), anchor }, repair, fixable: true };
}

/** True for a line that only stands in the wrong column, and may have been moved together with others. */
export function isMove({ kind }: MutableFault): boolean {
  return kind === 'indent-too-large' || kind === 'indent-too-small';
}
