import { existsSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linksOf, readPage, root } from './markdown';

const below = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' });
const pages = [...readdirSync(root), ...below.map((name) => `docs/${name.replaceAll('\\', '/')}`)].filter((name) =>
  name.endsWith('.md'),
);

/** Titles of a page's headings. @param signs of the levels that count */
function headings(page: string, signs: RegExp): string[] {
  const prose = readPage(page).replace(/^```[\s\S]*?^```$/gm, '');
  return [...prose.matchAll(/^(#+) (.+)$/gm)].flatMap(([, sign = '', title = '']) => (signs.test(sign) ? [title] : []));
}

/** As GitHub and VS Code make them: without punctuation, blanks as hyphens. */
function anchorOf(title: string): string {
  const kept = title.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '');
  return kept.replace(/\s/g, '-');
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : posix.join(posix.dirname(page), path);
  if (!existsSync(join(root, target))) return false;
  return anchor === undefined || headings(target, /^#+$/).map(anchorOf).includes(anchor);
}

describe.each(pages)('%s', (page) => {
  const links = linksOf(readPage(page)).filter((link) => !/^https?:/.test(link));

  it('leads to files and chapters that are there', () => {
    expect(links.filter((link) => !leadsSomewhere(page, link))).toEqual([]);
  });
});

it('the chapters of the guide all stand in its table of contents', () => {
  const [contents = ''] = readPage('docs/guide.md').split('\n## ');
  const listed = linksOf(contents).map((link) => link.slice(1));
  expect(listed).toEqual(headings('docs/guide.md', /^##$/).map(anchorOf));
});
