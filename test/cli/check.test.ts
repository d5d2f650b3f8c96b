import { symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeEngine } from './fake-engine';
import { type Folder, run, temporaryFolder } from './harness';

let folder: Folder;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const check = (argv = '', options = {}) => run(folder.root, ['check', ...argv.split(' ').filter(Boolean)], options);

describe('exit codes', () => {
  it.each([
    ['标题: 甲', '', 0],
    ['甲局乙局', '', 1],
    ['80%', '', 0],
    ['80%', '--max-warnings 1', 0],
    ['80%', '--max-warnings 0', 1],
    ['长期坚持 5月30日前', '--max-warnings 0', 0],
    ['甲局乙局', '--rule unit-separator=warning', 0],
    ['甲局乙局', '--rule unit-separator=off --max-warnings 0', 0],
    ['长期坚持', '--rule deadline-open=hint --rule deadline-open=error', 1],
    ['80%', '--quiet --max-warnings 0', 1],
  ])('%s %s → %i', async (text, argv, code) => {
    folder.write('a.zhibiao.yaml', text);
    expect((await check(argv)).code).toBe(code);
  });

  it('says why warnings fail', async () => {
    folder.write('a.zhibiao.yaml', '80% 80%');
    expect((await check('--max-warnings 1')).err).toBe('警告 2 个，超过 --max-warnings 定的 1 个\n');
  });
});

describe('what cannot be read is one line on standard error; the rest is checked; exit code 2', () => {
  it.each([
    ['none.yaml', 'none.yaml：没有这个文件或文件夹'],
    ['none/*.yaml', 'none/*.yaml：没有匹配的文件'],
    ['empty', 'empty：文件夹中没有可以检查的文件'],
    ['binary.yaml', 'binary.yaml：不是文本文件'],
    ['large.yaml', 'large.yaml：文件过大（50 MB），上限 32 MB'],
    ['loop.yaml', 'loop.yaml：符号链接绕成了圈'],
  ])('%s', async (name, says) => {
    folder.write('good.zhibiao.yaml', '标题: 甲\n');
    folder.write('empty/readme.txt', '');
    folder.write('binary.yaml', new Uint8Array([0, 1, 2]));
    folder.write('large.yaml', '');
    truncateSync(join(folder.root, 'large.yaml'), 50 * 1024 * 1024);
    symlinkSync('loop.yaml', join(folder.root, 'loop.yaml'));
    const { code, out, err } = await check(`good.zhibiao.yaml ${name}`);
    expect({ code, out, err }).toEqual({ code: 2, out: '1 个文件，没有发现问题\n', err: `${says}\n` });
  });

  it('says nothing on standard output when nothing was checked', async () => {
    expect((await check('none.yaml')).out).toBe('');
  });

  it('an empty file is checked like any other', async () => {
    folder.write('a.zhibiao.yaml', '');
    expect(await check()).toEqual({ code: 0, out: '1 个文件，没有发现问题\n', err: '' });
  });

  it('a check that fails costs its own file only', async () => {
    folder.write('a.zhibiao.yaml', '甲局乙局');
    folder.write('b.zhibiao.yaml', '甲局乙局');
    const engine = fakeEngine({
      onCheck: (uri) => {
        if (uri.endsWith('a.zhibiao.yaml')) throw new RangeError('太深');
      },
    });
    const { code, out, err } = await check('--format json', { engine });
    expect([code, err]).toEqual([2, 'a.zhibiao.yaml：程序出错，太深\n']);
    expect(JSON.parse(out).files.map(({ path }: { path: string }) => path)).toEqual(['b.zhibiao.yaml']);
  });
});

describe('configuration', () => {
  it('hands the config and the rules of the command line to the project', async () => {
    folder.write('a.zhibiao.yaml', '标题: 甲');
    folder.write('set/c.yaml', '规则: {}');
    const seen = new Set<string | undefined>();
    const engine = fakeEngine({
      onCheck: (_uri, { configFile }) => seen.add(configFile?.split('/').slice(-2).join('/')),
    });
    expect((await check('a.zhibiao.yaml --config set/c.yaml', { engine })).code).toBe(0);
    expect([...seen]).toEqual(['set/c.yaml']);
  });

  it('a faulty config that the files depend on is an error of its own', async () => {
    folder.write('sub/a.zhibiao.yaml', '标题: 甲');
    folder.write('zhibiao.config.yaml', '规则:\n  甲局乙局: 1\n');
    const dependencies = [`file://${folder.root}/zhibiao.config.yaml`, `file://${folder.root}/sub/zhibiao.config.yaml`];
    const { code, err } = await check('sub', { engine: fakeEngine({ dependencies }) });
    expect([code, err]).toEqual([2, '配置文件 zhibiao.config.yaml 第 2 行：「甲局乙局」是两个单位连写。\n']);
  });

  it('a config that is checked itself has its findings there', async () => {
    folder.write('zhibiao.config.yaml', '甲局乙局');
    const dependencies = [`file://${folder.root}/zhibiao.config.yaml`];
    const { code, err } = await check('', { engine: fakeEngine({ dependencies }) });
    expect([code, err]).toEqual([1, '']);
  });
});

