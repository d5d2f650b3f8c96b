import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../server/src/model/document';
import type { FileKind } from '../../../server/src/model/types';
import { kindOf } from '../../../server/src/workspace/kinds';
import { seeds } from '../../golden/check-seeds';
import { type Opened, open, seed, uriOf } from '../harness';
import { applied, completeAt, FULL, PLAIN } from './harness';

const paths = readdirSync(seeds, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.yaml'));
const SEED = 4;
const POSITIONS = 24;
const TAKEN = 3;

const faultsOf = (kind: FileKind, text: string) => readDocument('file:///a', kind, text).faults.length;

async function opened(path: string, text: string): Promise<{ all: Opened; name: string; kind: FileKind }> {
  const name = path.split('/').at(-1) ?? '';
  const folder = path.split('/').slice(1, -1).join('/');
  const registry = path.includes('requirements') ? {} : registryOf(folder);
  // The registry stands beside the file, whatever path the file gives.
  const own = text.replace(/^单位名录: .*$/m, '单位名录: ./registry.danwei.yaml');
  return { all: await open({ [name]: own, ...registry }), name, kind: kindOf(name) ?? 'zhibiao' };
}

function registryOf(county: string): Record<string, string> {
  return { 'registry.danwei.yaml': seed(`as-printed/${county}/${county}.danwei.yaml`) };
}

/** Beginnings of what a person types, put where the file has a line break. */
const BEGINNINGS = [
  '',
  '责',
  '- ',
  '- 序',
  '责任单位: [',
  '责任单位: x',
  '完成时限: 6',
  '内容: ',
  '报送资料：',
  '    ',
  '说明:',
  '# ',
];

describe.each(paths)('%s', (path) => {
  it('has completions that leave no fault behind, wherever they are asked for', async () => {
    const { all, name, kind } = await opened(path, seed(path));
    const file = await all.at(name);
    const { lines } = file.document;
    const before = faultsOf(kind, lines.text);
    const random = fc.sample(fc.integer({ min: 0, max: lines.text.length }), { numRuns: POSITIONS, seed: SEED });
    // Ends of lines, where people type.
    const offsets = random.flatMap((offset) => [offset, lines.lineSpan(lines.lineAt(offset)).end]);
    for (const [i, offset] of offsets.entries()) {
      const items = await completeAt(all, file, offset, i % 3 === 0 ? PLAIN : FULL);
      for (const item of [...items.slice(0, TAKEN), ...items.slice(-1)]) {
        const text = applied(file, item).replace('¦', '');
        const after = faultsOf(kind, text);
        if (after > before) {
          const at = JSON.stringify(
            `${lines.text.slice(offset - 40, offset)}¦${lines.text.slice(offset, offset + 30)}`,
          );
          expect.fail(`${item.label} at ${at} (${JSON.stringify(item.textEdit)})`);
        }
      }
    }
  });

  it('answers while something is typed on a new line', async () => {
    const text = seed(path);
    const breaks = [...text.matchAll(/\n/g)].map(({ index }) => index);
    const picked = fc.sample(fc.record({ at: fc.constantFrom(...breaks), beginning: fc.constantFrom(...BEGINNINGS) }), {
      numRuns: 8,
      seed: SEED,
    });
    for (const { at, beginning } of picked) {
      const indent = /^ */.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))?.[0] ?? '';
      const typed = `${text.slice(0, at)}\n${indent}${beginning}`;
      const { all, name } = await opened(path, typed + text.slice(at));
      const file = await all.at(name);
      // The registry's path may have changed the length of the head.
      const cursor = typed.length + file.document.lines.text.length - typed.length - text.slice(at).length;
      expect(await completeAt(all, file, cursor)).toBeDefined();
    }
  });
});

it('answers after each keystroke of an item, in each of them', async () => {
  const typed =
    '          - 序号: 2\n            内容: 依法实施行政许可。\n            责任单位: [县司法局, 县财政局]\n            完成时限: [{时间: 6月底前, 任务: “甲”}]\n            报送资料:\n              - 1. 甲\n              - "乙"\n            说明：地方从严\n';
  const head =
    '标题: 甲\n县区: 沁水县\n依据: 2021年版\n一级指标:\n  - 名称: 一、甲\n    二级指标:\n      - 名称: 1. 乙\n        三级指标:\n';
  const project = await open({
    'a.zhibiao.yaml': head,
    'q.danwei.yaml': seed('as-printed/qinshui/qinshui.danwei.yaml'),
  });
  for (let length = 0; length <= typed.length; length++) {
    const text = head + typed.slice(0, length);
    const file = await project.project.check(uriOf('a.zhibiao.yaml'), text);
    expect(await completeAt(project, file, text.length)).toBeDefined();
  }
});
