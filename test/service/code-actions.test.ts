import { describe, expect, it } from 'vitest';
import { quickFixes } from '../../server/src/service/code-actions';
import { applied, editsByUri } from './apply';
import { open } from './harness';
import { LINE_BREAKS } from './refactorings/harness';

const NAME = 't.zhibiao.yaml';
const head = '标题: 表\n县区: 某县\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n      - 序号: 1\n';

/** The text after the light bulb has silenced the only finding of a rule, with a reason. */
async function silenced(text: string, rule: string): Promise<string> {
  const { file, workspace, project } = await open({ [NAME]: text });
  const { lines } = file.document;
  const found = file.findings.filter((finding) => finding.rule === rule);
  expect(found).toHaveLength(1);
  const range = lines.range(found[0]?.span ?? { start: 0, end: 0 });
  const actions = quickFixes(file, range, [], {
    render: workspace.render,
    linesOf: () => undefined,
    ruleUrl: String,
    related: false,
  });
  const action = actions.find(({ title }) => title === `在此处不再提示（${rule}），并写明理由`);
  const result = applied(lines.text, editsByUri(action?.edit).get(file.uri) ?? []);
  const checked = await project.check(file.uri, result.replace('理由：', '理由：原文如此'));
  const about = checked.findings.filter((finding) => finding.rule === rule || finding.rule === 'suppression');
  expect(about).toEqual([]);
  return result;
}

describe.each(LINE_BREAKS)('silencing a finding, %s', (_, broken) => {
  it.each([
    ['on a line', '', '        内容: 同第9项\n'],
    ['within a block text', '', '        内容: >-\n          甲乙丙，\n          同第9项\n'],
    ['within quotes', '', '        内容: "甲乙丙，\n          同第9项"\n'],
    ['within a text that goes on below', '', '        内容: 甲乙丙，\n          同第9项\n'],
    ['within a text that begins below its key', '        内容:\n', '          甲乙丙\n          同第9项\n'],
  ])('%s puts the comment above the text', async (_, before, text) => {
    const indent = text.slice(0, text.search(/\S/));
    const comment = `${indent}# zhibiao-disable-next-line reference-target 理由：\n`;
    const result = await silenced(broken(head + before + text), 'reference-target');
    expect(result).toBe(broken(head + before + comment + text));
  });
});
