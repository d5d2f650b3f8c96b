import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../../client/src/preview/webview/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));

/** Selectors of the rules that hold everywhere, as they are written; those of media queries are indented. */
function selectorsOf(css: string): string[] {
  return [...css.matchAll(/^([^\s@}][^{}]*)\{/gm)].map(([, selector = '']) => selector.replace(/\s+/g, ' ').trim());
}

describe('the style sheets of the preview', () => {
  it('are all part of the one that is loaded, print last', () => {
    const imported = [...read('preview.css').matchAll(/^@import "\.\/([\w.]+)";$/gm)].map(([, name]) => name);
    expect(imported.toSorted()).toEqual(sheets.filter((name) => name !== 'preview.css').sort());
    expect(imported.at(-1)).toBe('print.css');
  });

  // A rule far below may hide what another lays out: `.message`, which says why there is no table, must be seen.
  it('give no selector twice, so that no rule quietly undoes another', () => {
    const all = sheets.flatMap((name) => selectorsOf(read(name)));
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter((selector, index) => all.indexOf(selector) !== index)).toEqual([]);
  });
});
