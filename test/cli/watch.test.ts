import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countingEngine } from './counting-engine';
import { type Folder, type Run, run, temporaryFolder } from './harness';
import { indicators, registry, writeProvince } from './samples';

let folder: Folder;
beforeEach(() => {
  folder = temporaryFolder();
  writeProvince(folder);
});
afterEach(() => folder.remove());

const WAITING = '[09:05:07] 等待文件变动，按 Ctrl+C 结束\n';
const AGAIN = '[09:05:07] 文件有变动，重新检查\n';

/** Watches, does one step after the other whenever all is quiet, then presses Ctrl+C. */
async function watch(argv: string, ...steps: (() => void)[]): Promise<Run & { rounds: string[][] }> {
  const { engine, checks } = countingEngine();
  const rounds: string[][] = [];
  const end = new AbortController();
  const onError = (text: string) => {
    if (text !== WAITING) return;
    rounds.push(checks.splice(0).sort());
    const step = steps.shift();
    if (step) step();
    else end.abort();
  };
  const words = ['check', '--watch', ...argv.split(' ').filter(Boolean)];
  const result = await run(folder.root, words, { engine, interruption: end.signal, onError });
  return { ...result, rounds };
}

const last = (out: string) => out.trimEnd().split('\n').at(-1);

describe('--watch', () => {
  it('checks, then waits, and ends with the code of the last run', async () => {
    const plain = await run(folder.root, ['check'], { engine: countingEngine().engine });
    const { code, out, err } = await watch('');
    expect({ code, out, err }).toEqual({ code: 1, out: plain.out, err: WAITING });
  });

  it('checks again what has changed, and prints all', async () => {
    const { code, out, err, rounds } = await watch('甲', () =>
      folder.write('甲/a.zhibiao.yaml', indicators('县财政局')),
    );
    expect(err).toBe(`${WAITING}${AGAIN}${WAITING}`);
    expect(rounds).toEqual([['a.zhibiao.yaml', 'x.danwei.yaml'], ['a.zhibiao.yaml']]);
    const plain = await run(folder.root, ['check', '甲'], { engine: countingEngine().engine });
    expect(out.endsWith(plain.out)).toBe(true);
    expect(code).toBe(plain.code);
  });

  it('sees files that come, go, and are replaced', async () => {
    const { out, rounds } = await watch(
      '甲 --quiet',
      () => folder.write('甲/new/n.zhibiao.yaml', indicators('县财政局')),
      () => rmSync(join(folder.root, '甲/a.zhibiao.yaml')),
      () => {
        // As editors save: a new file takes the name.
        folder.write('甲/new/n.tmp', indicators('县司法局'));
        renameSync(join(folder.root, '甲/new/n.tmp'), join(folder.root, '甲/new/n.zhibiao.yaml'));
      },
    );
    expect(rounds).toEqual([['a.zhibiao.yaml', 'x.danwei.yaml'], ['n.zhibiao.yaml'], [], ['n.zhibiao.yaml']]);
    expect(last(out)).toMatch(/^2 个文件/);
  });

  it('watches what the files lean on, wherever it is', async () => {
    const { rounds } = await watch('丙', () => folder.write('z.danwei.yaml', registry('县水利局', '县司法局')));
    expect(rounds).toEqual([['c.zhibiao.yaml'], ['c.zhibiao.yaml']]);
  });

  it('watches a file that is named', async () => {
    folder.write('any.txt', indicators('县财政局'));
    const { rounds } = await watch('any.txt', () => folder.write('any.txt', indicators('县司法局')));
    expect(rounds).toEqual([['any.txt'], ['any.txt']]);
  });

  it('goes on when there is nothing left to check, and ends with that', async () => {
    mkdirSync(join(folder.root, 'sub'));
    const { code, err } = await watch(
      'sub',
      () => folder.write('sub/a.zhibiao.yaml', indicators('县财政局')),
      () => rmSync(join(folder.root, 'sub/a.zhibiao.yaml')),
    );
    const nothing = 'sub：文件夹中没有可以检查的文件\n';
    expect(err).toBe(`${nothing}${WAITING}${AGAIN}${WAITING}${AGAIN}${nothing}${WAITING}`);
    expect(code).toBe(2);
  });

  it('leaves its results in the cache, if there is one', async () => {
    await watch('--cache', () => folder.write('甲/a.zhibiao.yaml', indicators('县财政局')));
    const { engine, checks } = countingEngine();
    await run(folder.root, ['check', '--cache'], { engine });
    expect(checks).toEqual([]);
  });
});
