import { describe, expect, it } from 'vitest';
import { markdown } from '../../../server/src/cli/formats/markdown';
import { countProblems, type Problem, summarize } from '../../../server/src/cli/report';
import { fakeEngine } from '../fake-engine';
import { run, temporaryFolder } from '../harness';
import { edited, formatted, SAMPLE } from './reports';

const TEXT = SAMPLE['b/县.zhibiao.yaml'];

describe('paths are those of the repository, wherever in it the check runs', () => {
  it.each([
    ['github', 'GITHUB_WORKSPACE', 'file=分解表/甲/a.zhibiao.yaml,'],
    ['sarif', 'GITHUB_WORKSPACE', `"uri": "${['分解表', '甲'].map(encodeURIComponent).join('/')}/a.zhibiao.yaml"`],
    ['gitlab', 'CI_PROJECT_DIR', '"path": "分解表/甲/a.zhibiao.yaml"'],
  ])('%s', async (format, variable, says) => {
    const folder = temporaryFolder();
    folder.write('分解表/甲/a.zhibiao.yaml', '甲局乙局');
    const at = async (below: string, root: string | undefined) =>
      (
        await run(`${folder.root}/${below}`, ['check', '--format', format], {
          env: { [variable]: root },
          engine: fakeEngine(),
        })
      ).out;
    expect(await at('分解表', folder.root)).toContain(says);
    const plain = await at('分解表', undefined);
    expect(plain).not.toMatch(/分解表|%E5%88%86/);
    expect(await at('分解表', `${folder.root}/elsewhere`)).toBe(plain);
    expect(await at('分解表', `${folder.root}/分解表`)).toBe(plain);
    folder.remove();
  });
});

describe('stylish', () => {
  it('groups by file, aligns positions, frames errors and warnings', async () => {
    expect(await formatted('stylish')).toBe(`b/县.zhibiao.yaml
   2:9  错误  序号跳号：第2项之后是第4项。  number-gap
     │ - 序号: 4 # 跳号
     │         ~
     └ c.danwei.yaml:2:1  见名录。
  3:12  错误  「甲局乙局」是两个单位连写。  unit-separator
     │ 牵头单位: [甲局乙局, 区财政局]
     │            ~~~~~~~~
  4:12  警告  要求低于上级：此处为「80%」。  requirement-threshold
     │ 内容: 不低于80%，长期坚持
     │             ~~~
  4:16  信息  没有期限。  deadline-open
   5:9  提示  是否为月底？  deadline-month-end

2 个文件，2 个错误，1 个警告，1 个信息，1 个提示（1 个可自动修复：zhibiao check --fix）
`);
  });

  it('says hints of a kind once a file', async () => {
    const out = await formatted('stylish', { 'a.zhibiao.yaml': '5月30日前\n5月30日前\n' });
    expect(out).toBe(`a.zhibiao.yaml
  1:1  提示  是否为月底？（本文件同类共2处）  deadline-month-end

1 个文件，2 个提示
`);
  });

  it('separates files by a blank line', async () => {
    const out = await formatted('stylish', { 'a.zhibiao.yaml': '长期坚持', 'b.zhibiao.yaml': '长期坚持' });
    expect(out).toBe(`a.zhibiao.yaml
  1:1  信息  没有期限。  deadline-open

b.zhibiao.yaml
  1:1  信息  没有期限。  deadline-open

2 个文件，2 个信息
`);
  });

  it('says so when there is nothing', async () => {
    expect(await formatted('stylish', { 'a.zhibiao.yaml': '' })).toBe('1 个文件，没有发现问题\n');
  });

  it('coloured, says the same', async () => {
    const colored = await formatted('stylish', SAMPLE, {}, ['--color']);
    expect(colored).toContain('\u001b[31m错误\u001b[39m');
    expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(await formatted('stylish'));
  });
});

