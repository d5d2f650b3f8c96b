import type { Source } from '../../exchange/source/types';
import {
  type DocumentContent,
  type ImportAnswer,
  type ImportParams,
  importRequest,
  type PasteAnswer,
  type PasteParams,
  pasteRequest,
} from '../../protocol/exchange';
import { toLspEdit } from '../../service/code-actions';
import type { Feature, Host } from '../host';

/** Documents of Word, Excel and the web, in and out. */
export const exchange: Feature = {
  capabilities: () => ({}),
  listen(host) {
    const { connection } = host;
    connection.onRequest(importRequest.method, (params: ImportParams) =>
      host.guard<ImportAnswer | null>(null, () => importFor(host, params)),
    );
    connection.onRequest(pasteRequest.method, ({ uri, position, name, content }: PasteParams, token) =>
      host.answer<PasteAnswer | null>(uri, null, token, async (file) => {
        const { pasteTable, Refusal } = await importing();
        const { lines } = file.document;
        try {
          const source = await read(content, name);
          const pasted = pasteTable(file, lines.offsetAt(position), source, await host.project.corporaFor(uri));
          return { ...pasted, edits: pasted.edits.map((edit) => toLspEdit(lines, edit)) };
        } catch (error) {
          if (error instanceof Refusal) return { refusal: host.workspace.render(error.sentence) };
          throw error;
        }
      }),
    );
  },
};

/** Documents are packed; this is the least that comes out. */
const PACKED = 4;

/** Not loaded with the server, which starts the sooner for it. */
const importing = () => import('../../exchange/importing');

async function importFor(host: Host, { name, content, folder, documents }: ImportParams): Promise<ImportAnswer> {
  const { importDocument, importReport, Refusal } = await importing();
  try {
    if ('base64' in content) host.makeRoom(content.base64.length * PACKED);
    const source = await read(content, name);
    const uri = `${folder || 'untitled:'}/_.zhibiao.yaml`;
    const { registry } = (await host.project.check(uri, '')).surroundings;
    const corpora = await host.project.corporaFor(uri);
    const units = [...(registry?.names ?? [])];
    const { files, report } = importDocument(source, { stem: stemOf(name), corpora, units, documents });
    return {
      files,
      report: importReport(report, source.notes),
      documents: report.documents.map(({ title, items }) => ({ title, items })),
      items: report.documents.reduce((sum, { items }) => sum + items, 0),
      doubts: report.remarks.filter(({ kind }) => kind === 'unsure' || kind === 'left-out').length,
    };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: host.workspace.render(error.sentence) };
    throw error;
  }
}

async function read(content: DocumentContent, name: string): Promise<Source> {
  const { readClipboard, readSource } = await importing();
  if ('text' in content) return await readClipboard(content.html, content.text, name);
  return await readSource(
    Uint8Array.from(atob(content.base64), (character) => character.charCodeAt(0)),
    name,
  );
}

/** The name without its ending. */
function stemOf(name: string): string {
  return name.replace(/(?<=.)\.[^.]*$/u, '');
}
