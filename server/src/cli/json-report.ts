import type { Severity } from '../rules/finding';
import { SEVERITIES } from '../rules/finding';
import type { FileReport, Problem } from './report';
import type { Shard } from './shard';

/** A report of `--format json`, read back. */
export interface JsonReport {
  /** Version of the tool that wrote it. */
  readonly tool: string;
  readonly shard?: Shard;
  readonly files: readonly FileReport[];
  readonly troubles: readonly string[];
}

/** @returns undefined unless the text is a report of this edition, whole and sound */
export function parseJsonReport(text: string): JsonReport | undefined {
  try {
    const { version, tool, shard, files, troubles } = object(JSON.parse(text));
    if (version !== 1) return undefined;
    return {
      tool: string(tool),
      ...(shard !== undefined && { shard: shardOf(shard) }),
      files: array(files, fileOf),
      troubles: array(troubles, string),
    };
  } catch {
    return undefined;
  }
}

class Unexpected extends Error {}

function shardOf(value: unknown): Shard {
  const { index, count } = object(value);
  return { index: integer(index, 1), count: integer(count, integer(index)) };
}

function fileOf(value: unknown): FileReport {
  const { path, findings } = object(value);
  return { path: string(path), problems: array(findings, problemOf) };
}

function problemOf(value: unknown): Problem {
  const problem = object(value);
  return {
    rule: string(problem.rule),
    severity: severityOf(problem.severity),
    message: string(problem.message),
    range: rangeOf(problem.range),
    ...(problem.excerpt !== undefined && { excerpt: excerptOf(problem.excerpt) }),
    related: array(problem.related, relatedOf),
    ...(problem.fix !== undefined && { fix: fixOf(problem.fix) }),
    fixable: boolean(problem.fixable),
    ...(problem.section !== undefined && { section: string(problem.section) }),
    units: array(problem.units, string),
    fingerprint: string(problem.fingerprint),
  };
}

function severityOf(value: unknown): Severity {
  const severity = SEVERITIES.find((name) => name === value);
  if (severity === undefined) throw new Unexpected();
  return severity;
}

function rangeOf(value: unknown): Problem['range'] {
  const { start, end } = object(value);
  return { start: positionOf(start), end: positionOf(end) };
}

function positionOf(value: unknown): Problem['range']['start'] {
  const { line, character } = object(value);
  return { line: integer(line), character: integer(character) };
}

function excerptOf(value: unknown): NonNullable<Problem['excerpt']> {
  const { text, start, end, cut } = object(value);
  const { before, after } = object(cut);
  return {
    text: string(text),
    start: integer(start),
    end: integer(end),
    cut: { before: boolean(before), after: boolean(after) },
  };
}

function relatedOf(value: unknown): Problem['related'][number] {
  const { path, range, message } = object(value);
  return { ...(path !== undefined && { path: string(path) }), range: rangeOf(range), message: string(message) };
}

function fixOf(value: unknown): NonNullable<Problem['fix']> {
  const { title, safe, edits } = object(value);
  const editOf = (edit: unknown) => {
    const { range, newText } = object(edit);
    return { range: rangeOf(range), newText: string(newText) };
  };
  return { title: string(title), safe: boolean(safe), edits: array(edits, editOf) };
}

function object(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unexpected();
  return value as Record<string, unknown>;
}

function array<T>(value: unknown, of: (item: unknown) => T): T[] {
  if (!Array.isArray(value)) throw new Unexpected();
  return value.map(of);
}

function string(value: unknown): string {
  if (typeof value !== 'string') throw new Unexpected();
  return value;
}

function boolean(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new Unexpected();
  return value;
}

function integer(value: unknown, least = 0): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least) throw new Unexpected();
  return value;
}