describe('json', () => {
  it('has the shape of the contract', async () => {
    const out = await formatted('json');
    const { files, ...rest } = JSON.parse(out);
    expect(rest).toEqual({
      version: 1,
      tool: '1.2.3',
      troubles: [],
      summary: { files: 2, errors: 2, warnings: 1, infos: 1, hints: 1, fixable: 1 },
    });
    expect(files.map(({ path }: { path: string }) => path)).toEqual(['a.zhibiao.yaml', 'b/县.zhibiao.yaml']);
    expect(files[0].findings).toEqual([]);
    expect(files[1].findings.slice(0, 2)).toEqual([
      {
        rule: 'number-gap',
        severity: 'error',
        message: '序号跳号：第2项之后是第4项。',
        range: { start: { line: 1, character: 8 }, end: { line: 1, character: 9 } },
        related: [
          { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } }, message: '从这里起。' },
          {
            path: 'c.danwei.yaml',
            range: { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } },
            message: '见名录。',
          },
        ],
        excerpt: { text: '- 序号: 4 # 跳号', start: 6, end: 7, cut: { before: false, after: false } },
        fixable: false,
        units: [],
        fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
      {
        rule: 'unit-separator',
        severity: 'error',
        message: '「甲局乙局」是两个单位连写。',
        range: { start: { line: 2, character: 11 }, end: { line: 2, character: 15 } },
        related: [],
        fix: {
          title: '改为「甲局, 乙局」',
          safe: true,
          edits: [
            { range: { start: { line: 2, character: 11 }, end: { line: 2, character: 15 } }, newText: '甲局, 乙局' },
          ],
        },
        excerpt: { text: '牵头单位: [甲局乙局, 区财政局]', start: 7, end: 11, cut: { before: false, after: false } },
        fixable: true,
        units: [],
        fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
    ]);
    expect(edited(TEXT, files[1].findings[1].fix.edits)).toContain('[甲局, 乙局, 区财政局]');
  });

  it('is the same every time, and one object even without files', async () => {
    expect(await formatted('json')).toBe(await formatted('json'));
    expect(JSON.parse(await formatted('json', { 'a.txt': '' })).files).toEqual([]);
  });
});

describe('sarif', () => {
  // The whole was held against the published schema (sarif-2.1.0-rtm.5); here stand the parts that consumers rely on.
  it('has what SARIF 2.1.0 requires', async () => {
    const log = JSON.parse(await formatted('sarif'));
    expect(log).toMatchObject({ version: '2.1.0', $schema: 'https://json.schemastore.org/sarif-2.1.0.json' });
    const [run] = log.runs;
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
    const { name, version, rules } = run.tool.driver;
    expect([name, version]).toEqual(['zhibiao', '1.2.3']);
    expect(rules[0]).toEqual({
      id: 'unit-separator',
      shortDescription: { text: 'unit-separator 的说明' },
      defaultConfiguration: { level: 'error' },
      helpUri: 'https://example.invalid/unit-separator',
    });
    for (const result of run.results) expect(rules[result.ruleIndex].id).toBe(result.ruleId);
    const prints = run.results.map(
      (result: Record<string, Record<string, string>>) => result.partialFingerprints?.['zhibiao/v1'],
    );
    expect(new Set(prints).size).toBe(run.results.length);
  });

  it('counts lines and columns from 1, encodes paths, and carries related places and fixes', async () => {
    const [gap, unit, , open] = JSON.parse(await formatted('sarif')).runs[0].results;
    const artifactLocation = { uri: 'b/%E5%8E%BF.zhibiao.yaml' };
    const region = { startLine: 3, startColumn: 12, endLine: 3, endColumn: 16 };
    expect(unit).toMatchObject({
      ruleId: 'unit-separator',
      level: 'error',
      message: { text: '「甲局乙局」是两个单位连写。' },
      locations: [{ physicalLocation: { artifactLocation, region } }],
      fixes: [
        {
          description: { text: '改为「甲局, 乙局」' },
          artifactChanges: [
            { artifactLocation, replacements: [{ deletedRegion: region, insertedContent: { text: '甲局, 乙局' } }] },
          ],
        },
      ],
    });
    expect(open.level).toBe('note');
    expect(gap.relatedLocations).toEqual([
      {
        id: 0,
        physicalLocation: { artifactLocation, region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 5 } },
        message: { text: '从这里起。' },
      },
      {
        id: 1,
        physicalLocation: {
          artifactLocation: { uri: 'c.danwei.yaml' },
          region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 2 },
        },
        message: { text: '见名录。' },
      },
    ]);
  });

  it('tells of files that could not be checked', async () => {
    const [run] = JSON.parse(await formatted('sarif', SAMPLE, {}, ['none.yaml'])).runs;
    expect(run.invocations[0]).toEqual({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error', message: { text: 'none.yaml：没有这个文件或文件夹' } }],
    });
  });
});

