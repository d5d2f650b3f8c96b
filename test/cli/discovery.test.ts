import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discover } from '../../server/src/cli/discovery';
import { fakeEngine } from './fake-engine';
import { type Folder, temporaryFolder } from './harness';

let folder: Folder;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const { kindOf } = fakeEngine();

function find(...given: string[]) {
  const { files, troubles } = discover(given, { cwd: folder.root, kindOf });
  return { found: files.map(({ path }) => path), troubles };
}

function write(...names: string[]) {
  for (const name of names) folder.write(name, '');
}

describe('without paths', () => {
  it('finds the four kinds of file below the working folder, sorted', () => {
    write('b/x.zhibiao.yaml', 'a.danwei.yaml', 'B.yaoqiu.yaml', 'zhibiao.config.yaml', 'other.yaml', 'b/readme.md');
    expect(find()).toEqual({
      found: ['B.yaoqiu.yaml', 'a.danwei.yaml', 'b/x.zhibiao.yaml', 'zhibiao.config.yaml'],
      troubles: [],
    });
  });

  it('says so when there are none', () => {
    expect(find()).toEqual({ found: [], troubles: ['.：文件夹中没有可以检查的文件'] });
  });

  it('leaves out node_modules, .git, dist and what git ignores, by every .gitignore', () => {
    write('node_modules/a.zhibiao.yaml', '.git/a.zhibiao.yaml', 'dist/a.zhibiao.yaml', 'sub/dist/a.zhibiao.yaml');
    write('old/a.zhibiao.yaml', 'sub/draft.zhibiao.yaml', 'sub/kept.zhibiao.yaml', 'draft.zhibiao.yaml');
    folder.write('.gitignore', '/old/\n*.zhibiao.yaml\n!draft.zhibiao.yaml\n');
    folder.write('sub/.gitignore', '!kept.zhibiao.yaml\ndraft.*\n');
    expect(find().found).toEqual(['draft.zhibiao.yaml', 'sub/kept.zhibiao.yaml']);
  });

  it('obeys the .gitignore files above the working folder, up to the repository', () => {
    mkdirSync(join(folder.root, '.git'));
    folder.write('.gitignore', 'old.*\n');
    write('sub/old.zhibiao.yaml', 'sub/new.zhibiao.yaml');
    const { files } = discover([], { cwd: join(folder.root, 'sub'), kindOf });
    expect(files.map(({ path }) => path)).toEqual(['new.zhibiao.yaml']);
  });

  it('does not follow links to folders, so that cycles are harmless; links to files count', () => {
    write('sub/a.zhibiao.yaml');
    symlinkSync('..', join(folder.root, 'sub', 'up'));
    symlinkSync('.', join(folder.root, 'self.zhibiao.yaml'));
    symlinkSync('sub/a.zhibiao.yaml', join(folder.root, 'link.zhibiao.yaml'));
    expect(find()).toEqual({ found: ['link.zhibiao.yaml', 'sub/a.zhibiao.yaml'], troubles: [] });
    expect(find('**/*.zhibiao.yaml')).toEqual({
      found: ['link.zhibiao.yaml', 'sub/a.zhibiao.yaml'],
      troubles: [],
    });
  });

  it('names a folder that cannot be read and goes on', () => {
    write('a/x.zhibiao.yaml', 'b/y.zhibiao.yaml');
    const readFolder = (path: string) => {
      if (basename(path) === 'a') throw Object.assign(new Error('no'), { code: 'EACCES' });
      return readdirSync(path, { withFileTypes: true });
    };
    const { files, notes, troubles } = discover([], { cwd: folder.root, kindOf, readFolder });
    expect(files.map(({ path }) => path)).toEqual(['b/y.zhibiao.yaml']);
    expect({ notes, troubles }).toEqual({ notes: ['a：文件夹读不了，没有权限，已跳过'], troubles: [] });
  });

  it('a folder that was asked for and cannot be read is trouble', () => {
    write('a/x.zhibiao.yaml', 'b/y.zhibiao.yaml');
    const readFolder = (path: string) => {
      if (basename(path) === 'a') throw Object.assign(new Error('no'), { code: 'EACCES' });
      return readdirSync(path, { withFileTypes: true });
    };
    for (const given of [
      ['a', 'b'],
      ['a/*.yaml', 'b/*.yaml'],
    ]) {
      const { files, notes, troubles } = discover(given, { cwd: folder.root, kindOf, readFolder });
      expect(files.map(({ path }) => path)).toEqual(['b/y.zhibiao.yaml']);
      expect({ notes, troubles }).toEqual({ notes: [], troubles: ['a：文件夹读不了，没有权限'] });
    }
  });

  it('passes over a folder that is gone again', () => {
    write('a/x.zhibiao.yaml', 'b/y.zhibiao.yaml');
    const readFolder = (path: string) =>
      readdirSync(basename(path) === 'a' ? join(path, 'gone') : path, { withFileTypes: true });
    expect(discover([], { cwd: folder.root, kindOf, readFolder })).toMatchObject({ notes: [], troubles: [] });
  });

  it.skipIf(process.platform !== 'linux')('names what has a name in GBK, which cannot be opened', () => {
    const gbk = (name: string) =>
      Buffer.concat([Buffer.from(`${folder.root}/`), Buffer.from([0xc7, 0xdf]), Buffer.from(name)]);
    write('x.zhibiao.yaml', '\uFFFD.zhibiao.yaml');
    mkdirSync(gbk(''));
    for (const name of ['.zhibiao.yaml', '.yml', '.docx']) writeFileSync(gbk(name), '');
    const { files, notes, troubles } = discover([], { cwd: folder.root, kindOf });
    expect(files.map(({ path }) => path)).toEqual(['x.zhibiao.yaml', '\uFFFD.zhibiao.yaml']);
    expect(troubles).toEqual(['\uFFFD\uFFFD.zhibiao.yaml：名称不是 UTF-8 编码，打不开，请改名']);
    expect([...notes].sort()).toEqual([
      '\uFFFD\uFFFD.yml：名称不是 UTF-8 编码，打不开，请改名；已跳过',
      '\uFFFD\uFFFD：名称不是 UTF-8 编码，打不开，请改名；已跳过',
    ]);
  });

  it.skipIf(process.platform === 'win32')('passes over pipes and loops of links with a note', () => {
    write('x.zhibiao.yaml');
    execFileSync('mkfifo', [join(folder.root, 'pipe.zhibiao.yaml')]);
    symlinkSync('loop.zhibiao.yaml', join(folder.root, 'loop.zhibiao.yaml'));
    symlinkSync('nowhere', join(folder.root, 'dangling.zhibiao.yaml'));
    const { files, notes, troubles } = discover([], { cwd: folder.root, kindOf });
    expect(files.map(({ path }) => path)).toEqual(['x.zhibiao.yaml']);
    expect([...notes].sort()).toEqual([
      'dangling.zhibiao.yaml：符号链接指向的文件不存在，已跳过',
      'loop.zhibiao.yaml：符号链接绕成了圈，已跳过',
      'pipe.zhibiao.yaml：不是普通文件；管道的内容请用 --stdin 检查，已跳过',
    ]);
    expect(troubles).toEqual([]);
  });
});