describe('standard input', () => {
  it('is checked under the name that it is given', async () => {
    const uris: string[] = [];
    const engine = fakeEngine({ onCheck: (uri) => uris.push(uri) });
    const options = { stdin: '单位: 甲局乙局', engine };
    const { code, out } = await check('--stdin --stdin-filename sub/x.danwei.yaml --format json', options);
    expect(code).toBe(1);
    expect(JSON.parse(out).files[0].path).toBe('sub/x.danwei.yaml');
    expect(uris.every((uri) => uri.endsWith('/sub/x.danwei.yaml'))).toBe(true);
  });

  it('may be binary or too large', async () => {
    expect(await check('--stdin', { stdin: new Uint8Array([0]) })).toMatchObject({
      code: 2,
      err: 'stdin.zhibiao.yaml：不是文本文件\n',
    });
    expect(await check('--stdin', { stdin: new Uint8Array(33 * 1024 * 1024) })).toMatchObject({
      code: 2,
      err: 'stdin.zhibiao.yaml：文件过大，上限 32 MB\n',
    });
  });
});

describe('output', () => {
  beforeEach(() => folder.write('a.zhibiao.yaml', '甲局乙局 80% 长期坚持'));

  it('--quiet shows and counts errors only', async () => {
    const { out } = await check('--quiet');
    expect(out).toContain('unit-separator');
    expect(out).not.toContain('requirement-threshold');
    expect(out).toContain('1 个文件，1 个错误（1 个可自动修复：zhibiao check --fix）\n');
  });

  it('--output writes the report to a file, folders made, without colour', async () => {
    const { code, out } = await check('--output sub/report.txt', { terminal: 80 });
    expect([code, out]).toEqual([1, '']);
    expect(folder.read('sub/report.txt')).toMatch(/^a\.zhibiao\.yaml\n/);
  });

  it('--output that cannot be written is one line', async () => {
    folder.write('file', '');
    const { code, err } = await check('--output file/report.txt');
    expect(code).toBe(2);
    expect(err).toMatch(/^file\/report\.txt：写不进去，.*\n$/);
  });

  it.each([
    ['', {}, false],
    ['', { terminal: 80 }, true],
    ['', { terminal: 80, env: { TERM: 'dumb' } }, false],
    ['', { terminal: 80, env: { NO_COLOR: '1' } }, false],
    ['', { env: { FORCE_COLOR: '1' } }, true],
    ['', { terminal: 80, env: { FORCE_COLOR: '0' } }, false],
    ['--color', { env: { NO_COLOR: '1' } }, true],
    ['--no-color', { terminal: 80, env: { FORCE_COLOR: '1' } }, false],
  ])('colour: %s %o → %s', async (argv, options, colored) => {
    expect((await check(argv, options)).out.includes('\u001b[')).toBe(colored);
  });

  it('shows progress on a terminal after a second, and clears it', async () => {
    for (const name of ['b', 'c']) folder.write(`${name}.zhibiao.yaml`, '');
    let time = 0;
    const now = () => {
      time += 600;
      return time;
    };
    const { err } = await check('', { terminal: 80, now });
    const clear = '\r\u001b[2K';
    const twoThirds = '━━━━━━━━━━━━━─────── 已检查 2/3 个文件，每秒 1.7 个，还需约 1 秒';
    expect(err).toBe(`${clear}${twoThirds}${clear}━━━━━━━━━━━━━━━━━━━━ 已检查 3/3 个文件，每秒 1.7 个${clear}`);
    expect((await check('', { now })).err).toBe('');
  });
});

describe('--shard', () => {
  it('gives each file to one part, and keeps to it', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `f${i}.zhibiao.yaml`);
    for (const name of names) folder.write(name, '');
    const part = async (i: number) =>
      JSON.parse((await check(`--format json --shard ${i}/3`)).out).files.map(({ path }: { path: string }) => path);
    const parts = [await part(1), await part(2), await part(3)];
    expect(parts.flat().sort()).toEqual([...names].sort());
    expect(parts.every((files) => files.length > 5)).toBe(true);
    folder.write('new.zhibiao.yaml', '');
    const before = new Set<string>(parts[0]);
    expect((await part(1)).filter((path: string) => path !== 'new.zhibiao.yaml')).toEqual([...before]);
  });
});
