import { xmlText } from '../escape';
import type { FileReport, Format, Problem } from '../report';
import { SEVERITY_WORDS } from './words';

/**
 * JUnit XML: a suite a file, a case a finding. Errors and warnings fail; information and hints pass and are told in
 * the output of their case.
 */
export const junit: Format = ({ files, troubles }) => {
  const suites = [...files.map(fileSuite), ...(troubles.length > 0 ? [troubleSuite(troubles)] : [])];
  const totals = counts(
    suites.reduce((sum, { tests }) => sum + tests, 0),
    suites.reduce((sum, { failures }) => sum + failures, 0),
    troubles.length,
  );
  const lines = suites.flatMap(({ xml }) => xml);
  return `${['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites name="zhibiao" ${totals}>`, ...lines, '</testsuites>'].join('\n')}\n`;
};

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly xml: readonly string[];
}

function fileSuite({ path, problems }: FileReport): Suite {
  const tests = Math.max(1, problems.length);
  const failures = problems.filter(fails).length;
  const name = xmlText(path);
  const cases = problems.map((problem) => problemCase(name, problem));
  if (cases.length === 0) cases.push(`    <testcase classname="${name}" name="没有发现问题" time="0"/>`);
  const xml = [`  <testsuite name="${name}" ${counts(tests, failures, 0)}>`, ...cases, '  </testsuite>'];
  return { tests, failures, xml };
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

function troubleSuite(troubles: readonly string[]): Suite {
  const cases = troubles.map(
    (text) => `    <testcase classname="zhibiao" name="读取" time="0"><error message="${xmlText(text)}"/></testcase>`,
  );
  const tests = troubles.length;
  return {
    tests,
    failures: 0,
    xml: [`  <testsuite name="zhibiao" ${counts(tests, 0, tests)}>`, ...cases, '  </testsuite>'],
  };
}

function counts(tests: number, failures: number, errors: number): string {
  return `tests="${tests}" failures="${failures}" errors="${errors}" skipped="0" time="0"`;
}

function fails({ severity }: Problem): boolean {
  return severity === 'error' || severity === 'warning';
}
