import { renderMessage } from '../rules/finding';
import { visible } from './escape';
import { shownPath } from './paths';
import { readFile } from './read';
import { type FileReport, fileReport } from './report';
import { guarded, type Session } from './session';
import type { Source } from './sources';
import { toPath } from './uris';

/** Checks one source after the other. @param done called after each, with the number of sources so far */
export async function checkSources(session: Session, done: (count: number) => void): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  for (const [index, source] of session.sources.entries()) {
    await guarded(session, source.path, async () => {
      const report = await checkSource(session, source);
      if (report) reports.push(report);
    });
    done(index + 1);
  }
  return reports;
}

async function checkSource(session: Session, source: Source): Promise<FileReport | undefined> {
  const fixed = session.fixed.get(source.uri);
  const read = fixed === undefined ? await source.read() : { decoded: { text: fixed, encoding: undefined } };
  if ('trouble' in read) {
    session.troubles.push(read.trouble);
    return undefined;
  }
  const { text, encoding } = read.decoded;
  const checked = await session.project.check(source.uri, text, { kind: source.kind, encoding });
  for (const uri of checked.dependencies) {
    if (session.engine.kindOf(uri) === 'config') session.configs.add(uri);
  }
  return fileReport(source.path, checked, async (uri) => {
    if (uri === source.uri) return { lines: checked.document.lines };
    const lines = await session.project.linesOf(uri);
    return lines && { path: shownPath(session.cwd, toPath(uri)), lines };
  });
}

/**
 * A config that is wrong must not be silently half obeyed: the first error of each config that was used and that is not
 * itself among the checked files.
 */
export async function checkConfigs(session: Session): Promise<void> {
  const { engine, project, cwd, configs, sources } = session;
  for (const uri of configs) {
    if (sources.some((source) => source.uri === uri)) continue;
    const path = shownPath(cwd, toPath(uri));
    await guarded(session, path, async () => {
      const read = await readFile(toPath(uri), path, engine.decode);
      // Dependencies are named whether they exist or not.
      if ('trouble' in read) return;
      const checked = await project.check(uri, read.decoded.text, { kind: 'config', encoding: read.decoded.encoding });
      const fault = checked.findings.find(({ severity }) => severity === 'error');
      if (!fault) return;
      const line = checked.document.lines.lineAt(fault.span.start) + 1;
      session.troubles.push(`配置文件 ${visible(path)} 第 ${line} 行：${visible(renderMessage(fault.message))}`);
    });
  }
}
