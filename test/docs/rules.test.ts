import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import config from '../../schemas/config.schema.json';
import { type Finding, renderMessage } from '../../server/src/rules/finding';
import { rules } from '../../server/src/rules/index';
import { Project } from '../../server/src/workspace/project';
import { checkExample, examplesOf, fixExample, markedLines, withoutMarks } from './examples';
import { blocksOf, readPage, root, rulePages } from './markdown';

const ids = rules.map(({ id }) => id);

function words(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, message }) => `${rule}: ${renderMessage(message)}`);
}

describe('the pages of the rules', () => {
  it('are as many as the rules, which the schema of the configuration lists in the same order', () => {
    expect(rulePages()).toEqual([...ids].sort());
    expect(Object.keys(config.definitions.rules.properties)).toEqual(ids);
  });

  it('have generated parts that are up to date', async () => {
    const script = join(root, 'scripts', 'docs.mjs');
    await expect(promisify(execFile)(process.execPath, [script, '--check'])).resolves.toMatchObject({ stdout: '' });
  });
});

describe.each(rulePages())('the page of %s', (id) => {
  const { wrong, right } = examplesOf(id);
  const severity = rules.find((rule) => rule.id === id)?.severity;

  it('has examples of both sorts', () => {
    expect(wrong.length).toBeGreaterThan(0);
    expect(right.length).toBeGreaterThan(0);
  });

  it.each(wrong)('has a wrong example in line $line', async (example) => {
    const { findings, document } = await checkExample(example);
    const own = findings.filter(({ rule }) => rule === id);
    expect(own.map(({ rule }) => rule)).not.toEqual([]);
    const marked = markedLines(example);
    const lines = [...new Set(own.map(({ span }) => document.lines.lineAt(span.start)))];
    if (marked.length > 0) expect(lines).toEqual(marked);
    // One fault, one finding: what the page shows has no other serious one.
    expect(words(findings.filter(({ rule, severity: level }) => rule !== id && level === 'error'))).toEqual([]);
  });

  it.each(right)('has a right example in line $line', async (example) => {
    const { findings } = await checkExample(example);
    const serious = findings.filter(
      ({ rule, severity: level }) => rule === id || level === 'error' || level === 'warning',
    );
    expect(words(serious)).toEqual([]);
  });

  it('shows what --fix makes where it says so', async () => {
    for (const [index, example] of wrong.entries()) {
      if (!example.automatic) continue;
      expect(withoutMarks(await fixExample(example))).toBe(right[index]?.text);
    }
  });

  it('tells how to set the rule', async () => {
    const blocks = blocksOf(readPage(`docs/rules/${id}.md`));
    const setting = blocks.find(({ words: [word] }) => word === '配置');
    const project = new Project({ read: async () => undefined, list: async () => [] });
    const { findings } = await project.check('file:///page/zhibiao.config.yaml', setting?.text ?? '');
    expect(words(findings)).toEqual([]);
    expect(setting?.text).toContain(`${id}: `);
    expect(setting?.text).not.toContain(`${id}: ${severity}\n`);
  });
});
