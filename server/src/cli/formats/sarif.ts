import type { Severity } from '../../rules/finding';
import type { Range } from '../../text/lines';
import { jsonText, visible } from '../escape';
import type { FileReport, Format, Problem, Report, View } from '../report';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** SARIF 2.1.0 for code scanning services. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export const sarif: Format = (report, view) =>
  jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run(report, view)],
  });

function run({ files, troubles }: Report, view: View) {
  const indexes = new Map(view.rules.map(({ id }, index) => [id, index]));
  return {
    tool: { driver: { name: 'zhibiao', version: view.version, language: 'zh-CN', rules: rules(view) } },
    language: 'zh-CN',
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: troubles.length === 0,
        toolExecutionNotifications: troubles.map((text) => ({ level: 'error', message: message(text) })),
      },
    ],
    artifacts: files.map(({ path }) => ({ location: artifact(path) })),
    results: files.flatMap((file) => file.problems.map((problem) => result(file, problem, indexes))),
  };
}

function rules({ rules: all, ruleUrl }: View) {
  return all.map(({ id, severity, summary }) => {
    const helpUri = ruleUrl(id);
    return {
      id,
      shortDescription: { text: summary },
      defaultConfiguration: { level: LEVELS[severity] },
      ...(helpUri === undefined ? {} : { helpUri }),
    };
  });
}

function result({ path }: FileReport, problem: Problem, indexes: ReadonlyMap<string, number>) {
  const ruleIndex = indexes.get(problem.rule);
  return {
    ruleId: problem.rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[problem.severity],
    message: message(problem.message),
    locations: [location(path, problem.range)],
    ...(problem.related.length === 0 ? {} : { relatedLocations: relatedLocations(path, problem) }),
    partialFingerprints: { 'zhibiao/v1': problem.fingerprint },
    ...(problem.fix ? { fixes: [fix(path, problem.fix)] } : {}),
  };
}

function relatedLocations(path: string, { related }: Problem) {
  return related.map((place, id) => ({
    id,
    ...location(place.path ?? path, place.range),
    message: message(place.message),
  }));
}

function fix(path: string, { title, edits }: NonNullable<Problem['fix']>) {
  const replacements = edits.map(({ range, newText }) => ({
    deletedRegion: region(range),
    insertedContent: { text: newText },
  }));
  return { description: message(title), artifactChanges: [{ artifactLocation: artifact(path), replacements }] };
}

function location(path: string, range: Range) {
  return { physicalLocation: { artifactLocation: artifact(path), region: region(range) } };
}

/** Lines and columns from 1; the end column is exclusive. */
function region({ start, end }: Range) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function artifact(path: string) {
  return { uri: path.split('/').map(encodeURIComponent).join('/') };
}

/** `[text](target)` in a SARIF message is a link: a blank keeps a checked text from making one. SARIF 3.11.6. */
function message(text: string) {
  return { text: visible(text).replaceAll('](', '] (') };
}
