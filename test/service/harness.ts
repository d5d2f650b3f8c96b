import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import english from '../../l10n/bundle.l10n.en.json';
import { rendererFor } from '../../server/src/service/messages';
import { DEFAULT_SETTINGS, type FeatureSettings } from '../../server/src/service/settings';
import type { Workspace } from '../../server/src/service/workspace';
import { indexFiles } from '../../server/src/workspace/indexing';
import { type Checked, Project } from '../../server/src/workspace/project';
import { WorkspaceIndex } from '../../server/src/workspace/workspace-index';
import { FOLDER, memoryFiles } from '../workspace/memory-files';

const seeds = join(import.meta.dirname, '..', '..', 'seeds');

export interface Opened {
  readonly workspace: Workspace;
  readonly project: Project;
  /** The file whose text holds the cursor `|`, else the first one. */
  readonly file: Checked;
  /** Where the cursor stands; 0 without one. */
  readonly offset: number;
  /** A file by its name. */
  at(name: string): Promise<Checked>;
}

export interface OpenOptions {
  readonly locale?: 'zh-cn' | 'en';
  readonly settings?: Partial<FeatureSettings>;
  /** Default: 2022-03-01. */
  readonly today?: string;
}

export function uriOf(name: string): string {
  return `${FOLDER}/${encodeURIComponent(name)}`;
}

/**
 * A workspace in memory, indexed, with the bundled corpora (依据: 2021年版 works).
 * @param files texts by name, e.g. `a.zhibiao.yaml`; a single `|` in one of them is the cursor and is taken out
 */
export async function open(
  files: Readonly<Record<string, string>>,
  { locale = 'zh-cn', settings, today = '2022-03-01' }: OpenOptions = {},
): Promise<Opened> {
  const content = new Map<string, string>();
  let [current = '', offset] = [Object.keys(files)[0], 0];
  for (const [name, marked] of Object.entries(files)) {
    const at = cursorIn(marked);
    if (at >= 0) [current, offset] = [name, at];
    content.set(uriOf(name), at >= 0 ? marked.slice(0, at) + marked.slice(at + 1) : marked);
  }
  const corpora = bundledCorpora();
  const all = new Map([...content, ...corpora]);
  const project = new Project(memoryFiles(all), [...corpora.keys()]);
  const index = new WorkspaceIndex();
  await indexFiles(project, index, [...content.keys()], { pause: async () => {}, isOpen: () => false });
  const read = (uri: string) => project.open(uri);
  const at = async (name: string) => {
    const file = await read(uriOf(name));
    if (!file) throw new Error(`the test has no file ${name}`);
    return file;
  };
  const render = rendererFor(locale, english);
  const workspace = { index, render, settings: { ...DEFAULT_SETTINGS, ...settings }, today, read };
  return { workspace, project, file: await at(current), offset, at };
}

/** `|` opens a block scalar only behind a key. */
function cursorIn(text: string): number {
  return text.search(/\|(?![-+0-9]*\s*$)|(?<!: )\|/m);
}

let corpora: Map<string, string> | undefined;
function bundledCorpora(): ReadonlyMap<string, string> {
  const folder = join(seeds, 'requirements');
  corpora ??= new Map(
    readdirSync(folder).map((name) => [`file:///builtin/${name}`, readFileSync(join(folder, name), 'utf8')]),
  );
  return corpora;
}

/** The text of a bundled document, e.g. `as-printed/qinshui/qinshui.zhibiao.yaml`. */
export function seed(path: string): string {
  return readFileSync(join(seeds, path), 'utf8');
}
