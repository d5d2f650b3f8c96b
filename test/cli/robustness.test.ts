import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countingEngine } from './counting-engine';
import { fakeEngine } from './fake-engine';
import { type Folder, type RunOptions, run, temporaryFolder } from './harness';
import { indicators } from './samples';

let folder: Folder;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const check = (argv = '', options: RunOptions = {}) =>
  run(folder.root, ['check', ...argv.split(' ').filter(Boolean)], options);
const at = (name: string) => join(folder.root, name);

/** An engine that does something to the files when it comes to the first one. */
function meanwhile(action: () => void) {
  let done = false;
  return fakeEngine({
    onCheck: () => {
      if (!done) action();
      done = true;
    },
  });
}

describe('files that change under a running check', () => {
  beforeEach(() => {
    for (const name of ['a', 'b', 'c']) folder.write(`${name}.zhibiao.yaml`, '甲局乙局');
  });

  it('one that is deleted is passed over with a note, unless it was named', async () => {
    const note = await check('', { engine: meanwhile(() => unlinkSync(at('b.zhibiao.yaml'))) });
    expect(note).toMatchObject({ code: 1, err: 'b.zhibiao.yaml：检查之前已被删除，已跳过\n' });
    expect(note.out).toContain('2 个文件，2 个错误');
    const engine = meanwhile(() => unlinkSync(at('c.zhibiao.yaml')));
    expect(await check('a.zhibiao.yaml c.zhibiao.yaml', { engine })).toMatchObject({
      code: 2,
      err: 'c.zhibiao.yaml：文件读不了，没有这个文件或文件夹\n',
    });
  });

  it('one that is changed is checked as it is when its turn comes', async () => {
    const engine = meanwhile(() => folder.write('c.zhibiao.yaml', '标题: 甲'));
    expect((await check('', { engine })).out).toContain('3 个文件，2 个错误');
  });

  it('one that gives way to a folder, a pipe or a loop of links is trouble of its own', async () => {
    const engine = meanwhile(() => {
      unlinkSync(at('b.zhibiao.yaml'));
      mkdirSync(at('b.zhibiao.yaml'));
      unlinkSync(at('c.zhibiao.yaml'));
      if (process.platform === 'win32') mkdirSync(at('c.zhibiao.yaml'));
      else execFileSync('mkfifo', [at('c.zhibiao.yaml')]);
    });
    const { code, out, err } = await check('', { engine });
    expect(code).toBe(2);
    expect(out).toContain('1 个文件，1 个错误');
    expect(err).toBe('b.zhibiao.yaml：不是普通文件\nc.zhibiao.yaml：不是普通文件\n');
  });

  it('--cache does not keep a result that rests on two versions of a registry', async () => {
    rmSync(folder.root, { recursive: true });
    mkdirSync(folder.root);
    const names = Array.from({ length: 3 }, (_, i) => `${i}/a.zhibiao.yaml`);
    for (const name of names) folder.write(name, indicators('县财政局'));
    folder.write('x.danwei.yaml', '县区: 甲县\n单位:\n  - { 名称: 县财政局, 类别: 政府部门 }\n');
    const { engine } = countingEngine();
    let changed = false;
    const changing = {
      ...engine,
      createProject(...args: Parameters<typeof engine.createProject>) {
        const project = engine.createProject(...args);
        return {
          ...project,
          async check(...what: Parameters<typeof project.check>) {
            const result = await project.check(...what);
            if (!changed) folder.write('x.danwei.yaml', '县区: 甲县\n单位:\n  - { 名称: 县司法局, 类别: 政府部门 }\n');
            changed = true;
            return result;
          },
        };
      },
    };
    await check('--cache', { engine: changing });
    const plain = await check('', { engine });
    expect((await check('--cache', { engine })).out).toBe(plain.out);
  });
});

