import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { applyPatch } from 'diff';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_LINE_CHANGES } from '../../server/src/service/text-diff';
import { fakeEngine } from './fake-engine';
import { type Folder, run, temporaryFolder } from './harness';

/** 「甲局乙局」 in GB18030. */
const GBK = new Uint8Array([0xbc, 0xd7, 0xbe, 0xd6, 0xd2, 0xd2, 0xbe, 0xd6]);

let folder: Folder;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const check = (argv: string, options = {}) => run(folder.root, ['check', ...argv.split(' ')], options);
const path = (name: string) => join(folder.root, name);

describe('--fix', () => {
  it('writes what changed and reports what is left', async () => {
    folder.write('a.zhibiao.yaml', '[甲局乙局] 80%\n');
    const { code, out, err } = await check('--fix');
    expect(folder.read('a.zhibiao.yaml')).toBe('[甲局, 乙局] 80%\n');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/1 个文件，1 个警告\n$/);
    expect(readdirSync(folder.root)).toEqual(['a.zhibiao.yaml']);
  });

  it('keeps the byte-order mark, CRLF and mode', async () => {
    folder.write('a.zhibiao.yaml', '\uFEFF甲: 1\r\n乙: 甲局乙局\r\n');
    chmodSync(path('a.zhibiao.yaml'), 0o640);
    await check('--fix');
    expect(folder.read('a.zhibiao.yaml')).toBe('\uFEFF甲: 1\r\n乙: 甲局, 乙局\r\n');
    expect(statSync(path('a.zhibiao.yaml')).mode & 0o777).toBe(0o640);
  });

  it('leaves a file alone that needs no fix', async () => {
    folder.write('a.zhibiao.yaml', '80%');
    const before = statSync(path('a.zhibiao.yaml'), { bigint: true });
    await check('--fix');
    const after = statSync(path('a.zhibiao.yaml'), { bigint: true });
    expect([after.mtimeNs, after.ino]).toEqual([before.mtimeNs, before.ino]);
  });

  it('turns GB18030 into UTF-8', async () => {
    folder.write('a.zhibiao.yaml', GBK);
    expect((await check('.')).out).toContain('文件是 GB18030 编码。');
    expect(await check('--fix')).toMatchObject({ code: 0, out: '1 个文件，没有发现问题\n' });
    expect(folder.read('a.zhibiao.yaml')).toBe('甲局, 乙局');
  });

  it('never writes back a text of which bytes were lost', async () => {
    const broken = new Uint8Array([...new TextEncoder().encode('甲局乙局 '), 0xff, 0xfe, 0xff]);
    folder.write('a.zhibiao.yaml', broken);
    const { code, err } = await check('--fix');
    expect([code, err]).toEqual([2, 'a.zhibiao.yaml：有无法辨认的字节，没有自动修改\n']);
    expect(new Uint8Array(readFileSync(path('a.zhibiao.yaml')))).toEqual(broken);
  });

  it('a read-only file is one line; the others are fixed', async () => {
    folder.write('a.zhibiao.yaml', '甲局乙局');
    folder.write('b.zhibiao.yaml', '甲局乙局');
    chmodSync(path('a.zhibiao.yaml'), 0o444);
    const { code, err } = await check('--fix');
    expect([code, err]).toEqual([2, 'a.zhibiao.yaml：文件是只读的，没有修改\n']);
    expect([folder.read('a.zhibiao.yaml'), folder.read('b.zhibiao.yaml')]).toEqual(['甲局乙局', '甲局, 乙局']);
  });

  it('does not write over what somebody else has written or deleted meanwhile', async () => {
    folder.write('a.zhibiao.yaml', '甲局乙局');
    const written = fakeEngine({ onFix: () => folder.write('a.zhibiao.yaml', '甲局乙局，刚写的') });
    expect(await check('--fix', { engine: written })).toMatchObject({
      code: 2,
      err: 'a.zhibiao.yaml：刚刚被改动过，没有自动修改，请再运行一次\n',
    });
    expect(folder.read('a.zhibiao.yaml')).toBe('甲局乙局，刚写的');
    const deleted = fakeEngine({ onFix: () => rmSync(path('a.zhibiao.yaml')) });
    expect(await check('--fix', { engine: deleted })).toMatchObject({
      code: 0,
      err: 'a.zhibiao.yaml：检查之前已被删除，已跳过\n',
    });
    expect(existsSync(path('a.zhibiao.yaml'))).toBe(false);
  });

  it('follows a link to its file and keeps the link', async () => {
    folder.write('real.txt', '甲局乙局');
    symlinkSync('real.txt', path('a.zhibiao.yaml'));
    await check('--fix');
    expect(folder.read('real.txt')).toBe('甲局, 乙局');
    expect(lstatSync(path('a.zhibiao.yaml')).isSymbolicLink()).toBe(true);
  });

  it('standard input comes out fixed, and the report goes to standard error', async () => {
    const { code, out, err } = await check('--stdin --fix', { stdin: '\uFEFF甲局乙局 80%\r\n' });
    expect([code, out]).toEqual([0, '\uFEFF甲局, 乙局 80%\r\n']);
    expect(err).toMatch(/requirement-threshold[\s\S]*1 个文件，1 个警告\n$/);
    expect((await check('--stdin --fix', { stdin: '80%' })).out).toBe('80%');
  });
});

