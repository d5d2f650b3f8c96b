import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEVERITIES } from '../../server/src/rules/finding';
import { Project } from '../../server/src/workspace/project';
import { normalizeUri } from '../../server/src/workspace/uris';
import { memoryFiles } from '../workspace/memory-files';
import { runCommand } from './command-line';
import { blocksOf, readPage, root } from './markdown';

const page = readPage('docs/cli.md');
const commands = blocksOf(page)
  .filter(({ language, words }) => language === 'sh' && words.includes('可运行'))
  .flatMap(({ text, words }) => {
    const code = Number(words.find((word) => word.startsWith('退出码'))?.slice('退出码'.length) ?? 0);
    return text
      .split('\n')
      .map((line) => line.replace(/ +#.*$/, '').trim())
      .filter((line) => line !== '')
      .map((command) => ({ command, code }));
  });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhibiao-docs-'));
  cpSync(join(root, 'seeds', 'as-printed'), folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('docs/cli.md', () => {
  it('has commands to try', () => {
    expect(commands.length).toBeGreaterThan(10);
  });

  // In order: one may leave a file that the next one reads.
  it.each(commands)('$command ends with $code', async ({ command, code }) => {
    const { code: actual, err } = await runCommand(command, folder);
    expect({ actual, err }).toEqual({ actual: code, err: code === 2 ? expect.stringMatching(/./) : err });
    expect(err).not.toContain('程序出错');
  });

  it.each(['check', 'merge', 'export', 'import', 'migrate', 'compare'])('names every option of %s', async (command) => {
    const named = optionsNamed();
    expect((await optionsOf(command)).filter((option) => !named.has(option))).toEqual([]);
  });

  it('names no option that there is not', async () => {
    const { out } = await runCommand('zhibiao help', folder);
    const all = [...out.matchAll(/^ {2}([a-z]+) /gm)].map(([, command]) => command ?? '');
    expect(all).toContain('export');
    const offered = (await Promise.all(all.filter((command) => command !== 'help').map(optionsOf))).flat();
    const known = new Set([...offered, '--version']);
    expect([...optionsNamed()].filter((option) => !known.has(option))).toEqual([]);
  });

  it('names every format and severity', async () => {
    const { out } = await runCommand('zhibiao help check', folder);
    const formats = /--format <格式> +(.*)/.exec(out)?.[1]?.trim().split(' ') ?? [];
    expect(formats.length).toBeGreaterThan(5);
    expect([...formats, ...SEVERITIES, 'off'].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  it('shows configurations that are right', async () => {
    const items = '一级指标: [{ 名称: 一、甲, 三级指标: [{ 序号: 1, 内容: 做第一件事 }] }]\n';
    const units = '单位: [{ 名称: 县财政局 }]\n';
    const named = new Map(
      Object.entries({
        '单位/沁水.danwei.yaml': units,
        '柞水/zhashui.danwei.yaml': units,
        '要求/2021.yaoqiu.yaml': `名称: 2021年版\n${items}`,
      }).map(([path, text]) => [normalizeUri(`file:///page/${path}`), text]),
    );
    const shown = blocksOf(page).filter(({ words }) => words.includes('配置'));
    const project = new Project(memoryFiles(named));
    expect(shown.length).toBeGreaterThan(0);
    for (const { text } of shown) {
      const { findings } = await project.check('file:///page/zhibiao.config.yaml', text);
      expect(findings).toEqual([]);
    }
  });

  it('quotes the examples for other CI systems as they are', () => {
    for (const { words, text } of blocksOf(page)) {
      const file = words.find((word) => word.startsWith('同'))?.slice(1);
      if (file !== undefined) expect(readFileSync(join(root, file), 'utf8')).toContain(text);
    }
  });
});

/** Options that the page names in a code span. */
function optionsNamed(): Set<string> {
  return new Set(page.match(/(?<=`)--[a-z][a-z-]*/g));
}

async function optionsOf(command: string): Promise<string[]> {
  const { out } = await runCommand(`zhibiao help ${command}`, folder);
  return [...new Set(out.match(/(?<=\s)--[a-z][a-z-]*/g))];
}
