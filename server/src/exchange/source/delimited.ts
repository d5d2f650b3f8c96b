import { type RawRow, sheetBlocks } from './grid';
import { refusal } from './refusal';
import type { Source } from './types';

const SEPARATORS = [',', ';', '\t', '，', '；', '|'] as const;
/** Characters that are looked at to find the separator. */
const SAMPLE = 20_000;

/** A table as text: fields parted by commas, semicolons or tabs, quoted as in RFC 4180. @param name of the file */
export function readDelimited(text: string, name: string, separator = separatorOf(text)): Source {
  const records = parseDelimited(text, separator);
  const rows = records
    .map(({ fields, line }): RawRow => ({ cells: fields.map((field) => ({ text: tidy(field) })), at: `第${line}行` }))
    .filter(({ cells }) => cells.some((cell) => cell.text !== ''));
  if (rows.length === 0) throw refusal('empty', name);
  return { name, blocks: sheetBlocks(rows), notes: [] };
}

function tidy(field: string): string {
  return field
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

interface Rec {
  readonly fields: readonly string[];
  /** Line of the text that it begins on, from 1. */
  readonly line: number;
}

/** Records of a text. A quote that is never closed is a character like others. */
export function parseDelimited(text: string, separator: string): Rec[] {
  const records: Rec[] = [];
  let fields: string[] = [];
  let line = 1;
  let start = 1;
  let at = 0;
  const source = text.replace(/\r\n?/g, '\n');
  while (at <= source.length) {
    let field = '';
    const closing = source[at] === '"' ? closingQuote(source, at + 1) : -1;
    if (closing >= 0) {
      field = source.slice(at + 1, closing).replaceAll('""', '"');
      at = closing + 1;
    }
    let end = at;
    while (end < source.length && source[end] !== '\n' && source[end] !== separator) end++;
    field += source.slice(at, end);
    line += field.split('\n').length - 1;
    fields.push(field);
    at = end + 1;
    if (source[end] === separator) continue;
    records.push({ fields, line: start });
    fields = [];
    line++;
    start = line;
  }
  return records;
}

function closingQuote(source: string, from: number): number {
  for (let at = source.indexOf('"', from); at >= 0; at = source.indexOf('"', at + 2)) {
    if (source[at + 1] !== '"') return at;
  }
  return -1;
}

/** The separator by which most lines fall into the same number of fields. */
export function separatorOf(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const scores = SEPARATORS.map((separator) => {
    const counts = parseDelimited(sample, separator).map(({ fields }) => fields.length);
    const usual = mostFrequent(counts.filter((count) => count > 1));
    return counts.filter((count) => count === usual).length * Math.min(usual, 2);
  });
  const best = Math.max(...scores);
  return SEPARATORS[scores.indexOf(best)] ?? ',';
}

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
