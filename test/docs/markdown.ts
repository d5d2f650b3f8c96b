import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** A fenced block of a Markdown page. */
export interface Block {
  /** Title of the `##` section that it stands in, '' before the first. */
  readonly section: string;
  /** First word after the fence. */
  readonly language: string;
  /** Further words after the fence. */
  readonly words: readonly string[];
  readonly text: string;
  /** One-based line of the fence. */
  readonly line: number;
}

export function readPage(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Ids of the rules that have a page. */
export function rulePages(): string[] {
  const names = readdirSync(join(root, 'docs', 'rules')).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return names.map((name) => name.slice(0, -'.md'.length)).sort();
}

/** The fenced blocks of a page, in order. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let section = '';
  let open: { language: string; words: string[]; line: number; rows: string[] } | undefined;
  for (const [index, row] of markdown.split('\n').entries()) {
    if (open && row === '```') {
      const { rows, ...block } = open;
      blocks.push({ section, ...block, text: rows.map((one) => `${one}\n`).join('') });
      open = undefined;
    } else if (open) open.rows.push(row);
    else if (row.startsWith('```')) {
      const [language = '', ...words] = row.slice(3).trim().split(/\s+/);
      open = { language, words, line: index + 1, rows: [] };
    } else if (row.startsWith('## ')) section = row.slice(3).trim();
  }
  if (open) throw new Error(`the block in line ${open.line} has no end`);
  return blocks;
}

/** Targets of the links and pictures of a page, code left out. */
export function linksOf(markdown: string): string[] {
  const prose = markdown.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target]) => target ?? []);
}