describe('with paths', () => {
  it('a file by name is an indicator file, unless its name says otherwise', () => {
    write('a.txt', 'b.danwei.yaml', 'sub/c.zhibiao.yaml');
    const { files } = discover(['a.txt', 'b.danwei.yaml', 'sub'], { cwd: folder.root, kindOf });
    expect(files.map(({ path, kind }) => [path, kind])).toEqual([
      ['a.txt', 'zhibiao'],
      ['b.danwei.yaml', 'danwei'],
      ['sub/c.zhibiao.yaml', 'zhibiao'],
    ]);
  });

  it('a file or folder by name counts even if git ignores it', () => {
    folder.write('.gitignore', 'out/\nx.zhibiao.yaml\n');
    write('x.zhibiao.yaml', 'out/y.zhibiao.yaml');
    expect(find('x.zhibiao.yaml', 'out').found).toEqual(['out/y.zhibiao.yaml', 'x.zhibiao.yaml']);
  });

  it('each file once, however often it is named', () => {
    write('a.zhibiao.yaml');
    expect(find('a.zhibiao.yaml', './a.zhibiao.yaml', '.', '*.yaml').found).toEqual(['a.zhibiao.yaml']);
  });

  it('globs match YAML files, without what git ignores', () => {
    folder.write('.gitignore', 'old/\n');
    write('seeds/x/a.yaml', 'seeds/y/b.zhibiao.yml', 'seeds/y/c.md', 'old/d.yaml', 'node_modules/e.yaml');
    expect(find('**/*').found).toEqual(['seeds/x/a.yaml', 'seeds/y/b.zhibiao.yml']);
    expect(find('seeds/{x,z}/*.yaml').found).toEqual(['seeds/x/a.yaml']);
    expect(find('seeds/*.yaml')).toEqual({ found: [], troubles: ['seeds/*.yaml：没有匹配的文件'] });
    // A folder that is named is meant.
    expect(find('old/*.yaml').found).toEqual(['old/d.yaml']);
    expect(find('./seeds/**/a.yaml', `${folder.root}/seeds/y/*`).found).toEqual([
      'seeds/x/a.yaml',
      'seeds/y/b.zhibiao.yml',
    ]);
  });

  it('Windows separators', () => {
    write('seeds/x/a.yaml');
    expect(find('seeds\\x\\a.yaml').found).toEqual(['seeds/x/a.yaml']);
    expect(find('seeds\\x').troubles).toEqual(['seeds\\x：文件夹中没有可以检查的文件']);
    expect(find('seeds\\**\\*.yaml').found).toEqual(['seeds/x/a.yaml']);
  });

  it('names that look like globs are files first', () => {
    write('a[1].zhibiao.yaml');
    expect(find('a[1].zhibiao.yaml').found).toEqual(['a[1].zhibiao.yaml']);
  });

  it('files outside of the working folder', () => {
    write('a.zhibiao.yaml', 'sub/b.zhibiao.yaml');
    const { files } = discover(['../a.zhibiao.yaml'], { cwd: join(folder.root, 'sub'), kindOf });
    expect(files.map(({ path }) => path)).toEqual(['../a.zhibiao.yaml']);
  });

  it('names every path that does not exist, made harmless for a terminal', () => {
    expect(find('x', '\u001b[31m', '*.yaml').troubles).toEqual([
      'x：没有这个文件或文件夹',
      '‹U+001B›[31m：没有这个文件或文件夹',
      '*.yaml：没有匹配的文件',
    ]);
  });

  it('refuses what is no file', () => {
    expect(find('/dev/null').troubles).toEqual(['/dev/null：不是普通文件；管道的内容请用 --stdin 检查']);
  });
});