describe('junit', () => {
  it('has a suite a file and a case a finding', async () => {
    expect(await formatted('junit', SAMPLE, {}, ['.', 'none'])).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="zhibiao" tests="7" failures="3" errors="1" skipped="0" time="0">
  <testsuite name="a.zhibiao.yaml" tests="1" failures="0" errors="0" skipped="0" time="0">
    <testcase classname="a.zhibiao.yaml" name="没有发现问题" time="0"/>
  </testsuite>
  <testsuite name="b/县.zhibiao.yaml" tests="5" failures="3" errors="0" skipped="0" time="0">
    <testcase classname="b/县.zhibiao.yaml" name="number-gap 第2行第9列" time="0"><failure type="错误" message="序号跳号：第2项之后是第4项。">b/县.zhibiao.yaml 第2行第9列：序号跳号：第2项之后是第4项。</failure></testcase>
    <testcase classname="b/县.zhibiao.yaml" name="unit-separator 第3行第12列" time="0"><failure type="错误" message="「甲局乙局」是两个单位连写。">b/县.zhibiao.yaml 第3行第12列：「甲局乙局」是两个单位连写。</failure></testcase>
    <testcase classname="b/县.zhibiao.yaml" name="requirement-threshold 第4行第12列" time="0"><failure type="警告" message="要求低于上级：此处为「80%」。">b/县.zhibiao.yaml 第4行第12列：要求低于上级：此处为「80%」。</failure></testcase>
    <testcase classname="b/县.zhibiao.yaml" name="deadline-open 第4行第16列" time="0"><system-out>第4行第16列：没有期限。</system-out></testcase>
    <testcase classname="b/县.zhibiao.yaml" name="deadline-month-end 第5行第9列" time="0"><system-out>第5行第9列：是否为月底？</system-out></testcase>
  </testsuite>
  <testsuite name="zhibiao" tests="1" failures="0" errors="1" skipped="0" time="0">
    <testcase classname="zhibiao" name="读取" time="0"><error message="none：没有这个文件或文件夹"/></testcase>
  </testsuite>
</testsuites>
`);
  });
});

describe('github', () => {
  it('writes one workflow command a finding', async () => {
    expect((await formatted('github')).split('\n')).toEqual([
      '::error file=b/县.zhibiao.yaml,line=2,endLine=2,col=9,endColumn=10,title=number-gap::序号跳号：第2项之后是第4项。',
      '::error file=b/县.zhibiao.yaml,line=3,endLine=3,col=12,endColumn=16,title=unit-separator::「甲局乙局」是两个单位连写。',
      '::warning file=b/县.zhibiao.yaml,line=4,endLine=4,col=12,endColumn=15,title=requirement-threshold::要求低于上级：此处为「80%25」。',
      '::notice file=b/县.zhibiao.yaml,line=4,endLine=4,col=16,endColumn=20,title=deadline-open::没有期限。',
      '::notice file=b/县.zhibiao.yaml,line=5,endLine=5,col=9,endColumn=15,title=deadline-month-end::是否为月底？',
      '2 个文件，2 个错误，1 个警告，1 个信息，1 个提示（1 个可自动修复：zhibiao check --fix）',
      '',
    ]);
  });
});

describe('gitlab', () => {
  it('writes a code quality report with unique fingerprints', async () => {
    const same = '甲局乙局 80% 长期坚持';
    const issues = JSON.parse(await formatted('gitlab', { 'a.zhibiao.yaml': same, 'b.zhibiao.yaml': same }));
    expect(issues[0]).toEqual({
      description: '「甲局乙局」是两个单位连写。',
      check_name: 'unit-separator',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      severity: 'major',
      location: { path: 'a.zhibiao.yaml', lines: { begin: 1, end: 1 } },
    });
    const all = issues.map(({ severity }: { severity: string }) => severity);
    expect(all).toEqual(['major', 'minor', 'info', 'major', 'minor', 'info']);
    expect(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(6);
  });
});

describe('markdown', () => {
  it('counts by section and unit what stands in an item', () => {
    const problem = (severity: Problem['severity'], units: string[]): Problem => ({
      rule: 'unit-unknown',
      severity,
      message: '不在名录中。',
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
      related: [],
      fixable: false,
      fingerprint: '',
      section: '一、甲|乙',
      units,
    });
    const problems = [
      problem('info', ['县财政局']),
      problem('error', ['县财政局', '县教育局']),
      problem('error', ['县教育局']),
    ];
    const report = {
      files: [{ path: 'a.yaml', problems }],
      summary: summarize([countProblems(problems)]),
      troubles: [],
    };
    const view = {
      color: false,
      columns: 80,
      rules: [],
      ruleUrl: () => undefined,
      version: '0',
      inRepository: (path: string) => path,
    };
    const out = [...markdown(report, view)].join('');
    expect(out).toContain(
      '## 按一级指标统计\n\n| 一级指标 | 错误 | 警告 | 其他 |\n| --- | --- | --- | --- |\n| 一、甲\\|乙 | 2 | 0 | 1 |\n',
    );
    expect(out).toContain('| 县教育局 | 2 | 0 | 0 |\n| 县财政局 | 1 | 0 | 1 |');
  });

  it('is a report in plain words', async () => {
    expect(await formatted('markdown')).toBe(`# 指标文件检查报告

共检查 2 个文件，发现 2 个错误，1 个警告，1 个信息，1 个提示。其中 1 个可以自动修复。

## 按文件统计

| 文件 | 错误 | 警告 | 信息 | 提示 |
| --- | --- | --- | --- | --- |
| b/县.zhibiao.yaml | 2 | 1 | 1 | 1 |

## 按规则统计

| 问题 | 规则 | 处数 |
| --- | --- | --- |
| deadline-month-end 的说明 | deadline-month-end | 1 |
| deadline-open 的说明 | deadline-open | 1 |
| number-gap 的说明 | number-gap | 1 |
| requirement-threshold 的说明 | requirement-threshold | 1 |
| unit-separator 的说明 | unit-separator | 1 |

## 逐条说明

### b/县.zhibiao.yaml

1. **错误** 第 2 行：序号跳号：第2项之后是第4项。（number-gap）
   - 另见第 1 行：从这里起。
   - 另见 c.danwei.yaml 第 2 行：见名录。
2. **错误** 第 3 行：「甲局乙局」是两个单位连写。修改办法：改为「甲局, 乙局」。（unit-separator）
3. **警告** 第 4 行：要求低于上级：此处为「80%」。修改办法：改为「90%」。（requirement-threshold）
4. **信息** 第 4 行：没有期限。（deadline-open）
5. **提示** 第 5 行：是否为月底？（deadline-month-end）
`);
  });

  it('of clean files says so', async () => {
    const out = await formatted('markdown', { 'a.zhibiao.yaml': '' }, {}, ['.', 'none']);
    expect(out).toBe(`# 指标文件检查报告

共检查 1 个文件，没有发现问题。

## 没有检查的文件

- none：没有这个文件或文件夹
`);
  });
});
