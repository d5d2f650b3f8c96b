import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FORMATS } from '../../../server/src/cli/formats';
import { countingEngine } from '../counting-engine';
import { type Folder, run, temporaryFolder } from '../harness';
import { indicators, registry, writeProvince } from '../samples';

let folder: Folder;
beforeEach(() => {
  folder = temporaryFolder();
  writeProvince(folder);
});
afterEach(() => folder.remove());

/** Runs `check`; also tells which files the engine looked at. */
async function check(argv = '', { cwd = folder.root, version = '1.0.0' } = {}) {
  const { engine, checks } = countingEngine(version);
  const result = await run(cwd, ['check', ...argv.split(' ').filter(Boolean)], { engine });
  return { ...result, checks: checks.sort() };
}

const INDICATORS = ['a.zhibiao.yaml', 'b.zhibiao.yaml', 'c.zhibiao.yaml'];
const ALL = [...INDICATORS, 'x.danwei.yaml', 'y.danwei.yaml', 'z.danwei.yaml'];

describe('--cache', () => {
  it('checks again nothing that has not changed', async () => {
    const first = await check('--cache');
    expect(first.checks).toEqual(ALL);
    const second = await check('--cache');
    expect(second.checks).toEqual([]);
    expect({ ...second, checks: [] }).toEqual({ ...first, checks: [] });
  });

  it.each<[string, (write: Folder['write']) => void, string[]]>([
    ['the file', (write) => write('甲/a.zhibiao.yaml', indicators('县财政局')), ['a.zhibiao.yaml']],
    ['its registry', (write) => write('甲/x.danwei.yaml', registry('县司法局')), ['a.zhibiao.yaml', 'x.danwei.yaml']],
    [
      'the registry above',
      (write) => write('z.danwei.yaml', registry('县水利局')),
      ['c.zhibiao.yaml', 'z.danwei.yaml'],
    ],
    [
      'a nearer registry',
      (write) => write('丙/n.danwei.yaml', registry('县水利局')),
      ['c.zhibiao.yaml', 'n.danwei.yaml'],
    ],
    [
      'one that sorts first',
      (write) => write('甲/a.danwei.yaml', registry('县水利局')),
      ['a.danwei.yaml', 'a.zhibiao.yaml', 'x.danwei.yaml'],
    ],
    [
      'a new config',
      (write) => write('丙/zhibiao.config.yaml', '规则: {}\n'),
      ['c.zhibiao.yaml', 'zhibiao.config.yaml'],
    ],
    ['another file', (write) => write('乙/other.txt', ''), []],
    ['a new indicator file', (write) => write('乙/n.zhibiao.yaml', indicators('县财政局')), ['n.zhibiao.yaml']],
  ])('after a change of %s checks what leans on it', async (_what, change, checks) => {
    await check('--cache');
    change(folder.write);
    const warm = await check('--cache');
    expect(warm.checks).toEqual(checks);
    expect(warm.out).toBe((await check()).out);
  });

  it('notices a registry that came, went and came back', async () => {
    folder.write('丙/丁/c.zhibiao.yaml', indicators('县水利局', '单位名录: ../later.danwei.yaml\n'));
    const before = await check('--cache');
    folder.write('丙/later.danwei.yaml', registry('县水利局', '县司法局'));
    const there = await check('--cache');
    expect(there.out).not.toBe(before.out);
    expect(there.out).toBe((await check()).out);
    rmSync(join(folder.root, '丙/later.danwei.yaml'));
    expect((await check('--cache')).out).toBe(before.out);
  });

  it('goes by content, not by times', async () => {
    const before = await check('--cache');
    const name = join(folder.root, '甲/a.zhibiao.yaml');
    const same = readFileSync(name, 'utf8');
    utimesSync(name, new Date(), new Date());
    expect((await check('--cache')).checks).toEqual([]);
    // As long and as old as before, but other.
    const times = [new Date(1e12), new Date(1e12)] as const;
    utimesSync(name, ...times);
    await check('--cache');
    writeFileSync(name, same.replace('县财政局', '县公安局'));
    utimesSync(name, ...times);
    const after = await check('--cache');
    expect(after.checks).toEqual(['a.zhibiao.yaml']);
    expect(after.out).not.toBe(before.out);
  });

  it('holds for the same options and the same tool only', async () => {
    folder.write('set.yaml', '规则: { unit-separator: off }\n');
    await check('--cache');
    expect((await check('--cache --rule unit-separator=warning')).checks).toEqual(ALL);
    expect((await check('--cache --rule unit-separator=warning')).checks).toEqual([]);
    expect((await check('--cache --config set.yaml')).checks).toEqual([...INDICATORS, 'set.yaml', ...ALL.slice(3)]);
    expect((await check('--cache --config set.yaml')).checks).toEqual([]);
    folder.write('set.yaml', '规则: { unit-separator: info }\n');
    expect((await check('--cache --config set.yaml')).checks).toEqual([...INDICATORS, 'set.yaml', ...ALL.slice(3)]);
    expect((await check('--cache --config set.yaml', { version: '1.0.1' })).checks).toHaveLength(7);
  });

  it('does not care how the report looks', async () => {
    await check('--cache --quiet --format json');
    expect((await check('--cache --max-warnings 0')).checks).toEqual([]);
  });

  it('a part of the files is a part of the cache, and keeps the rest', async () => {
    await check('--cache 甲');
    expect((await check('--cache 乙')).checks).toEqual(['b.zhibiao.yaml', 'y.danwei.yaml']);
    expect((await check('--cache --shard 1/2')).checks.length).toBeLessThanOrEqual(2);
    await check('--cache --shard 2/2');
    expect((await check('--cache')).checks).toEqual([]);
  });

  it('forgets files that are gone', async () => {
    await check('--cache');
    const before = readFileSync(join(folder.root, '.zhibiaocache'), 'utf8');
    expect(before).toContain('乙/b.zhibiao.yaml');
    rmSync(join(folder.root, '乙'), { recursive: true });
    await check('--cache 甲');
    const after = readFileSync(join(folder.root, '.zhibiaocache'), 'utf8');
    expect(after).not.toContain('乙/b.zhibiao.yaml');
    expect(after).toContain('丙/丁/c.zhibiao.yaml');
  });

  it('moves with its folder', async () => {
    await check('--cache');
    const parent = temporaryFolder();
    try {
      const moved = join(parent.root, 'deeper', 'project');
      mkdirSync(join(parent.root, 'deeper'));
      renameSync(folder.root, moved);
      // The tool lies elsewhere from there, and a related place may lie in it.
      const warm = await check('--cache', { cwd: moved });
      expect(warm.out).toBe((await check('', { cwd: moved })).out);
      const again = join(parent.root, 'deeper', 'other');
      renameSync(moved, again);
      expect((await check('--cache', { cwd: again })).checks).toEqual([]);
    } finally {
      parent.remove();
    }
  });

  it('--cache-location says where, and stands for --cache', async () => {
    await check('--cache-location sub/cache');
    expect(existsSync(join(folder.root, '.zhibiaocache'))).toBe(false);
    expect((await check('--cache --cache-location sub/cache')).checks).toEqual([]);
    // The same file seen from another folder holds other paths.
    const sub = await check('--cache-location ../sub/cache', { cwd: join(folder.root, '甲') });
    expect(sub.checks).toEqual(['a.zhibiao.yaml', 'x.danwei.yaml']);
  });

  it('that cannot be written is a note', async () => {
    folder.write('file', '');
    const plain = await check();
    const { code, out, err } = await check('--cache-location file/cache');
    expect({ code, out }).toEqual({ code: plain.code, out: plain.out });
    expect(err).toMatch(/^file\/cache：写不进去，.*\n$/);
  });

  it('reads a faulty config as a run without it does', async () => {
    folder.write('zhibiao.config.yaml', '规则:\n  甲: 1\n');
    const plain = await check('甲');
    expect(plain.code).toBe(2);
    await check('甲 --cache');
    expect(await check('甲 --cache')).toEqual({ ...plain, checks: [] });
  });
});

