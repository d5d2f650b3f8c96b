import type { IndicatorFile } from '../../server/src/model/types';
import type { Finding } from '../../server/src/rules/finding';
import type { Files } from '../../server/src/workspace/files';
import { type CheckOptions, Project } from '../../server/src/workspace/project';
import { type County, createCounty, type Shape } from './county';
import { createRandom } from './random';
import { type Rendered, randomStyle, render } from './render';
import { unitLines } from './units';

/** A clean file with all that a fault needs to know of it. */
export interface Clean extends Rendered {
  readonly seed: number;
  readonly uri: string;
  readonly county: County;
  readonly registry: string;
  readonly registryUri: string;
  readonly corpusName: string;
}

export interface Bench {
  check(uri: string, text: string, options?: CheckOptions): Promise<readonly Finding[]>;
  readonly project: Project;
}

/** A corpus and its text. */
export interface CorpusText {
  readonly uri: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly file: IndicatorFile;
}

export function createClean(seed: number, shape: Shape, corpus: CorpusText): Clean {
  const random = createRandom(seed);
  const county = createCounty(random, shape, corpus.file);
  const style = randomStyle(random);
  const rendered = render(county, style, random);
  const { lineBreak } = style;
  const registry = [`县区: ${county.name}`, '单位:', ...unitLines(county.units).map((line) => `  ${line}`), ''].join(
    lineBreak,
  );
  const folder = `file:///evaluate/${seed}`;
  return {
    ...rendered,
    seed,
    uri: `${folder}/w.zhibiao.yaml`,
    county,
    registry,
    registryUri: `${folder}/w.danwei.yaml`,
    corpusName: corpus.name,
  };
}

/** A project that sees nothing but the corpora and the registries of these files. */
export function createBench(cleans: readonly Clean[], corpora: readonly CorpusText[]): Bench {
  const encoder = new TextEncoder();
  const stored = new Map<string, Uint8Array>([
    ...corpora.map(({ uri, bytes }) => [uri, bytes] as const),
    ...cleans
      .filter(({ style }) => !style.inlineRegistry)
      .map(({ registryUri, registry }) => [registryUri, encoder.encode(registry)] as const),
  ]);
  const files: Files = {
    read: async (uri) => stored.get(uri),
    list: async (folder) => [...stored.keys()].filter((uri) => uri.slice(0, uri.lastIndexOf('/')) === folder),
  };
  const project = new Project(
    files,
    corpora.map(({ uri }) => uri),
  );
  return { project, check: async (uri, text, options) => (await project.check(uri, text, options)).findings };
}
