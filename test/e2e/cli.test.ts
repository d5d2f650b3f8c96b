import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check, type Finding, manifest, type Run, run, zhibiao } from './harness/product';
import { clean, type Trap, trapped, traps } from './harness/samples';
import { root, writeFiles } from './harness/temporary';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhibiao-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const here = (...args: string[]) => zhibiao(args, { cwd: folder });
const write = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content);
const rulesOf = (findings: readonly Finding[] = []) => findings.map(({ rule }) => rule);

/** What a person may never be shown. */
function expectNoCrash({ code, stdout, stderr }: Run): void {
  expect([0, 1, 2]).toContain(code);
  expect(stdout + stderr).not.toMatch(/\n\s+at .*:\d+|node:internal|TypeError|RangeError|ENOENT|EISDIR|undefined/);
}

/** One Chinese line on standard error, nothing else. */
function expectOneLine(result: Run, says: RegExp): void {
  expectNoCrash(result);
  expect(result.code).toBe(2);
  expect(result.stderr.trimEnd().split('\n')).toEqual([expect.stringMatching(says)]);
}

describe('exit code and help', () => {
  it('ends with 0 without findings, 1 with, 2 for a wrong command line', async () => {
    write('clean.zhibiao.yaml', clean);
    write('faulty.zhibiao.yaml', trapped('full-width colon'));
    expect(await here('check', 'clean.zhibiao.yaml')).toMatchObject({ code: 0, stderr: '' });
    expect(await here('check', 'faulty.zhibiao.yaml')).toMatchObject({ code: 1, stderr: '' });
    expectOneLine(await here('check', '--fux'), /未知选项「--fux」/);
    expectOneLine(await here('chek'), /没有命令「chek」.*check/);
    expectOneLine(await here('check', '--format', 'xml', 'clean.zhibiao.yaml'), /xml/);
    expectOneLine(await here('check', '--rule', 'nonsense=off', 'clean.zhibiao.yaml'), /nonsense/);
  });

  it('helps in Chinese', async () => {
    for (const args of [['--help'], ['check', '--help'], ['help', 'check']]) {
      const { code, stdout, stderr } = await here(...args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/^用法：/);
      expect(stdout).not.toMatch(/Usage|Options|Commands|Arguments|display help/);
    }
    expect((await here('check', '--help')).stdout).toContain('--fix-dry-run');
  });

  it('tells its version', async () => {
    expect(await here('--version')).toMatchObject({ code: 0, stdout: `${manifest.version}\n` });
  });

  it('reads standard input', async () => {
    const args = ['check', '--stdin', '--stdin-filename', 'x.zhibiao.yaml'];
    expect(await zhibiao(args, { cwd: folder, input: clean })).toMatchObject({ code: 0 });
    const { code, stdout } = await zhibiao(args, { cwd: folder, input: trapped('full-width colon') });
    expect(code).toBe(1);
    expect(stdout).toContain('yaml-fullwidth');
  });

  it('does not mind a reader that leaves', async () => {
    const shell = `${process.execPath} dist/cli.js check seeds/as-printed | head -1; echo "ended $?/\${PIPESTATUS[0]}" >&2`;
    const { stdout, stderr } = await run('bash', ['-c', shell]);
    expect(stdout).toContain('seeds/as-printed');
    expect(stderr).toMatch(/^ended 0\/[01]\n$/);
  });
});

