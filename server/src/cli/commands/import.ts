import { open } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type Context, EXIT, Failure, ioReason } from '../context';
import type { Engine } from '../engine';
import { visible } from '../escape';
import { shownPath } from '../paths';
import { reportFile } from '../report-file';
import type { Rooms } from '../rooms';
import { toUri } from '../uris';
import { type Output, writeTogether } from '../write-together';
import { check } from './check';

/** A file of its own (scripts/build.mjs), so that a check does not load it. */
const importing = () => import('../../exchange/importing');

/** Options of `import` as commander hands them over. */
export interface ImportOptions {
  readonly outputDir?: string;
  readonly county?: string;
  readonly table?: string;
  readonly report?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

/** A document of this size holds pictures at best. */
const LARGEST_MB = 100;
const MB = 1024 * 1024;
const STDIN = '标准输入';

/** What one document becomes. */
interface Result {
  readonly outputs: readonly Output[];
  readonly report: string;
  readonly summary: string;
}

/**
 * `zhibiao import`: documents of Word, Excel or the web as indicator files and registries, then a check of them. All is
 * written, or nothing.
 * @returns the exit code of contract section 7
 * @throws Failure for documents that cannot be read or understood, and files that cannot be written
 */
export async function importFiles(
  context: Context,
  rooms: Rooms,
  names: readonly string[],
  options: ImportOptions,
): Promise<number> {
  const { cwd, stdout } = context;
  const table = parseTable(options.table);
  const results: Result[] = [];
  for (const name of names) results.push(await importOne(context, rooms.engine, name, { ...options, table }));
  const reports = results.map(({ report }) => report).join('\n');
  if (options.dryRun) {
    stdout.write(visibleLines(reports));
    return EXIT.clean;
  }
  const documents = results.flatMap(({ outputs }) => outputs);
  refuseDoubles(documents);
  const written = [...documents, ...reportOutput(options.report, reports, cwd)];
  refuseSources(written, names, cwd);
  writeTogether(written, options.force ?? false);
  for (const { shown } of written) stdout.write(`已写入 ${visible(shown)}\n`);
  for (const { summary } of results) stdout.write(`${summary}\n`);
  stdout.write('\n');
  return await check(
    { ...context, argv: [] },
    rooms,
    documents.map(({ file }) => file),
    {},
  );
}

async function importOne(
  context: Context,
  engine: Engine,
  name: string,
  { outputDir, county, table }: Omit<ImportOptions, 'table'> & { table: number | undefined },
): Promise<Result> {
  const { importDocument, importReport, importSummary, readSource } = await importing();
  const { cwd } = context;
  const isStdin = name === '-';
  const file = resolve(cwd, name);
  const folder = outputDir === undefined ? (isStdin ? cwd : dirname(file)) : resolve(cwd, outputDir);
  const bytes = isStdin ? await bytesOfStdin(context) : await bytesOf(file, shownPath(cwd, file));
  const source = await inWords(() => readSource(bytes, isStdin ? STDIN : basename(file)));
  const { corpora, units } = await surroundings(engine, join(folder, '_.zhibiao.yaml'));
  const stem = isStdin ? 'import' : stemOf(file);
  const { files, report } = await inWords(() => importDocument(source, { stem, county, table, corpora, units }));
  return {
    outputs: files.map((one) => outputOf(join(folder, one.name), one.text, cwd)),
    report: importReport(report, source.notes),
    summary: `「${visible(source.name)}」：${importSummary(report)}`,
  };
}

/** What the new file will be checked against, as far as it is known before. */
async function surroundings(engine: Engine, file: string) {
  const project = engine.openProject({});
  const uri = toUri(file);
  const { registry } = (await project.check(uri, '', { kind: 'zhibiao' })).surroundings;
  return { corpora: await project.corporaFor(uri), units: registry ? [...registry.names] : [] };
}

async function inWords<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { Refusal } = await importing();
    throw error instanceof Refusal ? new Failure(visible(error.message)) : error;
  }
}

function parseTable(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Failure(`--table 要写第几个表格，从 1 起，不能是「${visible(text)}」`);
  return Number(text);
}

/** 沁水指标 for 沁水指标.docx. */
function stemOf(file: string): string {
  return basename(file).replace(/(?<=.)\.[^.]*$/u, '');
}

function outputOf(file: string, text: string, cwd: string): Output {
  return { file, text, shown: shownPath(cwd, file) };
}

function reportOutput(name: string | undefined, text: string, cwd: string): Output[] {
  return name === undefined ? [] : [outputOf(reportFile(name, cwd), text, cwd)];
}

function refuseDoubles(outputs: readonly Output[]): void {
  const seen = new Set<string>();
  for (const { file, shown } of outputs) {
    if (seen.has(file)) throw new Failure(`两个文档都要写入 ${visible(shown)}，请分开导入，用 -o 写到不同的文件夹`);
    seen.add(file);
  }
}

function refuseSources(outputs: readonly Output[], names: readonly string[], cwd: string): void {
  const sources = new Set(names.map((name) => resolve(cwd, name)));
  const lost = outputs.find(({ file }) => sources.has(file));
  if (lost) throw new Failure(`${visible(lost.shown)} 就是要导入的文档，请写到别的文件`);
}

async function bytesOf(file: string, shown: string): Promise<Uint8Array> {
  try {
    const handle = await open(file);
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) throw new Failure(`${visible(shown)}：不是普通文件`);
      if (stats.size > LARGEST_MB * MB) throw tooLarge(shown);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(`${visible(shown)}：文件读不了，${ioReason(error)}`);
  }
}

async function bytesOfStdin({ stdin }: Context): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LARGEST_MB * MB) throw tooLarge(STDIN);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function tooLarge(shown: string): Failure {
  return new Failure(`${visible(shown)}：文件过大，上限 ${LARGEST_MB} MB`);
}

function visibleLines(text: string): string {
  return text
    .split('\n')
    .map((line) => visible(line))
    .join('\n');
}