describe.skipIf(process.platform === 'win32')('pipes and devices', () => {
  it('a pipe that a file leans on does not hold it up', async () => {
    execFileSync('mkfifo', [at('units.danwei.yaml')]);
    folder.write('a.zhibiao.yaml', indicators('县财政局', '单位名录: ./units.danwei.yaml\n'));
    symlinkSync('/dev/zero', at('zero.zhibiao.yaml'));
    const { engine } = countingEngine();
    const { err, code } = await check('', { engine });
    expect(code).toBe(1);
    expect(err.split('\n').sort()).toEqual([
      '',
      'units.danwei.yaml：不是普通文件；管道的内容请用 --stdin 检查，已跳过',
      'zero.zhibiao.yaml：不是普通文件；管道的内容请用 --stdin 检查，已跳过',
    ]);
  });
});

// Whoever runs the tests as root may read everything: the check runs as nobody then.
describe.skipIf(process.platform === 'win32')('without permission', () => {
  const NOBODY = 65534;
  let bundle: string;
  beforeAll(async () => {
    bundle = mkdtempSync(join(tmpdir(), 'zhibiao-nobody-'));
    chmodSync(bundle, 0o755);
    const source = `
      import { run } from ${JSON.stringify(join(import.meta.dirname, 'harness.ts'))};
      if (process.getuid() === 0) { process.setgid(${NOBODY}); process.setuid(${NOBODY}); }
      run(process.argv[2], ['check', ...process.argv.slice(3)]).then((result) => console.log(JSON.stringify(result)));
    `;
    await build({
      stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'ts' },
      outfile: join(bundle, 'run.cjs'),
      bundle: true,
      platform: 'node',
      mainFields: ['module', 'main'],
      logLevel: 'error',
    });
  });
  afterAll(() => rmSync(bundle, { recursive: true, force: true }));

  function asNobody(...argv: string[]) {
    const { stdout, stderr } = spawnSync(process.execPath, [join(bundle, 'run.cjs'), folder.root, ...argv], {
      cwd: '/',
    });
    expect(stderr.toString()).toBe('');
    return JSON.parse(stdout.toString());
  }

  beforeEach(() => {
    chmodSync(folder.root, 0o755);
    folder.write('open/a.zhibiao.yaml', '甲局乙局');
    folder.write('closed/b.zhibiao.yaml', '甲局乙局');
    writeFileSync(at('secret.zhibiao.yaml'), '', { mode: 0o000 });
    chmodSync(at('closed'), 0o000);
  });
  afterEach(() => chmodSync(at('closed'), 0o755));

  it('a folder that is met is a note, a file that is met is trouble', () => {
    unlinkSync(at('secret.zhibiao.yaml'));
    expect(asNobody()).toMatchObject({ code: 1, err: 'closed：文件夹读不了，没有权限，已跳过\n' });
    writeFileSync(at('secret.zhibiao.yaml'), '', { mode: 0o000 });
    expect(asNobody()).toMatchObject({
      code: 2,
      err: 'closed：文件夹读不了，没有权限，已跳过\nsecret.zhibiao.yaml：文件读不了，没有权限\n',
    });
  });

  it('a folder that is named is trouble', () => {
    expect(asNobody('open', 'closed')).toMatchObject({ code: 2, err: 'closed：文件夹读不了，没有权限\n' });
  });

  it('a cache that cannot be read or written is a note', () => {
    unlinkSync(at('secret.zhibiao.yaml'));
    writeFileSync(at('cache'), 'x', { mode: 0o000 });
    const { code, err } = asNobody('open', '--cache-location', 'cache');
    expect(code).toBe(1);
    expect(err).toMatch(/^cache：.+\n$/);
  });
});

describe('links', () => {
  it('that form loops of folders end', async () => {
    folder.write('a/b/x.zhibiao.yaml', '甲局乙局');
    symlinkSync('../..', at('a/b/up'));
    symlinkSync('.', at('a/self'));
    expect(await check()).toMatchObject({ code: 1, err: '' });
    expect((await check()).out).toContain('1 个文件');
  });

  it('a folder that takes the name of a file while its folder is listed', async () => {
    folder.write('a.zhibiao.yaml', '甲局乙局');
    folder.write('b/x.zhibiao.yaml', '甲局乙局');
    renameSync(at('b'), at('b.zhibiao.yaml'));
    expect((await check()).out).toContain('2 个文件，2 个错误');
  });
});
