import type { Range } from '../../text/lines';
import { jsonText } from '../escape';
import type { Format, Problem, ProblemFix } from '../report';

/** For programs: the shape of contract section 7; lines and characters from 0, in UTF-16 units. */
export const json: Format = ({ files, summary }) =>
  jsonText({
    version: 1,
    files: files.map(({ path, problems }) => ({ path, findings: problems.map(finding) })),
    summary,
  });

function finding({ rule, severity, message, range, related, fix }: Problem) {
  return {
    rule,
    severity,
    message,
    range: plain(range),
    related: related.map((place) => ({
      ...(place.path === undefined ? {} : { path: place.path }),
      range: plain(place.range),
      message: place.message,
    })),
    ...(fix ? { fix: fixOf(fix) } : {}),
  };
}

function fixOf({ title, safe, edits }: ProblemFix) {
  return { title, safe, edits: edits.map(({ range, newText }) => ({ range: plain(range), newText })) };
}

function plain({ start, end }: Range): Range {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}
