import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IndicatorFile } from '../../server/src/model/types';
import { checkFile, report, seeds, yamlFiles } from './check-seeds';

/** The findings of the five documents, whole, as a reviewer signed them off: a change must be looked at. */
describe('the documents as printed', () => {
  for (const county of readdirSync(join(seeds, 'as-printed')).sort()) {
    it(county, async () => {
      const reports: string[] = [];
      for (const path of yamlFiles(join(seeds, 'as-printed', county)))
        reports.push(report(path, await checkFile(path)));
      await expect(reports.join('\n')).toMatchFileSnapshot(`./as-printed/${county}.txt`);
    });
  }

  it.each([
    ['qinshui/qinshui', 100, [2, 2], [20, 13, 13, 22, 9, 7, 7, 4, 5]],
    ['shapotou/shapotou', 100, [2, 2], [20, 13, 13, 22, 9, 7, 7, 4, 5]],
    ['zhashui/zhashui', 76, [], [11, 7, 8, 14, 11, 7, 1, 5, 12]],
    ['lanling/lanling', 94, [], [22, 7, 14, 22, 12, 9, 4, 4]],
    ['baofeng/plan', 76, [], undefined],
  ])('%s is whole', async (name, items, extras, sections) => {
    const { document } = await checkFile(join(seeds, 'as-printed', `${name}.zhibiao.yaml`));
    const file = document.model as IndicatorFile;
    expect(file.items).toHaveLength(items);
    expect(file.extras.map((extra) => extra.items.length)).toEqual(extras);
    const counts = file.sections.map((section) =>
      [section, ...section.sections].reduce((sum, part) => sum + part.items.length, 0),
    );
    if (sections) expect(counts).toEqual(sections);
  });
});

describe('what comes with the tool', () => {
  it('has no finding above info in its corpora and registries', async () => {
    const folders = [
      join(seeds, 'requirements'),
      ...readdirSync(join(seeds, 'as-printed')).map((county) => join(seeds, 'as-printed', county)),
    ];
    for (const path of folders.flatMap(yamlFiles)) {
      if (path.endsWith('.zhibiao.yaml')) continue;
      const { findings } = await checkFile(path);
      expect(
        findings
          .filter(({ severity }) => severity === 'error' || severity === 'warning')
          .map(({ rule }) => `${path} ${rule}`),
      ).toEqual([]);
    }
  });
});
