import { xmlText } from '../escape';
import type { FileReport, Format, Problem } from '../report';
import { SEVERITY_WORDS } from './words';

/**
 * JUnit XML: a suite a file, a case a finding. Errors and warnings fail; information and hints pass and are told in
 * the output of their case.
 */
export const junit: Format = function* ({ files, summary, troubles }) {
  let tests = troubles.length;
  for (const { problems } of files) tests += Math.max(1, problems.length);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="zhibiao" ${counts(tests, summary.errors + summary.warnings, troubles.length)}>\n`;
  for (const file of files) yield fileSuite(file);
  if (troubles.length > 0) yield troubleSuite(troubles);
  yield '</testsuites>\n';
};

function fileSuite({ path, problems }: FileReport): string {
  const name = xmlText(path);
  const cases = problems.map((problem) => problemCase(name, problem));
  if (cases.length === 0) cases.push(`    <testcase classname="${name}" name="没有发现问题" time="0"/>`);
  return suite(name, counts(cases.length, problems.filter(fails).length, 0), cases);
}

function problemCase(path: string, problem: Problem): string {
  const { line, character } = problem.range.start;
  const place = `第${line + 1}行第${character + 1}列`;
  const message = xmlText(problem.message);
  const body = fails(problem)
    ? `<failure type="${SEVERITY_WORDS[problem.severity]}" message="${message}">${path} ${place}：${message}</failure>`
    : `<system-out>${place}：${message}</system-out>`;
  const rule = xmlText(problem.rule);
  return `    <testcase classname="${path}" name="${rule} ${place}" time="0">${body}</testcase>`;
}

function troubleSuite(troubles: readonly string[]): string {
  const cases = troubles.map(
    (text) => `    <testcase classname="zhibiao" name="读取" time="0"><error message="${xmlText(text)}"/></testcase>`,
  );
  return suite('zhibiao', counts(troubles.length, 0, troubles.length), cases);
}

function suite(name: string, totals: string, cases: readonly string[]): string {
  return [`  <testsuite name="${name}" ${totals}>`, ...cases, '  </testsuite>\n'].join('\n');
}

function counts(tests: number, failures: number, errors: number): string {
  return `tests="${tests}" failures="${failures}" errors="${errors}" skipped="0" time="0"`;
}

function fails({ severity }: Problem): boolean {
  return severity === 'error' || severity === 'warning';
}
