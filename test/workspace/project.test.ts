import { describe, expect, it } from 'vitest';
import { fixAll } from '../../server/src/workspace/fix-all';
import { kindOf } from '../../server/src/workspace/kinds';
import { Project } from '../../server/src/workspace/project';
import { foldersAbove, normalizeUri, resolveFrom } from '../../server/src/workspace/uris';
import { memoryFiles } from './memory-files';

const indicators = (extra = '', unit = '县财政局') => `标题: 表
县区: 某县
年度: 2022
${extra}一级指标:
  - 名称: 一、甲
    三级指标:
      - 序号: 1
        内容: 做第一件事
        责任单位: [${unit}]
`;
const units = (name: string) => `县区: 某县\n单位:\n  - 名称: ${name}\n`;

function project(files: Record<string, string>, builtin: string[] = []) {
  return new Project(memoryFiles(new Map(Object.entries(files))), builtin);
}

async function rulesFound(subject: Project, uri: string, text: string): Promise<string[]> {
  return (await subject.check(uri, text)).findings.map(({ rule }) => rule);
}

describe('a file that is checked once', () => {
  const registry = 'file:///w/a.danwei.yaml';

  it('is not read again where another file leant on it', async () => {
    const subject = project({ [registry]: units('县财政局') });
    const county = await subject.check('file:///w/a.zhibiao.yaml', indicators());
    const own = await subject.check(registry, units('县财政局'), { once: true });
    expect(own.document.lines).toBe(county.surroundings.registry?.source?.lines);
  });

  it('is read as it is now', async () => {
    const subject = project({ [registry]: units('县财政局') });
    await subject.check('file:///w/a.zhibiao.yaml', indicators());
    const own = await subject.check(registry, units('县审计局'), { once: true });
    expect(own.document.lines.text).toBe(units('县审计局'));
  });

  it('is read again where the next version will be read from it', async () => {
    const subject = project({ [registry]: units('县财政局') });
    const county = await subject.check('file:///w/a.zhibiao.yaml', indicators());
    const own = await subject.check(registry, units('县财政局'));
    expect(own.document.lines).not.toBe(county.surroundings.registry?.source?.lines);
  });
});

describe('names and places', () => {
  it.each([
    ['/w/县.指标.yaml', 'zhibiao'],
    ['C:\\表\\x.zhibiao.yml', 'zhibiao'],
    ['file:///w/%E5%8E%BF.%E5%8D%95%E4%BD%8D.yaml', 'danwei'],
    ['x.YAOQIU.YAML', 'yaoqiu'],
    ['/w/zhibiao.config.yaml', 'config'],
    ['/w/100%.zhibiao.yaml', 'zhibiao'],
    ['/w/other.yaml', undefined],
  ])('%s is %s', (name, kind) => expect(kindOf(name)).toBe(kind));

  it('knows a file by one URI, drive letters and Chinese names included', () => {
    expect(normalizeUri('file:///C:/%E5%8E%BF/a.yaml')).toBe(normalizeUri('file:///c%3A/县/a.yaml'));
  });

  it('resolves paths as they are written in a file', () => {
    expect(resolveFrom('file:///w/a/x.yaml', '../b/名录.yaml')).toBe('file:///w/b/%E5%90%8D%E5%BD%95.yaml');
    expect(resolveFrom('file:///c%3A/w/x.yaml', '.\\单位\\y.yaml')).toBe('file:///c%3A/w/%E5%8D%95%E4%BD%8D/y.yaml');
    expect(resolveFrom('file:///c%3A/w/x.yaml', 'D:\\y.yaml')).toBe('file:///d%3A/y.yaml');
  });

  it('climbs to the root and ends there', () => {
    expect(foldersAbove('file:///a/b/c.yaml')).toEqual(['file:///a/b', 'file:///a', 'file://']);
  });
});

describe('a path that is given for what the file is not', () => {
  const files = {
    'file:///w/a.danwei.yaml': units('县财政局'),
    'file:///w/zhibiao.config.yaml': '要求库: [./a.danwei.yaml, ./zhibiao.config.yaml]\n',
  };

  it('a registry as a corpus', async () => {
    const subject = project(files);
    const text = indicators('依据: 某指标体系\n');
    expect(await rulesFound(subject, 'file:///w/t.zhibiao.yaml', text)).not.toContain('unit-unknown');
    expect(await subject.corporaFor('file:///w/t.zhibiao.yaml')).toEqual([]);
  });

  it('a config as a registry; a change of the file counts for both', async () => {
    const subject = project(files);
    const text = indicators('单位名录: ./zhibiao.config.yaml\n');
    expect(await rulesFound(subject, 'file:///w/t.zhibiao.yaml', text)).toEqual(['registry']);
    subject.setOverlay('file:///w/zhibiao.config.yaml', units('县财政局'));
    expect(await rulesFound(subject, 'file:///w/t.zhibiao.yaml', text)).toEqual([]);
  });
});

