import { createTwoFilesPatch, FILE_HEADERS_ONLY, formatPatch } from 'diff';
import { lineChanges, MAX_LINE_CHANGES } from '../service/text-diff';
import type { Task } from './checker';
import { faultLine } from './checker';
import { Failure } from './context';
import type { CheckOptions } from './engine';
import { visible } from './escape';
import { unpack } from './packed';
import { contentHash, readBytes } from './read';
import type { Session } from './session';
import type { Source } from './sources';
import { writeAtomically } from './write';

export const BOM = '\uFEFF';
const ENCODING_RULE = 'text-encoding';

/** A file before and after its safe fixes, byte-order mark included. */
export interface Change {
  readonly task: Task;
  readonly before: string;
  readonly after: string;
  /** Of the file's bytes as they were read, see `contentHash`. */
  readonly hash: string;
  /** The file's own, where it is not UTF-8. */
  readonly convertedFrom?: string;
}

/**
 * Applies the safe fixes of all sources, registries first since the others are judged by them.
 * @param apply takes a change; true when the file now reads so on the disk
 */
export async function fixSources(session: Session, apply: (change: Change) => boolean): Promise<void> {
  const registries = session.sources.filter(({ task }) => task.kind === 'danwei');
  const others = session.sources.filter(({ task }) => task.kind !== 'danwei');
  for (const source of [...registries, ...others]) {
    try {
      if (!(await nothingToFix(session, source))) await fixSource(session, source, apply);
    } catch (error) {
      session.troubles.push(faultLine(source.task.path, error));
    }
  }
}

/** True when a result of an earlier run still holds and has nothing that a fix would change. */
async function nothingToFix({ cache, checker }: Session, { task }: Source): Promise<boolean> {
  const known = await cache?.find(task, checker.witness);
  if (!known || known.report.counts.fixable > 0) return false;
  return !unpack(known.report).problems.some(({ rule }) => rule === ENCODING_RULE);
}

async function fixSource(session: Session, source: Source, apply: (change: Change) => boolean): Promise<void> {
  const { checker, troubles, fixed } = session;
  const { task } = source;
  const read = await source.read();
  // Checking tells of files that cannot be read.
  if ('trouble' in read) return;
  const { decoded, hash } = read;
  const options = { kind: task.kind, encoding: decoded.encoding };
  const text = await checker.project.fixAll(task.uri, decoded.text, options);
  const convert = decoded.encoding !== undefined && (await reportsEncoding(session, source, decoded.text, options));
  if (text === decoded.text && !convert) return;
  if (decoded.lossy) {
    troubles.push(`${visible(task.path)}：有无法辨认的字节，没有自动修改`);
    return;
  }
  const mark = decoded.bom ? BOM : '';
  const change = {
    task,
    before: mark + decoded.text,
    after: mark + text,
    hash,
    convertedFrom: decoded.encoding?.toUpperCase(),
  };
  if (apply(change)) checker.witness.forget(task.uri);
  else fixed.set(task.uri, text);
  // Others may lean on it, and it may have been read for them already.
  if (task.kind !== 'zhibiao') checker.project.setOverlay(task.uri, text);
}

/** A file that is ignored, or whose encoding nobody minds, is not converted for its own sake. */
async function reportsEncoding({ checker }: Session, { task }: Source, text: string, options: CheckOptions) {
  const { findings } = await checker.project.check(task.uri, text, options);
  return findings.some(({ rule }) => rule === ENCODING_RULE);
}

/** Writes a changed file, as UTF-8. @throws Failure when it cannot be written, or somebody else has written it meanwhile */
export function writeChange({ task, after, hash }: Change): void {
  const now = readBytes(task.file, task.path);
  // Gone: checking tells of it.
  if ('trouble' in now) return;
  if (contentHash(now.bytes) !== hash)
    throw new Failure(`${visible(task.path)}：刚刚被改动过，没有自动修改，请再运行一次`);
  writeAtomically(task.file, after, task.path);
}

/** What `--fix` would do, as `patch` and `git apply` read it. @param inert for a terminal: nothing that it would obey */
export function unifiedDiff({ task, before, after }: Change, inert: boolean): string {
  if (before === after) return '';
  const name = visible(task.path);
  const names = [`a/${name}`, `b/${name}`] as const;
  const fewest = createTwoFilesPatch(...names, before, after, '', '', {
    headerOptions: FILE_HEADERS_ONLY,
    maxEditLength: MAX_LINE_CHANGES,
  });
  const diff = fewest ?? wholePatch(...names, before, after);
  return inert ? diff.split('\n').map(visibleLine).join('\n') : diff;
}

/** One hunk that holds the whole file: of thousands of changes nobody wants to see the surroundings only. */
function wholePatch(oldFileName: string, newFileName: string, before: string, after: string): string {
  const count = { old: 0, now: 0 };
  const lines: string[] = [];
  for (const { value, added, removed } of lineChanges(before, after)) {
    if (!added) count.old += value.length;
    if (!removed) count.now += value.length;
    const sign = added ? '+' : removed ? '-' : ' ';
    for (const line of value) {
      if (line.endsWith('\n')) lines.push(sign + line.slice(0, -1));
      else lines.push(sign + line, '\\ No newline at end of file');
    }
  }
  const hunk = { oldStart: 1, oldLines: count.old, newStart: 1, newLines: count.now, lines };
  const headers = { oldHeader: undefined, newHeader: undefined };
  return formatPatch({ oldFileName, newFileName, ...headers, hunks: [hunk] }, FILE_HEADERS_ONLY);
}

function visibleLine(line: string): string {
  return line
    .split('\t')
    .map(visible)
    .join('\t')
    .replace(/‹U\+000D›$/, '');
}