describe('the county documents', () => {
  let found: ReadonlyMap<string, readonly Finding[]>;
  beforeAll(async () => {
    found = await check(['seeds/as-printed']);
  });

  /** The lines of a document that a rule's findings stand on. */
  function linesOf(county: string, rule: string, severity?: Finding['severity']): string[] {
    const path = `seeds/as-printed/${county}.zhibiao.yaml`;
    const lines = readFileSync(join(root, path), 'utf8').split('\n');
    return (found.get(path) ?? [])
      .filter((finding) => finding.rule === rule && (severity === undefined || finding.severity === severity))
      .map(({ range }) => lines[range.start.line] ?? '');
  }

  /** What a rule's findings cover. */
  function textsOf(county: string, rule: string): string[] {
    const path = `seeds/as-printed/${county}.zhibiao.yaml`;
    const lines = readFileSync(join(root, path), 'utf8').split('\n');
    return (found.get(path) ?? [])
      .filter((finding) => finding.rule === rule)
      .map(({ range }) => (lines[range.start.line] ?? '').slice(range.start.character, range.end.character));
  }

  it('finds what was printed wrong in 兰陵', () => {
    const path = 'seeds/as-printed/lanling/lanling.zhibiao.yaml';
    const duplicates = (found.get(path) ?? []).filter(({ rule }) => rule === 'text-duplicate');
    expect(duplicates).toHaveLength(1);
    expect(duplicates[0]?.message).toMatch(/8[78]/);
    expect(linesOf('lanling/lanling', 'unit-missing')).toHaveLength(2);
    expect(linesOf('lanling/lanling', 'text-encoding').join()).toMatch(/執.*權/);
  });

  it('finds what was printed wrong in 柞水', () => {
    expect(linesOf('zhashui/zhashui', 'deadline-format').join()).toContain('11月27-12月3日');
    expect(linesOf('zhashui/zhashui', 'heading-sequence', 'error')).toHaveLength(1);
    expect(linesOf('zhashui/zhashui', 'text-encoding').join()).toContain('<p>');
  });

  it('finds what was printed wrong in 沙坡头', () => {
    expect(textsOf('shapotou/shapotou', 'unit-separator')).toEqual(['区工信和商务局区民社局']);
  });

  it('finds what was printed wrong in 沁水', () => {
    expect(textsOf('qinshui/qinshui', 'unit-separator')).toContain('市生态环境局 沁水分局');
    expect(linesOf('qinshui/qinshui', 'unit-missing').length).toBeGreaterThan(0);
  });

  it('finds what was printed wrong in 宝丰', () => {
    expect(textsOf('baofeng/scheme', 'text-encoding')).toEqual(['responsibility']);
  });

  it('prints them with a place, a mark and a summary', async () => {
    const { code, stdout, stderr } = await zhibiao(['check', 'seeds/as-printed/shapotou']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/^ +113:20 +错误 .*区工信和商务局.* unit-separator$/m);
    expect(stdout).toMatch(/^ +│ {12}~{22}$/m);
    expect(stdout).toMatch(/^\d+ 个文件，\d+ 个错误/m);
  });
});

describe('slips of the keyboard', () => {
  it.each(Object.keys(traps) as Trap[])('%s: one finding, and --fix mends it', async (trap) => {
    const name = `${trap}.zhibiao.yaml`;
    write(name, trapped(trap));
    const findings = (await check([name], { cwd: folder })).get(name) ?? [];
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message).toMatch(/请|应/);
    expect(findings[0]?.message).not.toContain('读不懂');
    expect(await here('check', '--fix', name)).toMatchObject({ code: 0, stderr: '' });
    if (trap !== 'full-width quotes') expect(readFileSync(join(folder, name), 'utf8')).toBe(clean);
  });
});

