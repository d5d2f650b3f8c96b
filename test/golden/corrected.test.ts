import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IndicatorFile } from '../../server/src/model/types';
import { checkFile, seeds, yamlFiles } from './check-seeds';

const printed = join(seeds, 'as-printed');
const corrected = join(seeds, 'corrected');

/** Indicator files under a folder of counties, as paths below it. */
function indicatorFiles(folder: string): string[] {
  const paths = readdirSync(folder).flatMap((county) => yamlFiles(join(folder, county)));
  return paths.filter((path) => path.endsWith('.zhibiao.yaml')).map((path) => relative(folder, path));
}

/** The documents as the drafters should have issued them: nothing is left that a reviewer must act on. */
describe('the corrected documents', () => {
  const files = indicatorFiles(corrected);

  it('are one for every document as printed', () => {
    expect(files.sort()).toEqual(indicatorFiles(printed).sort());
  });

  it.each(files)('%s has no error and no warning', async (name) => {
    const { document, findings } = await checkFile(join(corrected, name));
    const severe = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
    expect(
      severe.map(
        ({ rule, span }) =>
          `${document.lines.positionAt(span.start).line + 1} ${rule}: ${document.lines.text.slice(span.start, span.end)}`,
      ),
    ).toEqual([]);
  });

  it.each(files)('%s leaves open only what the document does not say', async (name) => {
    const { findings } = await checkFile(join(corrected, name));
    const open = new Set(findings.map(({ rule }) => rule));
    // Whom a collective unit stands for, and days such as 7月30日 that may be meant.
    for (const known of ['unit-collective', 'deadline-month-end']) open.delete(known);
    expect([...open]).toEqual([]);
  });

  it.each(files)('%s has nothing that a fix would change', async (name) => {
    const { findings } = await checkFile(join(corrected, name));
    expect(findings.filter(({ fixes }) => fixes.some(({ safe }) => safe)).map(({ rule }) => rule)).toEqual([]);
  });

  it.each([
    ['qinshui/qinshui', [2, 2], [20, 13, 13, 22, 9, 7, 7, 4, 5]],
    ['shapotou/shapotou', [2, 2], [20, 13, 13, 22, 9, 7, 7, 4, 5]],
    ['zhashui/zhashui', [], [11, 7, 8, 14, 11, 7, 1, 5, 12]],
    ['lanling/lanling', [], [22, 7, 14, 22, 12, 9, 3, 4]],
    ['baofeng/plan', [], [9, 2, 10, 12, 7, 9, 11, 5, 11]],
    ['baofeng/scheme', [1, 1], [3, 5, 21]],
  ])('%s is whole', async (name, extras, sections) => {
    const { document } = await checkFile(join(corrected, `${name}.zhibiao.yaml`));
    const file = document.model as IndicatorFile;
    const counts = file.sections.map((section) =>
      [section, ...section.sections].reduce((sum, part) => sum + part.items.length, 0),
    );
    expect(counts).toEqual(sections);
    expect(file.items).toHaveLength(sections.reduce((sum, count) => sum + count, 0));
    expect(file.extras.map((extra) => extra.items.length)).toEqual(extras);
  });

  it.each(files)('%s says at its top what it is and what was changed', (name) => {
    const lines = readFileSync(join(corrected, name), 'utf8').split('\n');
    const [schema, purpose, list] = lines;
    expect(schema).toMatch(/^# yaml-language-server: \$schema=/);
    expect(purpose).toMatch(/^# 改正稿：据照录稿 .* 改，.*不是官方文本。$/);
    expect(list).toContain('（改前 → 改后）');
    const source = /照录稿 (\S+) 改/.exec(purpose ?? '')?.[1] ?? '';
    expect(existsSync(join(corrected, name, '..', source))).toBe(true);
  });
});
