import { resolve } from 'node:path';
import { closest, distance } from 'fastest-levenshtein';
import { SEVERITIES, type Severity } from '../rules/finding';
import { Failure } from './context';
import type { RuleInfo } from './engine';
import { visible } from './escape';
import { FORMATS, type FormatName } from './formats';
import { reportFile } from './report-file';
import { parseShard, type Shard } from './shard';

/** Options of a report as commander hands them over. */
export interface RawPrintingOptions {
  readonly format?: string;
  readonly output?: string;
  readonly maxWarnings?: string;
  readonly quiet?: boolean;
  readonly color?: boolean;
}

/** Options of `check` as commander hands them over. */
export interface RawCheckOptions extends RawPrintingOptions {
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly rule?: readonly string[];
  readonly config?: string;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly shard?: string;
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  readonly threads?: string;
  readonly watch?: boolean;
}

/** Where a report goes, how it looks, and when it fails; every value known to be sound. */
export interface PrintingOptions {
  readonly format: FormatName;
  /** Absolute path. */
  readonly output?: string;
  readonly maxWarnings?: number;
  readonly quiet: boolean;
  /** Undefined: as the terminal can. */
  readonly color?: boolean;
}

/** Options of `check`, every value known to be sound; paths are absolute. */
export interface CheckOptions extends PrintingOptions {
  readonly fix?: 'write' | 'diff';
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly config?: string;
  /** Absolute path that standard input is checked as. */
  readonly stdinFile?: string;
  readonly baseline?: string;
  readonly updateBaseline: boolean;
  readonly shard?: Shard;
  /** Absolute path of the cache file; undefined: no cache. */
  readonly cache?: string;
  /** Undefined: as many as pay. */
  readonly threads?: number;
  readonly watch: boolean;
}

/** Each has an engine of its own, which takes some 100 MB. */
const MOST_THREADS = 64;

/** @throws Failure with the first thing that is wrong */
export function printingOptions(raw: RawPrintingOptions, cwd: string): PrintingOptions {
  return {
    format: parseFormat(raw.format ?? 'stylish'),
    output: raw.output === undefined ? undefined : reportFile(raw.output, cwd),
    maxWarnings: raw.maxWarnings === undefined ? undefined : parseCount(raw.maxWarnings),
    quiet: raw.quiet ?? false,
    color: raw.color,
  };
}

/** @throws Failure with the first thing that is wrong */
export function checkOptions(
  raw: RawCheckOptions,
  paths: readonly string[],
  { cwd, rules }: { cwd: string; rules: readonly RuleInfo[] },
): CheckOptions {
  refuseContradictions(raw, paths);
  const path = (name: string | undefined) => (name === undefined ? undefined : resolve(cwd, name));
  return {
    ...printingOptions(raw, cwd),
    fix: raw.fix ? 'write' : raw.fixDryRun ? 'diff' : undefined,
    rules: Object.fromEntries((raw.rule ?? []).map((text) => parseRule(text, rules))),
    config: path(raw.config),
    stdinFile: raw.stdin ? path(raw.stdinFilename ?? 'stdin.zhibiao.yaml') : undefined,
    baseline: raw.baseline === undefined ? undefined : reportFile(raw.baseline, cwd),
    updateBaseline: raw.updateBaseline ?? false,
    shard: raw.shard === undefined ? undefined : parseShard(raw.shard),
    cache:
      raw.cache || raw.cacheLocation !== undefined ? reportFile(raw.cacheLocation ?? '.zhibiaocache', cwd) : undefined,
    threads: raw.threads === undefined ? undefined : parseThreads(raw.threads),
    watch: raw.watch ?? false,
  };
}

function refuseContradictions(raw: RawCheckOptions, paths: readonly string[]): void {
  const wrong: readonly (readonly [boolean | undefined, string])[] = [
    [raw.fix && raw.fixDryRun, '--fix 与 --fix-dry-run 只能用一个'],
    [raw.fixDryRun && raw.format !== undefined, '--fix-dry-run 输出的是修改前后的差异，不能同时用 --format'],
    [raw.stdin && paths.length > 0, '用了 --stdin 就不能再写路径'],
    [raw.stdin && raw.shard !== undefined, '--stdin 只有一个文件，不能用 --shard'],
    [!raw.stdin && raw.stdinFilename !== undefined, '--stdin-filename 要与 --stdin 一起用'],
    [raw.updateBaseline && raw.baseline === undefined, '--update-baseline 要与 --baseline 文件 一起用'],
    [raw.updateBaseline && raw.stdin, '--update-baseline 不能与 --stdin 一起用'],
    [raw.watch && raw.stdin, '--watch 不能与 --stdin 一起用'],
    [raw.watch && (raw.fix || raw.fixDryRun), '--watch 不能与 --fix 或者 --fix-dry-run 一起用'],
    [raw.watch && raw.updateBaseline, '--watch 不能与 --update-baseline 一起用'],
    [raw.stdin && (raw.cache || raw.cacheLocation !== undefined), '--stdin 的内容不进缓存，不能用 --cache'],
  ];
  const first = wrong.find(([holds]) => holds);
  if (first) throw new Failure(first[1]);
}

function parseFormat(text: string): FormatName {
  const name = FORMATS.find((format) => format === text);
  if (!name) throw new Failure(`没有输出格式「${visible(text)}」，可以用：${FORMATS.join('、')}`);
  return name;
}

function parseCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Failure(`--max-warnings 要写一个整数，不能是「${visible(text)}」`);
  return Number(text);
}

function parseThreads(text: string): number | undefined {
  if (text === 'auto') return undefined;
  const count = Number(/^\d{1,3}$/.test(text) ? text : Number.NaN);
  if (!(count >= 1 && count <= MOST_THREADS)) {
    throw new Failure(`--threads 要写 1 到 ${MOST_THREADS} 的整数或者 auto，不能是「${visible(text)}」`);
  }
  return count;
}

function parseRule(text: string, rules: readonly RuleInfo[]): [string, Severity | 'off'] {
  const at = text.indexOf('=');
  const [id, level] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at < 1) throw new Failure(`--rule 要写成「规则=级别」，不能是「${visible(text)}」`);
  const ids = rules.map((rule) => rule.id);
  if (!ids.includes(id)) throw new Failure(`没有规则「${visible(id)}」${near(id, ids)}。全部规则见 zhibiao rules`);
  const levels = ['off', ...SEVERITIES] as const;
  const severity = levels.find((name) => name === level);
  if (!severity) throw new Failure(`没有级别「${visible(level)}」，可以用：${levels.join('、')}`);
  return [id, severity];
}

function near(id: string, ids: readonly string[]): string {
  if (ids.length === 0) return '';
  const nearest = closest(id, ids);
  return distance(id, nearest) <= Math.max(2, id.length / 3) ? `，是否为「${nearest}」` : '';
}
