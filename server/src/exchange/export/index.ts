import type { ExportFormat } from '../../protocol/export';
import type { Printout } from './document';
import { writeCsv } from './writers/csv';
import { writeDocx } from './writers/docx';
import { writeHtml } from './writers/html';
import { writeJson } from './writers/json';
import { writeMarkdown } from './writers/markdown';
import { writeXlsx } from './writers/xlsx';

export type { Part, Printout } from './document';
export { type ExportFormat, FORMATS, TEXT_FORMATS } from './formats';
export { fileName, fileNames } from './names';
export type { ExportProblem } from './phrases';
export { printoutOf, VIEW_NAMES, viewNamed } from './printout';

/** Writes a document. The same document gives the same bytes. */
export async function write(printout: Printout, format: ExportFormat): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return writeDocx(printout);
    case 'xlsx':
      return writeXlsx(printout);
    default:
      return new TextEncoder().encode(TEXT_WRITERS[format](printout));
  }
}

const TEXT_WRITERS = { html: writeHtml, md: writeMarkdown, csv: writeCsv, json: writeJson } as const;

/** A document for each part, to be written into files of their own. */
export function split({ view, title, parts }: Printout): Printout[] {
  return parts.map((part) => ({ view, title: `${title}（${part.name}）`, parts: [part] }));
}
