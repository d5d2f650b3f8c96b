import type { Severity } from '../../rules/finding';
import type { Range } from '../../text/lines';
import { jsonArray, jsonValue, visible } from '../escape';
import type { FileReport, Format, Problem, View } from '../report';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** SARIF 2.1.0 for code scanning services. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export const sarif: Format = function* ({ files, troubles }, view) {
  const tool = { driver: { name: 'zhibiao', version: view.version, language: 'zh-CN', rules: rules(view) } };
  const invocation = {
    executionSuccessful: troubles.length === 0,
    toolExecutionNotifications: troubles.map((text) => ({ level: 'error', message: message(text) })),
  };
  yield '{\n  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",\n  "version": "2.1.0",\n  "runs": [\n    {\n';
  yield `      "tool": ${jsonValue(tool, 3)},\n      "language": "zh-CN",\n      "columnKind": "utf16CodeUnits",\n`;
  yield `      "invocations": ${jsonValue([invocation], 3)},\n      "artifacts": `;
  yield* jsonArray(artifacts(files, view), 3);
  yield ',\n      "results": ';
  yield* jsonArray(results(files, view), 3);
  yield '\n    }\n  ]\n}\n';
};

function* artifacts(files: Iterable<FileReport>, { inRepository }: View) {
  for (const { path } of files) yield { location: artifact(inRepository(path)) };
}

function* results(files: Iterable<FileReport>, view: View) {
  const indexes = new Map(view.rules.map(({ id }, index) => [id, index]));
  for (const { path, problems } of files) {
    const place = view.inRepository(path);
    for (const problem of problems) yield result(place, located(problem, view), indexes);
  }
}

function located(problem: Problem, { inRepository }: View): Problem {
  const related = problem.related.map(({ path, ...place }) => ({
    ...place,
    ...(path !== undefined && { path: inRepository(path) }),
  }));
  return { ...problem, related };
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

function result(path: string, problem: Problem, indexes: ReadonlyMap<string, number>) {
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
  // Windows allows half a character in a name, a URI does not.
  return {
    uri: path
      .replace(/\p{Cs}/gu, '\uFFFD')
      .split('/')
      .map(encodeURIComponent)
      .join('/'),
  };
}

/** `[text](target)` in a SARIF message is a link: a blank keeps a checked text from making one. SARIF 3.11.6. */
function message(text: string) {
  return { text: visible(text).replaceAll('](', '] (') };
}
