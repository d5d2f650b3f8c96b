import { resolve } from 'node:path';
import { answersTo, type Corpus } from '../model/corpus';
import type { IndicatorFile } from '../model/types';
import type { Checked, Project } from '../workspace/project';
import { type Context, Failure } from './context';
import type { Engine } from './engine';
import { visible } from './escape';
import { shownPath } from './paths';
import { readFile } from './read';
import { toUri } from './uris';

/** An indicator file that a command works on. */
export interface Document {
  /** Absolute path. */
  readonly file: string;
  /** As messages name it. */
  readonly path: string;
  readonly checked: Checked;
  readonly model: IndicatorFile;
}

/** Reads an indicator file. @throws Failure where it is none */
export async function openDocument(
  { cwd }: Context,
  { decode, kindOf }: Engine,
  project: Project,
  name: string,
): Promise<Document> {
  const file = resolve(cwd, name);
  const path = shownPath(cwd, file);
  const kind = kindOf(file) ?? 'zhibiao';
  if (kind !== 'zhibiao') throw new Failure(`${visible(path)}：不是指标文件`);
  const read = readFile(file, path, decode);
  if ('trouble' in read) throw new Failure(read.trouble);
  const { text, encoding } = read.decoded;
  const checked = await project.check(toUri(file), text, { kind, ...(encoding !== undefined && { encoding }) });
  return { file, path, checked, model: checked.document.model as IndicatorFile };
}

/** True for the name of a file, and not of an edition. */
export function isCorpusFile(edition: string): boolean {
  return /\.ya?ml$/i.test(edition);
}

/** The edition that a person means: a file, or a 名称 or 简称 of one that is known where `uri` is. @throws Failure */
export async function findEdition(project: Project, { cwd }: Context, edition: string, uri: string): Promise<Corpus> {
  const corpora = await project.corporaFor(uri);
  const wanted = isCorpusFile(edition) ? toUri(resolve(cwd, edition)) : undefined;
  const found = corpora.find((corpus) => (wanted ? corpus.uri === wanted : answersTo(corpus, edition)));
  if (found) return found;
  if (wanted) throw new Failure(`${visible(edition)}：不是要求库，或者没有这个文件`);
  const names = [...new Set(corpora.flatMap((corpus) => corpus.names.slice(-1)))].map((name) => visible(name));
  throw new Failure(`没有指标体系「${visible(edition)}」，可以用：${names.join('、')}，或者要求库文件的路径`);
}
