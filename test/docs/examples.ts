import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileKind } from '../../server/src/model/types';
import { fixAll } from '../../server/src/workspace/fix-all';
import { type Checked, Project } from '../../server/src/workspace/project';
import { complete } from './fragment';
import { type Block, blocksOf, readPage, root } from './markdown';

/** An example of a page as a whole file, with what stands beside it. */
export interface Example {
  readonly line: number;
  readonly kind: FileKind;
  readonly text: string;
  /** Registry and corpus of the page, by file name. */
  readonly beside: Readonly<Record<string, string>>;
  /** True where the page promises that `--fix` makes the next example of this one. */
  readonly automatic: boolean;
}

const BUNDLED = '市县法治政府建设示范指标体系（2021年版）';
/** What a block is by a word after its fence; an indicator file otherwise. */
const KINDS: Readonly<Record<string, FileKind>> = { 单位名录: 'danwei', 要求库: 'yaoqiu' };
/** Files that are no examples but stand beside those of the page. */
const BESIDE: Readonly<Record<string, FileKind>> = { 附单位名录: 'danwei', 附要求库: 'yaoqiu' };
const NAMES: Readonly<Record<FileKind, string>> = {
  zhibiao: 'example.zhibiao.yaml',
  danwei: 'beside.danwei.yaml',
  yaoqiu: 'beside.yaoqiu.yaml',
  config: 'zhibiao.config.yaml',
};
const FOLDER = 'file:///page';
/** Marks a line of an invalid example that has a finding. */
export const MARK = '# ←';

/** The examples of a rule's page: wrong ones and right ones. */
export function examplesOf(rule: string): { wrong: Example[]; right: Example[] } {
  const blocks = blocksOf(readPage(`docs/rules/${rule}.md`)).filter(({ language }) => language === 'yaml');
  const beside: Record<string, string> = {};
  for (const block of blocks) {
    const kind = kindOf(block, BESIDE);
    if (kind) beside[NAMES[kind]] = block.text;
  }
  const made = (section: string) =>
    blocks
      .filter((block) => block.section === section && !kindOf(block, BESIDE))
      .map((block) => toExample(block, beside));
  return { wrong: made('错误示例'), right: made('正确示例') };
}

function kindOf({ words }: Block, kinds: Readonly<Record<string, FileKind>>): FileKind | undefined {
  return words.flatMap((word) => kinds[word] ?? [])[0];
}

/** A block as a whole file. */
export function toExample(block: Block, beside: Readonly<Record<string, string>> = {}): Example {
  const { words, line } = block;
  const kind = kindOf(block, KINDS) ?? 'zhibiao';
  const basis = words.includes('依据2021年版') ? BUNDLED : entryOf(beside[NAMES.yaoqiu], '名称');
  const county = words.find((word) => /[县区市]$/.test(word)) ?? entryOf(beside[NAMES.danwei], '县区') ?? '沁水县';
  const text = words.includes('片段') ? complete(block.text, { county, ...(basis && { basis }) }) : block.text;
  return { line, kind, text, beside, automatic: words.includes('自动') };
}

function entryOf(text: string | undefined, key: string): string | undefined {
  return text && new RegExp(`^${key}: (.+)$`, 'm').exec(text)?.[1];
}

/** The corpora that come with the tool are at hand, too. */
export function checkExample(example: Example): Promise<Checked> {
  return projectOf(example).check(uriOf(example), example.text, { kind: example.kind });
}

/** The text after `--fix`. */
export async function fixExample(example: Example): Promise<string> {
  return (await fixAll(projectOf(example), uriOf(example), example.text, { kind: example.kind })).text;
}

function uriOf({ kind }: Example): string {
  return `${FOLDER}/${NAMES[kind]}`;
}

function projectOf({ beside }: Example): Project {
  const folder = join(root, 'seeds', 'requirements');
  const bundled = readdirSync(folder).map((name) => [`file:///bundled/${name}`, join(folder, name)] as const);
  const files = new Map(Object.entries(beside).map(([name, text]) => [`${FOLDER}/${name}`, text]));
  return new Project(
    {
      read: async (uri) => {
        const text = files.get(uri);
        if (text !== undefined) return new TextEncoder().encode(text);
        const path = bundled.find(([own]) => own === uri)?.[1];
        return path === undefined ? undefined : readFileSync(path);
      },
      list: async (uri) => (uri === FOLDER ? [...files.keys()] : []),
    },
    bundled.map(([uri]) => uri),
  );
}

/** Zero-based lines that the example marks. */
export function markedLines({ text }: Example): number[] {
  return text.split('\n').flatMap((row, line) => (row.includes(MARK) ? [line] : []));
}

/** A text without its marks. */
export function withoutMarks(text: string): string {
  return text.replaceAll(new RegExp(` *${MARK}.*$`, 'gm'), '');
}
