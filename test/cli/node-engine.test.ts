import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { nodeEngine } from '../../server/src/cli/node-engine';
import { Project } from '../../server/src/workspace/project';
import { memoryFiles } from '../workspace/memory-files';

afterEach(() => vi.restoreAllMocks());

it('does not check again what the last round of fixing has checked', async () => {
  const project = nodeEngine(join(import.meta.dirname, '..', '..'), '0').createProject({}, memoryFiles(new Map()));
  const check = vi.spyOn(Project.prototype, 'check');
  const [a, b, options] = ['file:///a.zhibiao.yaml', 'file:///b.danwei.yaml', { kind: 'zhibiao' } as const];
  const checks = async (work: () => unknown) => {
    check.mockClear();
    await work();
    return check.mock.calls.length;
  };
  const fix = () => project.fixAll(a, '标题：甲\n', options);
  const text = await fix();
  expect(text).toBe('标题: 甲\n');
  expect(await checks(() => project.check(a, text, options))).toBe(0);
  expect(await checks(() => project.check(a, text, options))).toBe(1);

  await fix();
  project.setOverlay(a, text);
  expect(await checks(() => project.check(a, text, options))).toBe(0);
  for (const other of [
    () => project.check(a, '标题：甲\n', options),
    () => project.check(b, text, options),
    () => project.check(a, text, { kind: 'danwei' }),
    () => project.check(a, text, { ...options, encoding: 'gb18030' }),
  ]) {
    await fix();
    expect(await checks(other)).toBe(1);
  }
  // What it leans on may have changed.
  await fix();
  project.setOverlay(b, '单位: [县司法局]\n');
  expect(await checks(() => project.check(a, text, options))).toBe(1);
});
