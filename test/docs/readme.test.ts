import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from './command-line';
import { blocksOf, readPage, root } from './markdown';

const begin = '<!-- example:begin -->';
const end = '<!-- example:end -->';

function exampleOf(page: string): string[] {
  const text = readPage(page);
  const [block] = blocksOf(text.slice(text.indexOf(begin) + begin.length, text.indexOf(end)));
  return block?.text.split('\n').filter((line) => line.trim() !== '') ?? [];
}

describe.each(['README.md', 'README.en.md'])('the example of %s', (page) => {
  const lines = exampleOf(page);

  it('holds some findings', () => {
    expect(lines.length).toBeGreaterThan(5);
  });

  it('is what the command line says, line by line and in this order', async () => {
    const { out } = await runCommand('zhibiao check seeds/as-printed/shapotou --no-color', join(root));
    const said = out.split('\n');
    expect(lines.filter((line) => !said.includes(line))).toEqual([]);
    const places: number[] = [];
    for (const line of lines) places.push(said.indexOf(line, (places.at(-1) ?? -1) + 1));
    expect(places).not.toContain(-1);
  });
});
