import { decodeBytes } from '../../text/decode';
import { readDelimited } from './delimited';
import { readHtml, readPage } from './html';
import { kindOfDocument } from './kind';
import { mhtmlPage } from './mhtml';
import { refusal } from './refusal';
import { readSheets } from './sheets';
import { readText } from './text';
import type { Source } from './types';
import { readWord } from './word';
import { type Parts, unpack } from './zip';

export { Refusal } from './refusal';
export type { Block, Cell, Grid, Note, Paragraph, Row, Source } from './types';

/**
 * Reads a document of any of the kinds that are understood: .docx, .xlsx, .xls, .html, .mht, .csv, .tsv and .txt. What its
 * bytes are counts, not what its name says.
 * @param name the file's name without folders
 * @throws Refusal in a sentence for the drafter
 */
export async function readSource(bytes: Uint8Array, name: string): Promise<Source> {
  if (bytes.length === 0) throw refusal('empty', name);
  const kind = kindOfDocument(bytes, name);
  switch (kind) {
    case 'zip':
      return await readZip(bytes, name);
    case 'xls':
      return await readSheets(bytes, name);
    case 'html':
      return await readHtml(bytes, name);
    case 'mhtml':
      return await readPage(mhtmlPage(bytes, name), name);
    case 'csv':
      return readDelimited(decodeBytes(bytes).text, name);
    case 'text':
      return plain(decodeBytes(bytes).text, name);
    default:
      throw refusal(kind, name);
  }
}

/** What the clipboard holds: a table as markup, if the program that it was copied from gave that, else as text. */
export async function readClipboard(html: string | undefined, text: string, name: string): Promise<Source> {
  return html && /<table[\s>]/i.test(html) ? await readPage(html, name) : plain(text, name);
}

/** Excel quotes a cell of several lines even on the clipboard; other texts know no quotes. */
function plain(text: string, name: string): Source {
  if (/^[^\t\r\n]*\t/.test(text) && /(?:^|\t)"(?:[^"\t]|"")*\n/m.test(text)) return readDelimited(text, name, '\t');
  const source = readText(name, text);
  if (source.blocks.length === 0) throw refusal('empty', name);
  return source;
}

async function readZip(bytes: Uint8Array, name: string): Promise<Source> {
  const parts: Parts = await unpack(bytes, name);
  if (parts.has('word/document.xml')) return await readWord(bytes, parts, name);
  if (parts.has('xl/workbook.xml') || parts.has('xl/workbook.bin')) return await readSheets(bytes, name);
  throw refusal('unknown', name);
}
