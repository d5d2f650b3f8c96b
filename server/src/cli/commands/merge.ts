import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import picomatch from 'picomatch';
import { type Context, Failure, ioReason } from '../context';
import type { Engine } from '../engine';
import { visible } from '../escape';
import { type JsonReport, parseJsonReport } from '../json-report';
import { printingOptions, type RawPrintingOptions } from '../options';
import { type PackedReport, pack } from '../packed';
import { byCodeUnits, shownPath } from '../paths';
import { printReport } from '../printing';
import { verdict } from '../verdict';

/** What the reports say together. */
interface Merged {
  /** Sorted by path. */
  readonly files: readonly PackedReport[];
  readonly troubles: readonly string[];
  /** One line for standard error each. */
  readonly notes: readonly string[];
}

/**
 * `zhibiao merge`: makes one report of the JSON reports of several parts, as if one run had checked all.
 * @returns the exit code that `check` would have had
 * @throws Failure for wrong options, and for files that are not reports
 */
export function merge(context: Context, engine: Engine, names: readonly string[], raw: RawPrintingOptions): number {
  const options = printingOptions(raw, context.cwd);
  const { files, troubles, notes } = mergeReports(names, engine, context.cwd);
  for (const line of [...notes, ...troubles]) context.stderr.write(`${line}\n`);
  printReport(context, options, engine, { files, troubles }, context.stdout);
  return verdict(context, options, { counts: files.map(({ counts }) => counts), troubles });
}

function mergeReports(names: readonly string[], engine: Engine, cwd: string): Merged {
  const files = new Map<string, { readonly report: PackedReport; readonly from: string }>();
  const troubles = new Set<string>();
  const notes: string[] = [];
  const parts: Part[] = [];
  for (const name of names.flatMap((name) => expanded(name, cwd))) {
    const { tool, shard, ...report } = readReport(name, cwd);
    parts.push({ name, ...shard });
    if (tool !== engine.version) {
      notes.push(`${visible(name)} 由 ${visible(tool)} 版生成，这一版是 ${engine.version}，规则可能不同`);
    }
    for (const trouble of report.troubles) troubles.add(visible(trouble));
    for (const file of report.files) {
      const packed = pack(file);
      const before = files.get(file.path);
      if (!before) files.set(file.path, { report: packed, from: name });
      else if (Buffer.compare(before.report.body, packed.body) !== 0) {
        const where = `${visible(before.from)} 和 ${visible(name)}`;
        troubles.add(`${visible(file.path)}：${where} 中的结果不同，按前一个计`);
      }
    }
  }
  for (const trouble of incomplete(parts)) troubles.add(trouble);
  const sorted = [...files.values()].map(({ report }) => report).sort((a, b) => byCodeUnits(a.path, b.path));
  return { files: sorted, troubles: [...troubles], notes };
}

/** The files that a pattern such as `报告-*.json` names, for shells that leave that to the program. */
function expanded(name: string, cwd: string): readonly string[] {
  // The shells of Windows leave patterns to the program, backslashes and all.
  const slashed = name.replaceAll('\\', '/');
  if (existsSync(resolve(cwd, name)) || !picomatch.scan(slashed).isGlob) return [name];
  const folder = dirname(slashed);
  const matches = picomatch(basename(slashed));
  const entries = existsSync(resolve(cwd, folder)) ? readdirSync(resolve(cwd, folder)) : [];
  const found = entries.filter((entry) => matches(entry)).sort(byCodeUnits);
  if (found.length === 0) throw new Failure(`${visible(name)}：没有匹配的报告`);
  return found.map((entry) => (folder === '.' ? entry : join(folder, entry)));
}

function readReport(name: string, cwd: string): JsonReport {
  const file = resolve(cwd, name);
  const shown = visible(shownPath(cwd, file));
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Failure(`报告 ${shown} 读不了：${ioReason(error)}`);
  }
  const report = parseJsonReport(text);
  if (!report) throw new Failure(`${shown} 不是这一版 zhibiao check --format json 生成的报告`);
  return report;
}

/** A report and which part of how many it is; without numbers it is not of a divided run. */
interface Part {
  readonly name: string;
  readonly index?: number;
  readonly count?: number;
}

/** What is wrong with the parts of a divided run: some are missing, or they are of different runs. */
function incomplete(parts: readonly Part[]): string[] {
  const counts = [...new Set(parts.flatMap(({ count }) => count ?? []))];
  const [count] = counts;
  if (count === undefined) return [];
  if (counts.length > 1) return [`报告不是同一次分的：有的分 ${counts.join(' 份，有的分 ')} 份`];
  const present = new Set(parts.map(({ index }) => index));
  const missing: number[] = [];
  for (let index = 1; index <= count && missing.length < 10; index++) if (!present.has(index)) missing.push(index);
  if (missing.length === 0) return [];
  const more = count - present.size > missing.length ? ' 等' : '';
  return [`分成 ${count} 份检查，缺第 ${missing.join('、')}${more} 份的报告`];
}