describe('a damaged cache', () => {
  it('whatever is in it, the report is right and the file is good again', async () => {
    const plain = await check();
    await check('--cache');
    const name = join(folder.root, '.zhibiaocache');
    const good = readFileSync(name);
    const damage = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.nat(good.length - 1).map((length) => good.subarray(0, length)),
      fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, change]) => {
        const copy = Buffer.from(good);
        copy.writeUInt8((copy[at] ?? 0) ^ change, at);
        return copy;
      }),
    );
    await fc.assert(
      fc.asyncProperty(damage, async (bytes) => {
        writeFileSync(name, bytes);
        const { code, out, err } = await check('--cache');
        expect({ code, out, err }).toEqual({ code: plain.code, out: plain.out, err: '' });
        expect((await check('--cache')).checks).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('may be a folder', async () => {
    mkdirSync(join(folder.root, '.zhibiaocache'));
    const { code, err } = await check('--cache');
    expect(code).toBe(1);
    expect(err).toMatch(/^\.zhibiaocache：写不进去，.*\n$/);
  });
});

describe('several runs at once', () => {
  it('are all right, and leave one good file', async () => {
    const plain = await check();
    const runs = await Promise.all(Array.from({ length: 4 }, () => check('--cache')));
    for (const { code, out, err } of runs)
      expect({ code, out, err }).toEqual({ code: plain.code, out: plain.out, err: '' });
    expect((await check('--cache')).checks).toEqual([]);
    expect(readdirSync(folder.root).filter((name) => name.includes('zhibiaocache'))).toEqual(['.zhibiaocache']);
  });
});

describe('--cache and --fix', () => {
  it('what was fixed is checked as it is now', async () => {
    const other = temporaryFolder();
    try {
      writeProvince(other);
      const plain = await check('--fix', { cwd: other.root });
      await check('--cache');
      const warm = await check('--cache --fix');
      expect({ ...warm, checks: [] }).toEqual({ ...plain, checks: [] });
      for (const name of ['甲/a.zhibiao.yaml', '乙/b.zhibiao.yaml']) expect(folder.read(name)).toBe(other.read(name));
      expect(folder.read('甲/a.zhibiao.yaml')).toContain('5月31日前');
      expect((await check('--cache')).checks).toEqual([]);
      // Nothing is left to fix, so nothing is tried.
      expect((await check('--cache --fix')).checks).toEqual([]);
    } finally {
      other.remove();
    }
  });

  it('--fix-dry-run shows the same with and without, and leaves no trace of what it did not write', async () => {
    const plain = await check('--fix-dry-run');
    const report = await check('--cache');
    expect(await check('--cache --fix-dry-run')).toMatchObject({ out: plain.out, err: plain.err });
    expect((await check('--cache')).out).toBe(report.out);
  });
});

describe('--cache and --baseline', () => {
  it('the baseline is subtracted from what the cache holds', async () => {
    await check('--cache --baseline b.json --update-baseline');
    const clean = await check('--cache --baseline b.json');
    expect(clean).toMatchObject({ code: 0, checks: [] });
    folder.write('甲/a.zhibiao.yaml', indicators('县财政局县教育局'));
    expect((await check('--cache --baseline b.json')).out).toBe((await check('--baseline b.json')).out);
    expect((await check('--cache')).out).toBe((await check()).out);
  });
});

describe('cold, warm and without: the same bytes', () => {
  const units = fc.constantFrom('县财政局', '县财政局县教育局', '县财政局, 县水利局', '县审计局');
  const county = fc.constantFrom('甲', '乙', '丙/丁', '丙', '.');
  const step = fc.oneof(
    fc
      .record({ at: county, units })
      .map(({ at, units }) => ({ name: `${at}/a.zhibiao.yaml`, text: indicators(units) })),
    fc.record({ at: county, units }).map(({ at, units }) => ({
      name: `${at}/b.zhibiao.yaml`,
      text: indicators(units, '单位名录: ../x.danwei.yaml\n'),
    })),
    fc.record({ at: county, unit: units, name: fc.constantFrom('a', 'x') }).map(({ at, unit, name }) => ({
      name: `${at}/${name}.danwei.yaml`,
      text: registry(unit, '县司法局'),
    })),
    fc.record({ at: county, level: fc.constantFrom('off', 'error', 'nonsense') }).map(({ at, level }) => ({
      name: `${at}/zhibiao.config.yaml`,
      text: `规则: { deadline-open: ${level} }\n`,
    })),
    fc
      .record({ at: county, file: fc.constantFrom('a.zhibiao.yaml', 'x.danwei.yaml', 'zhibiao.config.yaml') })
      .map(({ at, file }) => ({ name: `${at}/${file}`, text: undefined })),
  );

  it('after any changes, in every format', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(step, fc.constantFrom(...FORMATS)), { minLength: 1, maxLength: 6 }),
        async (steps) => {
          rmSync(folder.root, { recursive: true });
          mkdirSync(folder.root);
          writeProvince(folder);
          await check('--cache');
          for (const [{ name, text }, format] of steps) {
            if (text === undefined) rmSync(join(folder.root, name), { force: true });
            else folder.write(name, text);
            const plain = await check(`--format ${format}`);
            for (const _ of ['cold', 'warm']) {
              const { code, out, err } = await check(`--cache --format ${format}`);
              expect({ code, out, err }).toEqual({ code: plain.code, out: plain.out, err: plain.err });
            }
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});
