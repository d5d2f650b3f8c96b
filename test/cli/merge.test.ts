import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FORMATS } from '../../server/src/cli/formats';
import { nodeEngine } from '../../server/src/cli/node-engine';
import { type Folder, type RunOptions, run, temporaryFolder } from './harness';

const root = resolve(import.meta.dirname, '..', '..');

let folder: Folder;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const zhibiao = (argv: string, options: RunOptions = {}) => run(folder.root, argv.split(' ').filter(Boolean), options);

/** Checks in `count` parts, each with its report `r1.json`, `r2.json`…, and returns their names. */
async function checkInParts(count: number, argv = '', options: RunOptions = {}): Promise<string[]> {
  const names = Array.from({ length: count }, (_, i) => `r${i + 1}.json`);
  for (const [i, name] of names.entries()) {
    await zhibiao(`check ${argv} --shard ${i + 1}/${count} --format json --output ${name}`, options);
  }
  return names;
}

function writeFiles(): void {
  for (let i = 0; i < 12; i++) folder.write(`${i}.zhibiao.yaml`, i % 3 === 0 ? '甲局乙局 80%' : '长期坚持 80%');
}

describe('merge', () => {
  it.each(FORMATS)('%s: says what one check of all files says', async (format) => {
    cpSync(join(root, 'seeds', 'as-printed'), folder.root, { recursive: true });
    const engine = nodeEngine(root, '1.0.0');
    const whole = await zhibiao(`check --format ${format}`, { engine });
    const names = await checkInParts(3, '', { engine });
    expect(await zhibiao(`merge r2.json r3.json r1.json --format ${format}`, { engine })).toEqual(whole);
    expect(names).toHaveLength(3);
    expect(whole.code).toBe(1);
  });

  it.each([
    ['', 1],
    ['--max-warnings 11', 1],
    ['--quiet', 1],
  ])('ends as a check with %s would', async (argv, code) => {
    writeFiles();
    const whole = await zhibiao(`check ${argv}`);
    const names = await checkInParts(2);
    const merged = await zhibiao(`merge ${argv} ${names.join(' ')}`);
    expect(merged).toEqual(whole);
    expect(merged.code).toBe(code);
  });

  it('half a character in a path, which Windows allows, is no fault of the program', async () => {
    writeFiles();
    const [name = ''] = await checkInParts(1);
    folder.write(name, folder.read(name).replace('"0.zhibiao.yaml"', '"\\ud83d.zhibiao.yaml"'));
    const { code, out } = await zhibiao(`merge ${name} --format sarif`);
    expect(code).toBe(1);
    expect(out).toContain('"uri": "%EF%BF%BD.zhibiao.yaml"');
  });

  it('ends with 0 where there are no errors, and counts the warnings of all parts', async () => {
    for (const name of ['a', 'b', 'c', 'd']) folder.write(`${name}.zhibiao.yaml`, '80%');
    const names = (await checkInParts(2)).join(' ');
    expect((await zhibiao(`merge ${names} --max-warnings 4`)).code).toBe(0);
    expect(await zhibiao(`merge ${names} --max-warnings 3`)).toMatchObject({
      code: 1,
      err: '警告 4 个，超过 --max-warnings 定的 3 个\n',
    });
  });

  it('tells what the parts could not read, once', async () => {
    folder.write('a.zhibiao.yaml', '标题: 甲');
    const names = await checkInParts(2, 'a.zhibiao.yaml none.yaml');
    const whole = await zhibiao('check a.zhibiao.yaml none.yaml --format sarif');
    expect(whole).toMatchObject({ code: 2, err: 'none.yaml：没有这个文件或文件夹\n' });
    expect(await zhibiao(`merge ${names.join(' ')} --format sarif`)).toEqual(whole);
  });

  it('misses parts', async () => {
    writeFiles();
    await checkInParts(4);
    const { code, out, err } = await zhibiao('merge r2.json r4.json');
    expect([code, err]).toEqual([2, '分成 4 份检查，缺第 1、3 份的报告\n']);
    expect(out).toMatch(/^\d+ 个文件，/m);
  });

  it('does not mix two divisions', async () => {
    writeFiles();
    await checkInParts(3);
    folder.write('old.json', folder.read('r3.json'));
    await checkInParts(2);
    expect(await zhibiao('merge r1.json r2.json old.json')).toMatchObject({
      code: 2,
      err: '报告不是同一次分的：有的分 2 份，有的分 3 份\n',
    });
  });

  it('takes a file that stands in two reports once, and says so if they differ', async () => {
    folder.write('a.zhibiao.yaml', '甲局乙局');
    await zhibiao('check --format json --output one.json');
    const { code, out } = await zhibiao('check');
    expect(await zhibiao('merge one.json one.json')).toEqual({ code, out, err: '' });
    folder.write('a.zhibiao.yaml', '标题: 甲');
    await zhibiao('check --format json --output two.json');
    expect(await zhibiao('merge one.json two.json')).toEqual({
      code: 2,
      out,
      err: 'a.zhibiao.yaml：one.json 和 two.json 中的结果不同，按前一个计\n',
    });
  });

  it('joins reports of separate checks', async () => {
    folder.write('甲/a.zhibiao.yaml', '甲局乙局');
    folder.write('乙/b.zhibiao.yaml', '长期坚持');
    await zhibiao('check 甲 --format json --output one.json');
    await zhibiao('check 乙 --format json --output two.json');
    expect(await zhibiao('merge two.json one.json')).toEqual(await zhibiao('check'));
  });

  it('takes patterns that the shell leaves to it, with either slash', async () => {
    folder.write('a.zhibiao.yaml', '甲局乙局');
    await zhibiao('check --format json --output 夹/r1.json');
    for (const name of ['夹/r*.json', '夹\\r*.json'])
      expect(await zhibiao(`merge ${name}`)).toEqual(await zhibiao('check'));
    expect((await zhibiao('merge 夹/x*.json')).err).toBe('夹/x*.json：没有匹配的报告\n');
  });

  it('notes a report of another version', async () => {
    folder.write('a.zhibiao.yaml', '标题: 甲');
    await zhibiao('check --format json --output one.json');
    folder.write('one.json', folder.read('one.json').replace('"1.2.3"', '"1.2.4"'));
    expect(await zhibiao('merge one.json')).toEqual({
      code: 0,
      out: '1 个文件，没有发现问题\n',
      err: 'one.json 由 1.2.4 版生成，这一版是 1.2.3，规则可能不同\n',
    });
  });

  it('refuses what is no report', async () => {
    folder.write('a.zhibiao.yaml', '甲局乙局');
    await zhibiao('check --format json --output good.json');
    const good = folder.read('good.json');
    const bad = [
      '',
      '{}',
      '[]',
      'null',
      good.slice(0, -10),
      good.replace('"version": 1', '"version": 2'),
      good.replace('"severity": "error"', '"severity": "fatal"'),
      good.replace('"line": 0', '"line": -1'),
      good.replace('"line": 0', '"line": "0"'),
      good.replace(/"fingerprint": ".*"/, '"fingerprint": 1'),
      good.replace('"fixable": true,', ''),
      good.replace('"files": [', '"files": [1,'),
      good.replace('"troubles": []', '"troubles": {}'),
      good.replace('"files"', '"shard": {"index": 3, "count": 2}, "files"'),
    ];
    for (const text of bad) {
      expect(text).not.toBe(good);
      folder.write('bad.json', text);
      const says = 'bad.json 不是这一版 zhibiao check --format json 生成的报告\n';
      expect(await zhibiao('merge good.json bad.json')).toEqual({ code: 2, out: '', err: says });
    }
    expect((await zhibiao('merge none.json')).err).toBe('报告 none.json 读不了：没有这个文件或文件夹\n');
    expect((await zhibiao('merge')).err).toBe('缺少参数「报告」。用法见 zhibiao --help\n');
    expect((await zhibiao('merge good.json --format xml')).code).toBe(2);
  });

  it('writes what it is told where it is told', async () => {
    folder.write('a.zhibiao.yaml', '甲局乙局');
    await zhibiao('check --format json --output one.json');
    const { code, out } = await zhibiao('merge one.json --format markdown --output 报告.md');
    expect([code, out]).toEqual([1, '']);
    expect(folder.read('报告.md')).toBe((await zhibiao('check --format markdown')).out);
  });
});
