import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { CheckOptions } from './engine';
import { visible } from './escape';
import { guarded, type Session } from './session';
import type { Source } from './sources';
import { writeAtomically } from './write';

export const BOM = '\uFEFF';

/** A file before and after its safe fixes, byte-order mark included. */
export interface Change {
  readonly source: Source;
  readonly before: string;
  readonly after: string;
  /** The file's own, where it is not UTF-8. */
  readonly convertedFrom?: string;
}

/** Applies the safe fixes of all sources, registries first since the others are judged by them. */
export async function fixSources(session: Session, apply: (change: Change) => void): Promise<void> {
  const registries = session.sources.filter(({ kind }) => kind === 'danwei');
  const others = session.sources.filter(({ kind }) => kind !== 'danwei');
  for (const source of [...registries, ...others]) {
    await guarded(session, source.path, () => fixSource(session, source, apply));
  }
}

async function fixSource(session: Session, source: Source, apply: (change: Change) => void): Promise<void> {
  const read = await source.read();
  // Checking tells of files that cannot be read.
  if ('trouble' in read) return;
  const { decoded } = read;
  const options = { kind: source.kind, encoding: decoded.encoding };
  const text = await session.project.fixAll(source.uri, decoded.text, options);
  const convert = decoded.encoding !== undefined && (await reportsEncoding(session, source, decoded.text, options));
  if (text === decoded.text && !convert) return;
  if (decoded.lossy) {
    session.troubles.push(`${visible(source.path)}：有无法辨认的字节，没有自动修改`);
    return;
  }
  const mark = decoded.bom ? BOM : '';
  apply({ source, before: mark + decoded.text, after: mark + text, convertedFrom: decoded.encoding?.toUpperCase() });
  session.fixed.set(source.uri, text);
  session.project.setOverlay(source.uri, text);
}

/** A file that is ignored, or whose encoding nobody minds, is not converted for its own sake. */
async function reportsEncoding({ project }: Session, { uri }: Source, text: string, options: CheckOptions) {
  const { findings } = await project.check(uri, text, options);
  return findings.some(({ rule }) => rule === 'text-encoding');
}

/** Writes a changed file, as UTF-8. @throws Failure when it cannot be written */
export function writeChange({ source, after }: Change): void {
  writeAtomically(source.file, after, source.path);
}

/** What `--fix` would do, as `patch` and `git apply` read it. @param inert for a terminal: nothing that it would obey */
export function unifiedDiff({ source, before, after }: Change, inert: boolean): string {
  if (before === after) return '';
  const name = visible(source.path);
  const diff = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, '', '', {
    headerOptions: FILE_HEADERS_ONLY,
  });
  return inert ? diff.split('\n').map(visibleLine).join('\n') : diff;
}

function visibleLine(line: string): string {
  return line
    .split('\t')
    .map(visible)
    .join('\t')
    .replace(/‹U\+000D›$/, '');
}