describe('bad input', () => {
  /** Rules of the findings of one file; the exit code must fit them. */
  async function rulesIn(name: string, content: string | Buffer): Promise<readonly string[]> {
    write(name, content);
    const result = await here('check', name);
    expectNoCrash(result);
    expect(result.stderr).toBe('');
    const findings = (await check([name], { cwd: folder })).get(name) ?? [];
    expect(result.code).toBe(findings.some(({ severity }) => severity === 'error') ? 1 : 0);
    return rulesOf(findings);
  }

  it('an empty file, and one of comments only', async () => {
    expect(await rulesIn('empty.zhibiao.yaml', '')).not.toEqual([]);
    expect(await rulesIn('comment.zhibiao.yaml', '# 说明\n')).not.toEqual([]);
  });

  it('a binary file', async () => {
    write('binary.zhibiao.yaml', readFileSync(join(root, 'icons', 'zhibiao.png')));
    expectOneLine(await here('check', 'binary.zhibiao.yaml'), /binary\.zhibiao\.yaml：/);
  });

  it('a file of 50 MB', async () => {
    write('huge.zhibiao.yaml', Buffer.alloc(50 * 2 ** 20, '# 说明\n'));
    expectOneLine(await here('check', 'huge.zhibiao.yaml'), /huge\.zhibiao\.yaml：文件过大/);
    rmSync(join(folder, 'huge.zhibiao.yaml'));
  });

  it('a file that is not there, a link to nowhere, a loop of links, a file for a folder, a NUL in a name', async () => {
    expectOneLine(await here('check', 'nowhere.zhibiao.yaml'), /nowhere\.zhibiao\.yaml/);
    symlinkSync('nowhere', join(folder, 'dangling.zhibiao.yaml'));
    expectOneLine(await here('check', 'dangling.zhibiao.yaml'), /dangling\.zhibiao\.yaml/);
    symlinkSync('loop.zhibiao.yaml', join(folder, 'loop.zhibiao.yaml'));
    expectOneLine(await here('check', 'loop.zhibiao.yaml'), /loop\.zhibiao\.yaml/);
    write('plain', '');
    expectOneLine(await here('check', 'plain/a.zhibiao.yaml'), /plain/);
    expectOneLine(await here('check', '--output', 'plain/out.txt', 'plain'), /plain/);
    expectOneLine(await here('check', '--config', 'none.yaml', 'plain'), /none\.yaml/);
    const nul = `import(${JSON.stringify(join(root, 'dist', 'cli.js'))})`;
    const withNul = `process.argv = [process.argv[0], 'zhibiao', 'check', 'a\\0b.yaml']; ${nul}`;
    expectOneLine(await run(process.execPath, ['-e', withNul], { cwd: folder }), /a.*b\.yaml/);
    for (const name of ['dangling', 'loop']) rmSync(join(folder, `${name}.zhibiao.yaml`));
  });

  it('an empty folder', async () => {
    mkdirSync(join(folder, 'hollow'));
    const result = await here('check', 'hollow');
    expectNoCrash(result);
    expect(result.stdout + result.stderr).not.toBe('');
  });

  it('a registry that does not exist, or is the file itself, or is a folder', async () => {
    const withRegistry = (path: string) => clean.replace(/单位名录: .*/, `单位名录: ${path}`);
    expect(await rulesIn('missing.zhibiao.yaml', withRegistry('./none.danwei.yaml'))).toEqual(['registry']);
    expect(await rulesIn('itself.zhibiao.yaml', withRegistry('./itself.zhibiao.yaml'))).toEqual(['registry']);
    expect(await rulesIn('folder.zhibiao.yaml', withRegistry('.'))).toEqual(['registry']);
  });

  it('an alias bomb', async () => {
    const names = 'abcdefghijklmnop';
    const levels = [...names].map((name, index) => {
      const inside = index === 0 ? 'x' : `*${names[index - 1]}`;
      return `${name}: &${name} [${Array(9).fill(inside).join(', ')}]\n`;
    });
    expect(await rulesIn('bomb.zhibiao.yaml', levels.join(''))).toContain('yaml-syntax');
  });

  it('10,000 levels of nesting', async () => {
    expect(await rulesIn('flow.zhibiao.yaml', `标题: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`)).toContain(
      'yaml-syntax',
    );
    const maps = `标题: ${'{a: '.repeat(10_000)}${'}'.repeat(10_000)}\n`;
    expect(await rulesIn('maps.zhibiao.yaml', maps)).toContain('yaml-syntax');
    expect(await rulesIn('dashes.zhibiao.yaml', `${'- '.repeat(10_000)}a\n`)).not.toEqual([]);
  });

  it('invalid UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('标题: '), Buffer.from([0xff, 0xfe]), Buffer.from('坏\n')]);
    expect(await rulesIn('invalid.zhibiao.yaml', bytes)).toContain('text-encoding');
  });

  it('a file in GBK: read, checked, one finding, and --fix turns it into UTF-8', async () => {
    const text = clean.replace('[县司法局]', '[县司法厅]');
    const { stdout: gbk } = await run('bash', ['-c', 'iconv -f utf-8 -t gbk | base64 -w0'], { input: text });
    expect((await rulesIn('gbk.zhibiao.yaml', Buffer.from(gbk, 'base64'))).toSorted()).toEqual([
      'text-encoding',
      'unit-unknown',
    ]);
    const fixed = await here('check', '--fix', 'gbk.zhibiao.yaml');
    expect(fixed.stdout).not.toContain('text-encoding');
    expect(fixed.stdout).toContain('unit-unknown');
    expect(readFileSync(join(folder, 'gbk.zhibiao.yaml'), 'utf8')).toBe(text);
  });

  it('a folder with all of them', async () => {
    const result = await here('check');
    expectNoCrash(result);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain('binary.zhibiao.yaml');
    expect(result.stdout).toContain('gbk.zhibiao.yaml');
  });
});

describe('npm package', () => {
  it('checks on its own, with the corpora that it brings', async () => {
    const quiet = { env: { ...process.env, npm_config_offline: 'true', npm_config_update_notifier: 'false' } };
    const home = mkdtempSync(join(tmpdir(), 'zhibiao-npm-'));
    try {
      const packed = await run('npm', ['pack', '--silent', '--pack-destination', home], quiet);
      expect(packed.code).toBe(0);
      const tarball = packed.stdout.trim();
      writeFiles(home, {
        'package.json': '{"private":true}',
        'a.zhibiao.yaml': clean.replace('依据: 无', '依据: 2021年版'),
      });
      const install = ['install', '--no-audit', '--no-fund', `./${tarball}`];
      expect(await run('npm', install, { ...quiet, cwd: home })).toMatchObject({ code: 0 });

      const program = join(home, 'node_modules', '.bin', 'zhibiao');
      expect(await run(program, ['--version'], { cwd: home })).toMatchObject({
        code: 0,
        stdout: `${manifest.version}\n`,
      });
      const { stdout } = await run(program, ['check', 'a.zhibiao.yaml'], { cwd: home });
      // 2 items here, 100 in the corpus: only who has read it knows.
      expect(stdout).toMatch(/number-total/);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
});
