import { zipSync } from 'fflate';
import type { Block, Source } from '../../../server/src/exchange/source/types';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const encode = (text: string) => new TextEncoder().encode(text);

/** A .docx with this body; further parts by their names. */
export function docx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  return zip({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
    ...parts,
  });
}

export function zip(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? encode(part) : part]),
    ),
  );
}

/** word/numbering.xml or word/styles.xml. */
export const part = (root: string, content: string) =>
  `<?xml version="1.0"?><w:${root} xmlns:w="${W}">${content}</w:${root}>`;
export const p = (text: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
export const numbered = (list: number, level: number, text = '') =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
export const tc = (content: string, properties = '') =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${content.startsWith('<') ? content : p(content)}</w:tc>`;
export const tr = (cells: readonly string[], properties = '') =>
  `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`;
export const tbl = (...rows: readonly string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;

/** A table as lines of a test: cells of a row parted by ` | `, `^` for one that the cell above covers, `>` for each further column. */
export function shown(source: Source): string[] {
  return source.blocks.flatMap(shownBlock);
}

function shownBlock(block: Block): string[] {
  if (block.kind === 'paragraph') return [block.text];
  return block.rows.map(({ cells }) =>
    cells
      .map((cell) => (cell.continued ? '^' : cell.text.replaceAll('\n', '⏎')) + ' >'.repeat(cell.colSpan - 1))
      .join(' | '),
  );
}

/** The templates of what a reader says, filled with nothing. */
export const notesOf = ({ notes }: Source) => notes.map(({ template }) => template);
