import type { Range } from '../../text/lines';
import { jsonArray, jsonValue } from '../escape';
import type { Format, Problem, ProblemFix } from '../report';

/**
 * For programs: the shape of contract section 7; lines and characters from 0, in UTF-16 units. It holds all that the other
 * formats print, so that `zhibiao merge` can make each of them from it.
 */
export const json: Format = function* ({ files, summary, troubles }, { version, shard }) {
  yield `{\n  "version": 1,\n  "tool": ${jsonValue(version)},\n`;
  if (shard) yield `  "shard": ${jsonValue({ index: shard.index, count: shard.count }, 1)},\n`;
  yield '  "files": ';
  let before = '[';
  for (const { path, problems } of files) {
    yield `${before}\n    {\n      "path": ${jsonValue(path)},\n      "findings": `;
    // One by one: those of one file may take a hundred megabytes.
    yield* jsonArray(findings(problems), 3);
    yield '\n    }';
    before = ',';
  }
  yield before === '[' ? '[]' : '\n  ]';
  yield `,\n  "troubles": ${jsonValue(troubles, 1)},\n  "summary": ${jsonValue(summary, 1)}\n}\n`;
};

function* findings(problems: readonly Problem[]) {
  for (const problem of problems) yield finding(problem);
}

function finding({ range, related, fix, excerpt, section, units, fixable, fingerprint, ...problem }: Problem) {
  const { rule, severity, message } = problem;
  return {
    rule,
    severity,
    message,
    range: plain(range),
    ...(excerpt && { excerpt }),
    related: related.map((place) => ({
      ...(place.path === undefined ? {} : { path: place.path }),
      range: plain(place.range),
      message: place.message,
    })),
    ...(fix ? { fix: fixOf(fix) } : {}),
    fixable,
    ...(section === undefined ? {} : { section }),
    units,
    fingerprint,
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
