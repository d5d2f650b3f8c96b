import { findReferences } from '../../domain/reference';

/** What a cell of evidence says. */
export interface EvidenceReading {
  /** As it is written under 报送资料. */
  readonly entries: readonly string[];
  /** The items that hand it in together: as named, or null where the text only says 合并提供. Absent: no group. */
  readonly group?: readonly number[] | null;
}

const SERIAL = /(\d{1,2})[.．、](?!\d)/g;
const BOUNDARY = /[\s；;。：:]$/;
const MERGED = /合并(?:提供|报送)/;
/** What only introduces the list: 第 26、27 项指标，请合并提供下列材料：. */
const LEAD = /^第[^：]{1,120}合并(?:提供|报送)(?:下列|以下)[^：]{0,8}：/;

/** Reads a cell of evidence: its numbered parts as entries, and which items share it. */
export function readEvidence(text: string): EvidenceReading {
  const entries = entriesOf(text);
  const opening = text.slice(0, 200);
  const named = findReferences(opening).find((found) => found.kind === 'range' || found.kind === 'list');
  const isFirst =
    named && opening.slice(0, named.span.start).trim() === '' && 'targets' in named && named.targets.length > 1;
  if (isFirst && (MERGED.test(opening) || /^\s*(?:由|共|统一|请)/.test(opening.slice(named.span.end)))) {
    return { entries, group: [...named.targets].sort((a, b) => a - b) };
  }
  return MERGED.test(text.slice(0, 8)) ? { entries, group: null } : { entries };
}

/** The entries of a group without the words that name its items. */
export function groupEvidence(entries: readonly string[]): string[] {
  const [first = '', ...rest] = entries;
  const lead = LEAD.exec(first)?.[0] ?? '';
  return [first.slice(lead.length).trim(), ...rest].filter((entry) => entry !== '');
}

/** 1. …； 2. …: one entry a number, if they run from 1; line breaks and blanks between entries are dropped. */
function entriesOf(text: string): string[] {
  const starts: number[] = [];
  for (const match of text.matchAll(SERIAL)) {
    if (Number(match[1]) !== starts.length + 1) continue;
    const before = text.slice(0, match.index);
    if (before !== '' && !BOUNDARY.test(before)) continue;
    starts.push(match.index);
  }
  if (starts.length < 2) return [joinLines(text)].filter((entry) => entry !== '');
  // 71-72合并提供：1.区教育局…: without a blank before it the first entry belongs to its lead.
  const [first = 0, ...rest] = starts;
  const isApart = /\s$/.test(text.slice(0, first));
  const cuts = isApart ? [0, first, ...rest] : [0, ...rest];
  return cuts.map((cut, index) => joinLines(text.slice(cut, cuts[index + 1]))).filter((entry) => entry !== '');
}

/** One line of text of the lines of a cell; blanks between Chinese characters only came from the line ends. */
export function joinLines(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, (blanks) => (blanks.includes('\n') ? '\n' : blanks))
    .replace(/(?<=[A-Za-z0-9,.])\n(?=[A-Za-z0-9])/g, ' ')
    .replaceAll('\n', '');
}