describe('--fix-dry-run', () => {
  beforeEach(() => {
    folder.write('b.zhibiao.yaml', '标题: 甲\n单位: 甲局乙局\n');
    folder.write('a.zhibiao.yaml', '单位: 甲局乙局 80%');
    folder.write('c.zhibiao.yaml', '80%\n');
  });

  it('prints a diff and writes nothing', async () => {
    const { code, out, err } = await check('--fix-dry-run');
    expect(out).toBe(`--- a/a.zhibiao.yaml
+++ b/a.zhibiao.yaml
@@ -1,1 +1,1 @@
-单位: 甲局乙局 80%
\\ No newline at end of file
+单位: 甲局, 乙局 80%
\\ No newline at end of file
--- a/b.zhibiao.yaml
+++ b/b.zhibiao.yaml
@@ -1,2 +1,2 @@
 标题: 甲
-单位: 甲局乙局
+单位: 甲局, 乙局
`);
    expect([code, err]).toEqual([0, '将修改 2 个文件。修改之后：3 个文件，2 个警告\n']);
    expect(folder.read('a.zhibiao.yaml')).toBe('单位: 甲局乙局 80%');
  });

  it('tells of a change of encoding, which a diff cannot show', async () => {
    folder.write('a.zhibiao.yaml', GBK);
    expect((await check('a.zhibiao.yaml --fix-dry-run')).err).toContain('a.zhibiao.yaml：将由 GB18030 转为 UTF-8\n');
  });

  it('is exact in a pipe and inert on a terminal', async () => {
    folder.write('a.zhibiao.yaml', '甲局乙局\u001b[31m\tx\r\n');
    expect((await check('a.zhibiao.yaml --fix-dry-run')).out).toContain('+甲局, 乙局\u001b[31m\tx\r\n');
    const { out } = await check('a.zhibiao.yaml --fix-dry-run', { terminal: 80 });
    expect(out).toContain('+甲局, 乙局‹U+001B›[31m\tx\n');
    expect(out).not.toContain('\u001b');
  });

  it('of thousands of changes is one that leads to the fixed text', async () => {
    const before = `标题: 甲\n${'单位: 甲局乙局\n备注: 同\n'.repeat(MAX_LINE_CHANGES)}单位: 甲局乙局`;
    folder.write('a.zhibiao.yaml', before);
    const { out } = await check('a.zhibiao.yaml --fix-dry-run');
    expect(out.slice(0, 120)).toMatch(
      /^--- a\/a.zhibiao.yaml\n\+\+\+ b\/a.zhibiao.yaml\n@@ -1,4002 \+1,4002 @@\n 标题: 甲\n-单位/,
    );
    expect(applyPatch(before, out)).toBe(before.replaceAll('甲局乙局', '甲局, 乙局'));
  });

  it('goes to a file on demand', async () => {
    expect((await check('--fix-dry-run --output x.patch')).out).toBe('');
    expect(folder.read('x.patch')).toContain('+单位: 甲局, 乙局\n');
  });
});
