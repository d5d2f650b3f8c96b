import type { XmlDocument, XmlElement } from '@xmldom/xmldom/lib/index.js';
import { child, children, listPlace, readListStyles, readLists } from './word-lists';
import { createNumbering } from './word-numbering';
import type { Parts } from './zip';

/** The parts of a document that are read and written as XML. */
export interface Xml {
  parse(text: string): XmlDocument;
  serialize(document: XmlDocument): string;
}

const MAIN = 'word/document.xml';
const NUMBERING = 'word/numbering.xml';
const STYLES = 'word/styles.xml';

/**
 * Writes down what mammoth does not read: automatic numbers as text, and the columns that a row leaves out at its start
 * (w:gridBefore) as an empty cell. Takes out bookmarks, which between rows and cells make it forget the merged ones.
 * @returns the parts that have to be replaced, by name
 */
export function prepareWord(parts: Parts, xml: Xml): ReadonlyMap<string, string> {
  const text = (name: string) => new TextDecoder().decode(parts.get(name));
  const source = text(MAIN);
  const main = source.replace(/<w:bookmark(?:Start|End)\b[^>]*?(?:\/>|><\/w:bookmark(?:Start|End)>)/g, '');
  const isNumbered = parts.has(NUMBERING) && (main.includes('<w:numPr') || text(STYLES).includes('<w:numPr'));
  if (!isNumbered && !main.includes('<w:gridBefore')) return main === source ? new Map() : new Map([[MAIN, main]]);
  const document = xml.parse(main);
  if (isNumbered)
    writeNumbers(document, parts.has(STYLES) ? xml.parse(text(STYLES)) : undefined, xml.parse(text(NUMBERING)));
  fillRows(document);
  const changed = new Map([[MAIN, xml.serialize(document)]]);
  if (isNumbered) changed.set(NUMBERING, NO_LISTS);
  return changed;
}

const NO_LISTS = '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>';

function writeNumbers(document: XmlDocument, styles: XmlDocument | undefined, numbering: XmlDocument): void {
  const next = createNumbering(readLists(numbering));
  const ofStyle = styles ? readListStyles(styles) : new Map();
  for (const paragraph of Array.from(document.getElementsByTagName('w:p'))) {
    const properties = child(paragraph, 'w:pPr');
    const style = child(properties, 'w:pStyle')?.getAttribute('w:val') ?? '';
    const place = listPlace(properties) ?? ofStyle.get(style);
    const shown = place ? next(place.list, place.level) : '';
    if (shown !== '')
      paragraph.insertBefore(run(document, shown), properties ? properties.nextSibling : paragraph.firstChild);
  }
}

function run(document: XmlDocument, words: string): XmlElement {
  const text = document.createElement('w:t');
  text.setAttribute('xml:space', 'preserve');
  text.appendChild(document.createTextNode(words));
  return wrapped(document, 'w:r', text);
}

function wrapped(document: XmlDocument, name: string, ...within: readonly XmlElement[]): XmlElement {
  const element = document.createElement(name);
  for (const one of within) element.appendChild(one);
  return element;
}

function fillRows(document: XmlDocument): void {
  for (const mark of Array.from(document.getElementsByTagName('w:gridBefore'))) {
    const row = mark.parentNode?.parentNode;
    const width = mark.getAttribute('w:val');
    if (!row || !/^[1-9]\d?$/.test(width)) continue;
    const span = document.createElement('w:gridSpan');
    span.setAttribute('w:val', width);
    const properties = wrapped(document, 'w:tcPr', span);
    const cell = wrapped(document, 'w:tc', properties, document.createElement('w:p'));
    row.insertBefore(cell, children(row, 'w:tc')[0] ?? null);
  }
}
