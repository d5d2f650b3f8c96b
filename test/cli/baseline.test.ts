import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprints } from '../../server/src/cli/fingerprint';
import type { Finding } from '../../server/src/rules/finding';
import { LineIndex } from '../../server/src/text/lines';
import { type Folder, run, temporaryFolder } from './harness';

let folder: Folder;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const check = (argv: string, cwd = folder.root) => run(cwd, ['check', ...argv.split(' ')]);
const item = (number: number, content: string, unit = '甲局乙局') =>
  `  - 序号: ${number}\n    内容: ${content}\n    责任单位: [${unit}]\n`;
const file = (...items: string[]) => `三级指标:\n${items.join('')}`;

describe('--baseline', () => {
  beforeEach(async () => {
    folder.write('a.zhibiao.yaml', file(item(1, '第一项内容'), item(2, '第二项内容')));
    const { code, out, err } = await check('--baseline base.json --update-baseline');
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: '已写入基线 base.json：1 个文件，2 个错误\n' });
  });

  it('hides what it knows', async () => {
    expect(await check('--baseline base.json')).toEqual({ code: 0, out: '1 个文件，没有发现问题\n', err: '' });
  });

  it('survives renumbering, moved lines and other items', async () => {
    folder.write(
      'a.zhibiao.yaml',
      `# 说明\n\n${file(item(1, '新的', '丙局'), item(2, '第二项内容'), item(3, '第一项内容'))}`,
    );
    expect((await check('--baseline base.json')).code).toBe(0);
  });

  it('does not hide the same fault in another item, nor a second one in the same item', async () => {
    folder.write('a.zhibiao.yaml', file(item(1, '第一项内容'), item(2, '新的内容')));
    expect((await check('--baseline base.json')).out).toMatch(/^ +7:12 {2}错误[\s\S]*1 个错误/m);
    folder.write('a.zhibiao.yaml', file(item(1, '第一项内容', '甲局乙局, 甲局乙局')));
    expect((await check('--baseline base.json')).out).toContain('1 个文件，1 个错误');
  });

  it('works from any folder', async () => {
    folder.write('sub/x.txt', '');
    expect((await check('--baseline ../base.json ../a.zhibiao.yaml', join(folder.root, 'sub'))).code).toBe(0);
  });

  it('is updated for the files that were checked; files that are gone drop out', async () => {
    folder.write('b.zhibiao.yaml', file(item(1, '乙')));
    folder.write('c.zhibiao.yaml', file(item(1, '丙')));
    await check('b.zhibiao.yaml c.zhibiao.yaml --baseline base.json --update-baseline');
    const paths = () => Object.keys(JSON.parse(folder.read('base.json')).files);
    expect(paths()).toEqual(['a.zhibiao.yaml', 'b.zhibiao.yaml', 'c.zhibiao.yaml']);
    folder.write('b.zhibiao.yaml', '');
    rmSync(join(folder.root, 'c.zhibiao.yaml'));
    await check('b.zhibiao.yaml --baseline base.json --update-baseline');
    expect(paths()).toEqual(['a.zhibiao.yaml']);
  });

  it.each(['{', '[]', '{"version":2,"files":{}}', '{"version":1,"files":{"a":[{}]}}'])(
    '%s is no baseline',
    async (text) => {
      folder.write('base.json', text);
      expect(await check('--baseline base.json')).toEqual({
        code: 2,
        out: '',
        err: 'base.json 不是基线文件，请用 --update-baseline 重新生成\n',
      });
    },
  );
});

describe('fingerprints', () => {
  const finding = (text: string, offending: string, over: Partial<Finding> = {}, from = 0): Finding => {
    const start = text.indexOf(offending, from);
    return {
      rule: 'unit-unknown',
      severity: 'error',
      message: { template: '「{found}」不在单位名录中。', data: { found: offending } },
      span: { start, end: start + offending.length },
      related: [],
      fixes: [],
      ...over,
    };
  };
  const one = (text: string, offending: string, over?: Partial<Finding>) =>
    fingerprints(new LineIndex(text), [finding(text, offending, over)])[0];

  it('are unique among equal findings, and keep their order', () => {
    const text = file(item(1, '甲', '丙局, 丙局'));
    const both = [finding(text, '丙局'), finding(text, '丙局', {}, text.indexOf('丙局') + 1)];
    const [first, second] = fingerprints(new LineIndex(text), both);
    expect(first).not.toBe(second);
    expect(first).toBe(one(text, '丙局'));
  });

  it('of a position do not depend on its number, of a text they do', () => {
    const message = {
      template: '第{previous}项之后是第{next}项，缺{missing}。',
      data: { previous: 1, next: 3, missing: '第2项' },
    };
    const later = { ...message, data: { previous: 11, next: 13, missing: '第12项' } };
    const gap = (number: number, said: typeof message) => {
      const text = file(item(number, '内容'));
      return one(text, String(number), { rule: 'number-gap', message: said });
    };
    expect(gap(3, message)).toBe(gap(13, later));
    const deadline = (text: string) => one(file(item(1, text)), text, { rule: 'deadline-format', message });
    expect(deadline('5月31前')).not.toBe(deadline('6月30前'));
  });

  it('take the item from 内容 in whatever place, block style or deeper list', () => {
    const plain = '- 序号: 1\n  内容: 甲乙丙\n  单位: 丁\n';
    const block = '- 单位: 丁\n  序号: 7\n  内容: |\n    甲乙丙\n';
    const nested = '  - 序号: 7\n    完成时限:\n      - 时间: 1月\n        任务: 戊\n    单位: 丁\n    内容: 甲乙丙\n';
    expect(one(block, '丁')).toBe(one(plain, '丁'));
    expect(one(nested, '丁')).toBe(one(plain, '丁'));
    expect(one('- 序号: 1\n  内容: 别的\n  单位: 丁\n', '丁')).not.toBe(one(plain, '丁'));
    expect(one('单位: 丁\n', '丁')).not.toBe(one(plain, '丁'));
  });
});
