import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { Failure, ioReason } from './context';
import { jsonText, visible } from './escape';
import { filtered, type PackedReport, unpacked } from './packed';
import { writeAtomically } from './write';

/** A known finding; rule and message are for the people who read the file. */
interface Known {
  readonly rule: string;
  readonly message: string;
  readonly fingerprint: string;
}

/** Findings of old that a check does not report again, by path relative to the baseline's folder. */
export type Baseline = ReadonlyMap<string, readonly Known[]>;

/** @throws Failure when there is no such file, or it is no baseline */
export function readBaseline(file: string, shown: string): Baseline {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Failure(`基线文件 ${visible(shown)} 读不了：${ioReason(error)}`);
  }
  const files = parse(text);
  if (!files) throw new Failure(`${visible(shown)} 不是基线文件，请用 --update-baseline 重新生成`);
  return files;
}

function parse(text: string): Baseline | undefined {
  try {
    const { version, files } = JSON.parse(text) as { version: unknown; files: unknown };
    if (version !== 1 || typeof files !== 'object' || files === null) return undefined;
    const entries = Object.entries(files);
    return entries.every(([, known]) => Array.isArray(known) && known.every(isKnown)) ? new Map(entries) : undefined;
  } catch {
    return undefined;
  }
}

function isKnown(value: unknown): value is Known {
  return typeof value === 'object' && value !== null && 'fingerprint' in value && typeof value.fingerprint === 'string';
}

/** The reports without what the baseline knows. */
export function subtract(baseline: Baseline, keyOf: (path: string) => string, files: readonly PackedReport[]) {
  return files.map((file): PackedReport => {
    const known = new Set(baseline.get(keyOf(file.path))?.map(({ fingerprint }) => fingerprint));
    return known.size === 0 ? file : filtered(file, ({ fingerprint }) => !known.has(fingerprint));
  });
}

/** Leads the path of a report to its key in the baseline. */
export function baselineKey(baselineFile: string, cwd: string): (path: string) => string {
  return (path) => relative(dirname(baselineFile), resolve(cwd, path)).replaceAll('\\', '/');
}

/**
 * Writes the baseline anew: what was checked is replaced, entries of files that were not checked now stay, those of
 * files that are gone do not.
 * @throws Failure when it cannot be written
 */
export function updateBaseline(file: string, shown: string, cwd: string, checked: readonly PackedReport[]): void {
  const keyOf = baselineKey(file, cwd);
  const files = new Map<string, readonly Known[]>();
  if (existsSync(file)) {
    for (const [key, known] of readBaseline(file, shown)) {
      if (existsSync(resolve(dirname(file), key))) files.set(key, known);
    }
  }
  for (const { path, problems } of unpacked(checked)) {
    const known = problems.map(({ rule, message, fingerprint }) => ({ rule, message, fingerprint }));
    if (known.length > 0) files.set(keyOf(path), known);
    else files.delete(keyOf(path));
  }
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  writeAtomically(file, jsonText({ version: 1, files: Object.fromEntries(sorted) }), shown);
}
