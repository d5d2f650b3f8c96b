import { existsSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import {
  fileName,
  fileNames,
  type Printout,
  printoutOf,
  split,
  TEXT_FORMATS,
  VIEW_NAMES,
  viewNamed,
  write,
} from '../../exchange/export/index';
import { EXPORT_FORMATS, EXPORT_VIEWS, type ExportFormat, type ExportView } from '../../protocol/export';
import { renderMessage } from '../../rules/finding';
import { type Context, EXIT, Failure } from '../context';
import { type Document, openDocument } from '../documents';
import type { Engine } from '../engine';
import { visible } from '../escape';
import { shownPath } from '../paths';
import { reportFile } from '../report-file';
import { writeAtomically } from '../write';

/** Options of `export` as commander hands them over. */
export interface RawExportOptions {
  readonly to?: string;
  readonly view?: string;
  readonly unit?: readonly string[];
  readonly split?: boolean;
  readonly output?: string;
  readonly force?: boolean;
}

interface ExportOptions {
  readonly format: ExportFormat;
  readonly view: ExportView;
  readonly units: readonly string[];
  readonly isSplit: boolean;
  readonly output?: string;
  readonly force: boolean;
}

interface Output {
  /** Absolute path. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * `zhibiao export`: writes indicator files as Word, Excel or web documents. All documents are made before the first is written.
 * @returns the exit code of contract section 7
 * @throws Failure for wrong options and for files that cannot be read, made or written
 */
export async function exportFiles(
  context: Context,
  engine: Engine,
  names: readonly string[],
  raw: RawExportOptions,
): Promise<number> {
  const { cwd, stdout, stderr } = context;
  const options = exportOptions(raw);
  const project = engine.openProject({});
  const outputs: Output[] = [];
  for (const name of names) {
    const document = await openDocument(context, engine, project, name);
    const printout = printoutOf(document.checked, options.view, options.units);
    if ('problem' in printout)
      throw new Failure(`${visible(document.path)}：${visible(renderMessage(printout.problem))}`);
    const errors = document.checked.findings.filter(({ severity }) => severity === 'error').length;
    if (errors > 0) stderr.write(`${visible(document.path)} 还有${errors}个错误，请用 zhibiao check 检查\n`);
    if (options.output !== '-') outputs.push(...(await outputsOf(document, printout, options, names.length, cwd)));
    else stdout.write(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await write(printout, options.format)));
  }
  refuseCollisions(outputs, cwd, options.force);
  for (const { file, bytes } of outputs) {
    writeAtomically(file, [bytes], shownPath(cwd, file));
    stdout.write(`已写入 ${visible(shownPath(cwd, file))}\n`);
  }
  return EXIT.clean;
}

/** @throws Failure with the first thing that is wrong */
function exportOptions({
  to,
  view,
  unit = [],
  split: isSplit = false,
  output,
  force = false,
}: RawExportOptions): ExportOptions {
  const format = formatOf(to, output);
  const name = view ?? (unit.length > 0 || isSplit ? 'unit' : 'master');
  const wanted = viewNamed(name);
  if (!wanted) {
    const known = EXPORT_VIEWS.map((one) => `${one}（${VIEW_NAMES[one]}）`).join('、');
    throw new Failure(`没有视图「${visible(name)}」，可以用：${known}`);
  }
  if (wanted !== 'unit' && unit.length > 0) throw new Failure('--unit 只用于单位清单，请写 --view unit');
  if (wanted !== 'unit' && isSplit) throw new Failure('--split 只用于单位清单，请写 --view unit');
  if (output === '-' && !TEXT_FORMATS.has(format)) throw new Failure(`${format} 不是文本，不能送到标准输出`);
  if (output === '-' && isSplit) throw new Failure('--split 要写成几个文件，不能送到标准输出');
  return { format, view: wanted, units: unit, isSplit, force, ...(output !== undefined && { output }) };
}

/** The format that is asked for, else the one that the name of the file to write says. */
function formatOf(to: string | undefined, output: string | undefined): ExportFormat {
  const wanted = to ?? extname(output ?? '').slice(1);
  const format = EXPORT_FORMATS.find((one) => one === wanted.toLowerCase());
  if (format) return format;
  const known = EXPORT_FORMATS.join('、');
  throw new Failure(to === undefined ? `请用 --to 写明格式：${known}` : `没有格式「${visible(to)}」，可以用：${known}`);
}

async function outputsOf(
  { file, path }: Document,
  printout: Printout,
  options: ExportOptions,
  documents: number,
  cwd: string,
): Promise<Output[]> {
  const { format, view, isSplit } = options;
  const own = basename(file);
  const target = options.output === undefined ? undefined : resolve(cwd, options.output);
  const isFolder =
    target === undefined || isSplit || documents > 1 || endsLikeFolder(options.output) || isDirectory(target);
  if (!isFolder) return [{ file: reportFile(target, cwd), bytes: await made(printout) }];
  const folder = target ?? dirname(file);
  const looksLikeFile = !endsLikeFolder(options.output) && extname(target ?? '').slice(1) === format;
  if (target !== undefined && !isDirectory(target) && (existsSync(target) || looksLikeFile)) {
    throw new Failure(`${visible(shownPath(cwd, target))} 是文件；要写几个文档，-o 请写文件夹`);
  }
  if (!isSplit) return [{ file: join(folder, fileName(own, view, format)), bytes: await made(printout) }];
  const names = fileNames(own, printout.parts, format);
  const outputs: Output[] = [];
  for (const [index, part] of split(printout).entries()) {
    outputs.push({ file: join(folder, names[index] ?? ''), bytes: await made(part) });
  }
  return outputs;

  async function made(one: Printout): Promise<Uint8Array> {
    try {
      return await write(one, format);
    } catch (error) {
      throw new Failure(
        `${visible(path)}：导出 ${format} 时出错，${visible(error instanceof Error ? error.message : '')}`,
      );
    }
  }
}

function endsLikeFolder(path: string | undefined): boolean {
  return path !== undefined && /[/\\]$/.test(path);
}

function isDirectory(path: string): boolean {
  // A path that goes on below a file is an error to `statSync`; what writes there says so.
  return existsSync(path) && statSync(path).isDirectory();
}

function refuseCollisions(outputs: readonly Output[], cwd: string, force: boolean): void {
  const seen = new Set<string>();
  for (const { file } of outputs) {
    const shown = visible(shownPath(cwd, file));
    if (seen.has(file)) throw new Failure(`两个文件都要写成 ${shown}，请分开导出`);
    seen.add(file);
    if (!force && existsSync(file)) throw new Failure(`${shown} 已经存在，要覆盖请加 --force`);
  }
}
