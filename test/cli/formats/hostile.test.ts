import { describe, expect, it } from 'vitest';
import { FORMATS, formatters } from '../../../server/src/cli/formats';
import { countProblems, type Problem } from '../../../server/src/cli/report';
import { formatted } from './reports';

const EVIL = [
  '\u001b[31m\u001b]8;;http://evil\u0007',
  '\u009b2J',
  '\n::error file=x::伪造\r\n',
  '\u202e倒写\u2066',
  ']]>',
  '</failure></script><script>alert(1)</script><img src=x onerror=y>',
  '[点击](http://evil) ![图](x) `code` | 表格',
  '%0A::stop-commands::x',
  '"\'&\\',
  '\u0000\uffff\u2028\ud800',
].join(' ');

const NAME = `${EVIL.replace(/[\u0000/\ud800]/g, '_')}.zhibiao.yaml`;
const BODY = EVIL.replace(/[\u0000\ud800]/g, '');
const TEXT = `${BODY} 甲局乙局 序号: 4 # 跳号 ${BODY}\n`;

const hostile = (format: string, argv: readonly string[] = []) =>
  formatted(
    format,
    { [NAME]: TEXT },
    {
      says: { 'unit-separator': EVIL, 'number-gap': EVIL },
      fixTitle: EVIL,
      related: [
        { span: { start: 0, end: 3 }, message: { template: EVIL, data: {} } },
        { uri: 'file:///x/%1B%0A::error::.yaml', span: { start: 0, end: 1 }, message: { template: EVIL, data: {} } },
      ],
    },
    argv,
  );

describe('hostile names, messages and texts come out inert', () => {
  it.each(FORMATS)('%s: nothing that a terminal obeys or hides', async (format) => {
    const out = await hostile(format);
    expect(out.length).toBeGreaterThan(100);
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  });

  it.each(FORMATS)('%s: no line begins with a workflow command that is not its own', async (format) => {
    const commands = (await hostile(format)).split('\n').filter((line) => /^\s*::/.test(line));
    expect(commands.every((line) => format === 'github' && line.startsWith('::error file=‹U+001B›'))).toBe(true);
    expect(commands.length).toBe(format === 'github' ? 2 : 0);
  });

  it('stylish: only its own escape sequences in colour', async () => {
    const out = await hostile('stylish', ['--color']);
    expect(out.replace(/\u001b\[(?:2|4|22|24|3[0-9]|39|90)m/g, '')).not.toContain('\u001b');
  });

  it('github: properties hold no separators, messages no percent', async () => {
    for (const line of (await hostile('github')).split('\n').filter((text) => text.startsWith('::'))) {
      const [, properties = '', message = ''] = /^::error (.*?)::(.*)$/.exec(line) ?? [];
      expect(properties.split(',').map((property) => property.split('=')[0])).toEqual([
        'file',
        'line',
        'endLine',
        'col',
        'endColumn',
        'title',
      ]);
      expect(message).not.toMatch(/%(?!25)/);
    }
  });

  it('json and sarif: the values are whole', async () => {
    const { files } = JSON.parse(await hostile('json'));
    expect(files[0].path).toBe(NAME);
    expect(files[0].findings[0].message).toBe(EVIL);
    const [run] = JSON.parse(await hostile('sarif')).runs;
    expect(decodeURIComponent(run.artifacts[0].location.uri)).toBe(NAME);
    expect(run.results[0].message.text).not.toContain('](');
  });

  it('junit: well-formed, without markup of its own', async () => {
    const out = await hostile('junit');
    expect(out).not.toContain(']]>');
    expect(out).not.toMatch(/[\ufffe\uffff]/);
    const tags = out.match(/<[^>]*>/g) ?? [];
    const names = new Set(tags.map((tag) => /^<[?/]?(\w+)/.exec(tag)?.[1]));
    expect([...names].sort()).toEqual(['failure', 'testcase', 'testsuite', 'testsuites', 'xml']);
    expect(out.replace(/<[^>]*>/g, '')).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|apos;)/);
  });

  it('markdown: no HTML, links, images or broken tables', async () => {
    const out = await hostile('markdown');
    expect(out).not.toMatch(/<|(?<!\\)\]\(|(?<!\\)`|:\/\//);
    const rows = out.split('\n').filter((line) => line.startsWith('| '));
    expect(new Set(rows.map((row) => row.match(/(?<!\\)\|/g)?.length))).toEqual(new Set([6, 4]));
  });
});

it.each(FORMATS)('%s: more problems in a file than a call has room for arguments', (format) => {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const problem: Problem = {
    ...{ rule: 'schema', severity: 'error', message: '不认识「甲」。', range, related: [] },
    ...{ fixable: false, units: [], fingerprint: 'f' },
  };
  const problems = new Array<Problem>(150_000).fill(problem);
  const summary = { files: 1, ...countProblems(problems) };
  const view = {
    color: false,
    columns: 80,
    rules: [],
    ruleUrl: () => undefined,
    version: '0',
    inRepository: (path: string) => path,
  };
  const report = { files: [{ path: 'a.zhibiao.yaml', problems }], summary, troubles: [] };
  let length = 0;
  for (const part of formatters[format](report, view)) length += part.length;
  expect(length).toBeGreaterThan(100);
});
