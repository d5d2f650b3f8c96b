import type { DiagnosticOptions } from '../service/diagnostics';
import type { LineIndex } from '../text/lines';
import type { Checked } from '../workspace/project';
import type { Host } from './host';

/** What is needed to show the findings of a file: the lines of the other files that they speak of, above all. */
export async function diagnosticOptions(
  { project, workspace, showsRelated, ruleUrl }: Host,
  { findings }: Checked,
): Promise<DiagnosticOptions> {
  const uris = findings.flatMap(({ related, fixes }) => [...related, ...fixes].flatMap(({ uri }) => uri ?? []));
  const lines = new Map<string, LineIndex | undefined>();
  for (const uri of new Set(uris)) lines.set(uri, await project.linesOf(uri));
  return {
    render: workspace.render,
    related: showsRelated,
    linesOf: (uri) => lines.get(uri),
    ...(ruleUrl && { ruleUrl }),
  };
}