describe('the registry of a file', () => {
  it('is the nearest one upwards', async () => {
    const subject = project({
      'file:///w/a.danwei.yaml': units('县财政局'),
      'file:///w/x/b.danwei.yaml': units('县教育局'),
    });
    expect(await rulesFound(subject, 'file:///w/y/t.zhibiao.yaml', indicators())).toEqual([]);
    expect(await rulesFound(subject, 'file:///w/x/y/t.zhibiao.yaml', indicators())).toEqual(['unit-unknown']);
  });

  it('is, of several in one folder, the one of the same 县区, else the first; the one named alike goes first', async () => {
    const subject = project({
      'file:///w/a.danwei.yaml': units('县教育局').replace('某县', '甲县'),
      'file:///w/b.danwei.yaml': units('县财政局'),
      'file:///w/c.danwei.yaml': units('县司法局').replace('某县', '丙县'),
    });
    const rulesOf = (name: string, county: string, unit: string) =>
      rulesFound(subject, `file:///w/${name}.zhibiao.yaml`, indicators('', unit).replace('某县', county));
    expect(await rulesOf('t', '某县', '县财政局')).toEqual([]);
    expect(await rulesOf('c', '某县', '县财政局')).toEqual([]);
    expect(await rulesOf('t', '丁县', '县教育局')).toEqual([]);
    expect(await rulesOf('c', '丁县', '县司法局')).toEqual([]);
  });

  it('is the one that the file names, or the list that it carries', async () => {
    const subject = project({
      'file:///w/a.danwei.yaml': units('县教育局'),
      'file:///v/b.danwei.yaml': units('县财政局'),
    });
    const uri = 'file:///w/t.zhibiao.yaml';
    expect(await rulesFound(subject, uri, indicators('单位名录: ../v/b.danwei.yaml\n'))).toEqual([]);
    expect(await rulesFound(subject, uri, indicators('单位名录: [县财政局]\n'))).toEqual([]);
  });

  it.each([
    ['./none.danwei.yaml', '不存在'],
    ['./t.zhibiao.yaml', '本身'],
    ['./other.danwei.yaml', ''],
  ])('that is not to be had is one finding: %s', async (path) => {
    const subject = project({ 'file:///w/other.danwei.yaml': '- 1\n' });
    const { findings } = await subject.check('file:///w/t.zhibiao.yaml', indicators(`单位名录: ${path}\n`));
    expect(findings.map(({ rule }) => rule)).toEqual(['registry']);
  });

  it('is read again when told that it changed, and shadowed by an open editor', async () => {
    const files = new Map<string, string | Uint8Array>([['file:///w/a.danwei.yaml', units('县教育局')]]);
    const subject = new Project(memoryFiles(files));
    const uri = 'file:///w/t.zhibiao.yaml';
    expect(await rulesFound(subject, uri, indicators())).toEqual(['unit-unknown']);
    subject.setOverlay('file:///w/a.danwei.yaml', units('县财政局'));
    expect(await rulesFound(subject, uri, indicators())).toEqual([]);
    subject.setOverlay('file:///w/a.danwei.yaml', undefined);
    files.set('file:///w/a.danwei.yaml', units('县财政局'));
    expect(await rulesFound(subject, uri, indicators())).toEqual([]);
    files.delete('file:///w/a.danwei.yaml');
    subject.invalidate(['file:///w/a.danwei.yaml']);
    const checked = await subject.check(uri, indicators());
    expect(checked.surroundings.registry).toBeUndefined();
  });
});

describe('the corpus of a file', () => {
  const corpus = (name: string) =>
    `名称: ${name}（2021年版）\n简称: [2021年版]\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n      - {序号: 1, 内容: 做第一件事, 出处: 无, 校勘: 据一县}\n`;

  it('is found by name or short name, and one of the own files wins over the bundled one', async () => {
    const files = { 'file:///app/2021.yaoqiu.yaml': corpus('体系'), 'file:///w/own.yaoqiu.yaml': corpus('体系') };
    const subject = project(files, ['file:///app/2021.yaoqiu.yaml']);
    const own = await subject.check('file:///w/t.zhibiao.yaml', indicators('依据: 2021年版\n'));
    expect(own.surroundings.corpus?.uri).toBe('file:///w/own.yaoqiu.yaml');
    const bundled = await subject.check('file:///v/t.zhibiao.yaml', indicators('依据: 体系(2021年版)\n'));
    expect(bundled.surroundings.corpus?.uri).toBe('file:///app/2021.yaoqiu.yaml');
    const none = await subject.check('file:///w/t.zhibiao.yaml', indicators('依据: 无\n'));
    expect(none.surroundings.corpus).toBeUndefined();
  });
});

