import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { migrate as migrateFile } from '../../exchange/migrate/migrate';
import { countsOf, migrationReport } from '../../exchange/migrate/report';
import type { Migration } from '../../exchange/migrate/types';
import type { Corpus } from '../../model/corpus';
import type { Finding } from '../../rules/finding';
import type { Project } from '../../workspace/project';
import { type Context, EXIT, Failure } from '../context';
import { type Document, findEdition, isCorpusFile, openDocument } from '../documents';
import type { Engine } from '../engine';
import { visible } from '../escape';
import { shownPath } from '../paths';
import { reportFile } from '../report-file';
import { toUri } from '../uris';
import { writeTogether } from '../write-together';

/** Options of `migrate` as commander hands them over. */
export interface MigrateOptions {
  readonly to: string;
  readonly output?: string;
  readonly report?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

const SUFFIX = /\.(?:指标|zhibiao)\.ya?ml$/iu;
/** What no file system of ours would have in a name. */
const UNFIT = /[\\/:*?"<>|\p{Cc}\s]+/gu;

/**
 * `zhibiao migrate`: writes the file anew on another edition, beside the old one.
 * @returns the exit code of contract section 7
 * @throws Failure for files that cannot be read, understood or written
 */
export async function migrate(
  context: Context,
  engine: Engine,
  name: string,
  options: MigrateOptions,
): Promise<number> {
  const { cwd, stdout } = context;
  const { to } = options;
  const report = options.report === undefined ? undefined : reportFile(options.report, cwd);
  const project = engine.openProject(isCorpusFile(to) ? { corpora: [toUri(resolve(cwd, to))] } : {});
  const document = await openDocument(context, engine, project, name);
  const next = await findEdition(project, context, to, document.checked.uri);
  const target = options.output === undefined ? besideOf(document.file, next) : resolve(cwd, options.output);
  const made = migrateFile(document.checked, next, movedRegistry(document, target));
  if (made === 'unreadable') throw new Failure(`${visible(document.path)}：读不出键和内容，请先用 zhibiao check 检查`);
  if (made === 'same-edition') {
    stdout.write(`${visible(document.path)} 已经依据「${visible(next.name)}」，没有改动\n`);
    return EXIT.clean;
  }
  if (options.dryRun) {
    stdout.write(visibleLines(migrationReport(made)));
    return EXIT.clean;
  }
  const outputs = [
    { file: target, text: made.text, shown: shownPath(cwd, target) },
    ...(report === undefined ? [] : [{ file: report, text: migrationReport(made), shown: shownPath(cwd, report) }]),
  ];
  writeTogether(outputs, options.force ?? false);
  for (const { shown } of outputs) stdout.write(`已写入 ${visible(shown)}\n`);
  const known = await engine.openProject({}).corporaFor(toUri(target));
  const isKnown = known.some(({ uri }) => uri === next.uri);
  stdout.write(await summary(project, document, target, made, isKnown));
  return EXIT.clean;
}

/** 兰陵.2021年版.指标.yaml beside 兰陵.指标.yaml. */
function besideOf(file: string, { names }: Corpus): string {
  const short = names.reduce((shortest, name) => (name.length < shortest.length ? name : shortest));
  const base = basename(file);
  const suffix = SUFFIX.exec(base)?.[0] ?? '.zhibiao.yaml';
  const stem = SUFFIX.test(base) ? base.slice(0, -suffix.length) : base.replace(/\.ya?ml$/i, '');
  return join(dirname(file), `${stem}.${short.replace(UNFIT, '-')}${suffix}`);
}

/** A path under 单位名录 is relative to the file that it stands in. */
function movedRegistry({ file, model }: Document, target: string): { registryPath?: string } {
  const path = model.registryPath?.value;
  if (path === undefined || dirname(file) === dirname(target)) return {};
  const moved = relative(dirname(target), resolve(dirname(file), path));
  const portable = sep === '\\' ? moved.replaceAll('\\', '/') : moved;
  return { registryPath: portable.startsWith('.') ? portable : `./${portable}` };
}

async function summary(
  project: Project,
  { checked }: Document,
  target: string,
  made: Migration,
  isKnown: boolean,
): Promise<string> {
  const { findings } = await project.check(toUri(target), made.text, { kind: 'zhibiao' });
  const [before, after] = [errorsOf(checked.findings), errorsOf(findings)];
  const waiting = findings.filter(({ rule, severity }) => rule === 'unit-missing' && severity === 'error').length;
  const lines = [
    `${countsOf(made)}`,
    `标有「待核」的${made.doubts}处${waiting > 0 ? `，${waiting}项还没有责任单位` : ''}`,
    ...made.notes.map(visible),
    ...(isKnown
      ? []
      : [`检查新文件时找不到「${visible(made.to.name)}」：请把要求库放在新文件旁边，或者写进配置的「要求库」`]),
    ...(after > before ? [`新文件比原文件多${after - before}个错误，请用 zhibiao check 检查`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** Items that wait for a unit are told of by themselves. */
function errorsOf(findings: readonly Finding[]): number {
  return findings.filter(({ rule, severity }) => severity === 'error' && rule !== 'unit-missing').length;
}

function visibleLines(text: string): string {
  return text
    .split('\n')
    .map((line) => visible(line))
    .join('\n');
}
