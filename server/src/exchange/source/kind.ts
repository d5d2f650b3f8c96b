import { decodeBytes } from '../../text/decode';
import { decodePage } from './html-text';
import type { sourcePhrases } from './phrases';

/** What a document is; the name of a phrase where it cannot be read. */
export type DocumentKind =
  | 'zip'
  | 'xls'
  | 'html'
  | 'mhtml'
  | 'csv'
  | 'text'
  | Extract<keyof typeof sourcePhrases, 'oldWord' | 'richText' | 'pdf' | 'picture' | 'encrypted' | 'unknown'>;

const SIGNATURES: readonly (readonly [DocumentKind, string])[] = [
  ['zip', 'PK\x03\x04'],
  ['richText', '{\\rtf'],
  ['pdf', '%PDF-'],
  ['picture', '\x89PNG'],
  ['picture', '\xff\xd8\xff'],
  ['picture', 'GIF8'],
  ['picture', 'BM'],
];
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
/** Characters of the text that are looked at. */
const PROLOG = 4_096;

/** By what it begins with; only texts, which look alike, by the name's ending. */
export function kindOfDocument(bytes: Uint8Array, name: string): DocumentKind {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 16));
  if (start.startsWith(OLE)) return kindOfOle(bytes);
  const signed = SIGNATURES.find(
    ([kind, signature]) => start.startsWith(signature) && !(kind === 'picture' && isText(bytes)),
  );
  if (signed) return signed[0];
  if (!isText(bytes)) return 'unknown';
  const prolog = decodePage(bytes.subarray(0, PROLOG)).trimStart();
  if (/^(?:From: |MIME-Version:)/i.test(prolog) && /^Content-Type:\s*multipart\//im.test(prolog)) return 'mhtml';
  // SpreadsheetML of Excel 2003.
  if (/^<\?xml[^>]*\?>\s*<(?:\?mso-application[^>]*Excel|Workbook[^>]*office:spreadsheet)/.test(prolog)) return 'xls';
  if (/<(?:!doctype html|html|head|body|table|meta)[\s>]/i.test(prolog) || /\.x?html?$/i.test(name)) return 'html';
  return /\.(?:csv|tsv)$/i.test(name) ? 'csv' : 'text';
}

function isText(bytes: Uint8Array): boolean {
  return decodeBytes(bytes.subarray(0, PROLOG * 4)).encoding !== 'binary';
}

/** Of the old formats of Word, WPS and Excel only Excel's can be read; the names of its streams tell them apart. */
function kindOfOle(bytes: Uint8Array): DocumentKind {
  if (hasStream(bytes, 'EncryptedPackage')) return 'encrypted';
  if (hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book')) return 'xls';
  return hasStream(bytes, 'WordDocument') ? 'oldWord' : 'unknown';
}

/** Entries of the directory are 128 bytes each, the name first, in UTF-16. */
const ENTRY = 128;

function hasStream(bytes: Uint8Array, stream: string): boolean {
  const name = Uint8Array.from(`${stream}\0`, (character) => character.charCodeAt(0));
  for (let at = 512; at + ENTRY <= bytes.length; at += ENTRY) {
    if (name.every((byte, index) => bytes[at + 2 * index] === byte && bytes[at + 2 * index + 1] === 0)) return true;
  }
  return false;
}