describe('the registry of a text that is not saved yet', () => {
  it('is not missed: the path has nowhere to start from', async () => {
    const text = indicators('单位名录: ./w.danwei.yaml\n');
    expect(await rulesFound(project({}), 'untitled:Untitled-1', text)).toEqual([]);
    expect(await rulesFound(project({}), 'file:///w/a.zhibiao.yaml', text)).toEqual(['registry']);
  });
});

describe('paths of a configuration', () => {
  const text =
    '单位名录: ./moved.danwei.yaml\n要求库: [./a.yaoqiu.yaml, ./b.yaoqiu.yaml, y/y.danwei.yaml]\n覆盖:\n  - { 文件: x/**, 单位名录: ./zhibiao.config.yaml }\n  - { 文件: y/**, 单位名录: y/y.danwei.yaml }\n';
  const uri = 'file:///w/zhibiao.config.yaml';
  const files = { 'file:///w/a.yaoqiu.yaml': indicators('名称: 甲\n'), 'file:///w/y/y.danwei.yaml': units('县财政局') };

  it('are looked up: each that leads nowhere is a finding on the path', async () => {
    const { findings } = await project(files).check(uri, text);
    expect(
      findings.map(({ rule, span, message }) => [rule, text.slice(span.start, span.end), message.template]),
    ).toEqual([
      ['registry', './moved.danwei.yaml', '单位名录「{path}」不存在，请核对路径。'],
      ['registry', './b.yaoqiu.yaml', '要求库「{path}」不存在，请核对路径。'],
      ['registry', 'y/y.danwei.yaml', '「{path}」不是要求库，里面没有名称或者没有指标。'],
      ['registry', './zhibiao.config.yaml', '单位名录「{path}」就是本文件，请改为名录文件的路径。'],
    ]);
  });

  it('are dependencies: the finding goes when the file comes', async () => {
    const subject = project(files);
    const moved = 'file:///w/moved.danwei.yaml';
    expect((await subject.check(uri, text)).dependencies).toContain(moved);
    subject.setOverlay(moved, units('县财政局'));
    expect((await subject.check(uri, text)).findings).toHaveLength(3);
  });
});

describe('configuration', () => {
  it('sets severities, overrides by folder and ignores files', async () => {
    const config = `规则: { deadline-format: warning }\n忽略: [draft/]\n覆盖:\n  - 文件: old/**\n    规则: { deadline-format: off }\n`;
    const subject = project({ 'file:///w/zhibiao.config.yaml': config });
    const text = indicators().replace('        责任单位', '        完成时限: 5月31前\n        责任单位');
    const severities = async (uri: string) => (await subject.check(uri, text)).findings.map(({ severity }) => severity);
    expect(await severities('file:///w/t.zhibiao.yaml')).toEqual(['warning']);
    expect(await severities('file:///w/old/t.zhibiao.yaml')).toEqual([]);
    expect(await severities('file:///w/draft/t.zhibiao.yaml')).toEqual([]);
    subject.configure({ rules: { 'deadline-format': 'hint' } });
    expect(await severities('file:///w/t.zhibiao.yaml')).toEqual(['hint']);
    subject.configure({ rules: { 'deadline-format': 'hint' }, yielding: true });
    expect(await severities('file:///w/t.zhibiao.yaml')).toEqual(['warning']);
    expect(await severities('file:///v/t.zhibiao.yaml')).toEqual(['hint']);
  });
});

describe('fixing', () => {
  it('goes on until nothing is left, and a second run changes nothing', async () => {
    const subject = project({});
    const broken = indicators()
      .replace('序号: 1', '序号：1')
      .replace('        责任单位', '        完成时限: 5月31前 # 月底\n        责任单位');
    const once = await fixAll(subject, 'file:///w/t.zhibiao.yaml', broken);
    const text = broken.replace('序号：1', '序号: 1').replace('5月31前', '5月31日前');
    expect(once).toMatchObject({ text, fixed: 2 });
    expect(once.checked?.document.lines.text).toBe(text);
    expect((await fixAll(subject, 'file:///w/t.zhibiao.yaml', once.text)).fixed).toBe(0);
  });
});
