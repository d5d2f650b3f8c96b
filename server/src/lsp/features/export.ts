import type { CancellationToken } from 'vscode-languageserver';
import { fileName, fileNames, type Printout, printoutOf, split, write } from '../../exchange/export/index';
import { toBase64 } from '../../protocol/base64';
import {
  EXPORT_FORMATS,
  EXPORT_VIEWS,
  type Exported,
  type ExportFormat,
  type ExportParams,
  exportRequest,
} from '../../protocol/export';
import type { Checked } from '../../workspace/project';
import type { Feature, Host } from '../host';

/** Documents of an indicator file: Word, Excel, web pages. The client writes them where the user wants them. */
export const exporting: Feature = {
  capabilities: () => ({}),
  listen(host) {
    host.connection.onRequest(exportRequest.method, (params: ExportParams, token: CancellationToken) => {
      const { uri, view, format } = params;
      if (!EXPORT_VIEWS.includes(view) || !EXPORT_FORMATS.includes(format)) return null;
      return host.answer<Exported | { message: string } | null>(uri, null, token, (file) =>
        documentsOf(host, file, params),
      );
    });
  },
};

async function documentsOf(
  { workspace }: Host,
  file: Checked,
  { view, format, unit, split: wantsSplit }: ExportParams,
): Promise<Exported | { message: string }> {
  const printout = printoutOf(file, view, unit ? [unit] : []);
  if ('problem' in printout) return { message: workspace.render(printout.problem) };
  const name = decodeURIComponent(file.uri.slice(file.uri.lastIndexOf('/') + 1));
  const named =
    wantsSplit && view === 'unit' ? apart(name, printout, format) : [{ name: fileName(name, view, format), printout }];
  const documents: Exported['documents'][number][] = [];
  for (const one of named) {
    documents.push({ name: one.name, base64: toBase64(await write(one.printout, format)) });
  }
  return { documents, errors: file.findings.filter(({ severity }) => severity === 'error').length };
}

function apart(name: string, printout: Printout, format: ExportFormat): { name: string; printout: Printout }[] {
  const names = fileNames(name, printout.parts, format);
  return split(printout).map((one, index) => ({ name: names[index] ?? '', printout: one }));
}
