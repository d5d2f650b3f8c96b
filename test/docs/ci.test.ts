import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { kindOf } from '../../server/src/workspace/kinds';
import { runCommand } from './command-line';
import { readPage, root } from './markdown';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhibiao-ci-'));
  cpSync(join(root, 'seeds', 'as-printed', 'lanling'), folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** All strings in a value, at any depth. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

describe('files for continuous integration', () => {
  it.each(['docs/ci/gitlab.yml', 'docs/ci/gitee.yml'])('%s runs a command that works', async (file) => {
    const commands = strings(parse(readPage(file))).filter((text) => text.startsWith('zhibiao '));
    expect(commands).toHaveLength(1);
    for (const command of commands) expect((await runCommand(command, folder)).code).toBe(1);
  });

  /** The commands of a file as the shell would run them: variables filled in, one for each part. */
  function shardCommands(file: string): { checks: string[]; merges: string[] } {
    const commands = strings(parse(readPage(file))).filter((text) => text.startsWith('zhibiao '));
    const plain = commands.map((command) => command.replace(/ \|\| \[ \$\? -eq 1 \]$/, ''));
    const parts = /\$(?:\{\{ matrix\.part \}\}|CI_NODE_INDEX)/g;
    const checks = plain.filter((command) => command.startsWith('zhibiao check'));
    return {
      checks: checks.flatMap((command) =>
        command.search(parts) >= 0
          ? ['1', '2', '3', '4'].map((part) => command.replace(parts, part).replace('$CI_NODE_TOTAL', '4'))
          : [command],
      ),
      merges: plain.filter((command) => command.startsWith('zhibiao merge')),
    };
  }

  it.each(['docs/ci/github-shards.yml', 'docs/ci/gitlab-shards.yml'])('%s: parts that make a whole', async (file) => {
    const { checks, merges } = shardCommands(file);
    expect([checks.length, merges.length]).toEqual([4, 1]);
    for (const command of checks) expect([0, 1]).toContain((await runCommand(command, folder)).code);
    for (const command of merges) {
      const whole = command.replace(/merge \S+/, 'check').replace('gl-code-quality-report', 'whole');
      const [merged, checked] = [await runCommand(command, folder), await runCommand(whole, folder)];
      expect({ ...merged }).toEqual({ ...checked });
      expect(merged).toMatchObject({ code: 1, err: '' });
    }
    const reports = parse(readPage(file));
    const artifacts = JSON.stringify(reports);
    expect(artifacts).toContain('报告-');
    expect(artifacts).toContain('.zhibiaocache');
  });

  it('docs/ci/gitee-shards.yml: parts that leave nothing out', async () => {
    const { checks } = shardCommands('docs/ci/gitee-shards.yml');
    expect(checks.map((command) => /--shard (\S+)/.exec(command)?.[1])).toEqual(['1/2', '2/2']);
    for (const command of checks) expect([0, 1]).toContain((await runCommand(command, folder)).code);
  });

  it('.pre-commit-hooks.yaml takes the files that the tool knows, and no other', () => {
    const [hook] = parse(readPage('.pre-commit-hooks.yaml'));
    const names = ['a.指标.yaml', '县/a.zhibiao.yml', 'a.单位.yaml', 'a.danwei.yml', 'a.要求.yaml', 'a.yaoqiu.yaml'];
    const config = ['zhibiao.config.yaml', '县/zhibiao.config.yml'];
    const others = ['a.yaml', 'my-zhibiao.config.yaml', 'zhibiao.yaml', 'a.zhibiao.yaml.bak', 'README.md'];
    const pattern = new RegExp(hook.files);
    for (const name of [...names, ...config, ...others]) {
      expect([name, pattern.test(name)]).toEqual([name, kindOf(name) !== undefined]);
    }
    expect(hook).toMatchObject({ id: 'zhibiao', entry: 'zhibiao check', language: 'node' });
  });

  describe.skipIf(process.platform === 'win32')('action.yml', () => {
    const action = parse(readPage('action.yml'));
    const step = action.runs.steps.at(-1);

    it('hands paths and options to the command line, whatever is in them', () => {
      // A stand-in that tells its arguments.
      mkdirSync(join(folder, 'dist'));
      writeFileSync(join(folder, 'dist', 'cli.js'), 'console.log(JSON.stringify(process.argv.slice(2)))');
      const script = join(folder, 'step.sh');
      writeFileSync(script, step.run);
      chmodSync(script, 0o755);
      const values = { ZHIBIAO_PATHS: '分解表 *.yaml $(touch-me)', ZHIBIAO_ARGS: '--quiet', ZHIBIAO_ROOT: folder };
      const out = execFileSync('bash', ['-e', script], { cwd: folder, env: { ...process.env, ...values } });
      const argv = ['check', '--format', 'github', '--quiet', '--', '分解表', '*.yaml', '$(touch-me)'];
      expect(JSON.parse(out.toString())).toEqual(argv);
    });

    it('reads nothing but its inputs', () => {
      const used = readFileSync(join(root, 'action.yml'), 'utf8').match(/(?<=inputs\.)[\w-]+/g) ?? [];
      expect([...new Set(used)].sort()).toEqual(Object.keys(action.inputs).sort());
      for (const { run = '' } of action.runs.steps) expect(run).not.toContain('${{');
    });
  });
});
