import type { XmlDocument, XmlElement } from '@xmldom/xmldom/lib/index.js';
import type { NumberLevel, NumberList } from './word-numbering';

/** A paragraph's place in a list. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

/** Children of that name, in order. */
export function children(parent: XmlElement | undefined, name: string): XmlElement[] {
  return parent ? Array.from(parent.childNodes).filter((node): node is XmlElement => isNamed(node, name)) : [];
}

function isNamed(node: object, name: string): boolean {
  return 'nodeName' in node && node.nodeName === name;
}

export function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return children(parent, name)[0];
}

/** The attribute w:val of a child, or undefined. */
function value(parent: XmlElement | undefined, name: string): string | undefined {
  return child(parent, name)?.getAttribute('w:val') || undefined;
}

function all(document: XmlDocument, name: string): XmlElement[] {
  return Array.from(document.getElementsByTagName(name));
}

/** The lists of word/numbering.xml by their w:numId. */
export function readLists(numbering: XmlDocument): ReadonlyMap<string, NumberList> {
  const abstracts = new Map(all(numbering, 'w:abstractNum').map((one) => [one.getAttribute('w:abstractNumId'), one]));
  const byStyle = new Map([...abstracts.values()].map((one) => [value(one, 'w:styleLink'), one]));
  return new Map(
    all(numbering, 'w:num').map((num): [string, NumberList] => {
      const named = abstracts.get(value(num, 'w:abstractNumId') ?? '');
      const link = value(named, 'w:numStyleLink');
      const abstract = (link && byStyle.get(link)) || named;
      const levels = levelsOf(abstract);
      const restarts = new Map<number, number>();
      for (const override of children(num, 'w:lvlOverride')) {
        const at = number(override.getAttribute('w:ilvl'), 0);
        const own = child(override, 'w:lvl');
        if (own) levels[at] = levelOf(own);
        const start = value(override, 'w:startOverride');
        if (start !== undefined) restarts.set(at, number(start, 1));
      }
      return [num.getAttribute('w:numId'), { key: abstract?.getAttribute('w:abstractNumId') ?? '', levels, restarts }];
    }),
  );
}

function levelsOf(abstract: XmlElement | undefined): (NumberLevel | undefined)[] {
  const levels: (NumberLevel | undefined)[] = [];
  for (const level of children(abstract, 'w:lvl')) levels[number(level.getAttribute('w:ilvl'), 0)] = levelOf(level);
  return levels;
}

function levelOf(level: XmlElement): NumberLevel {
  const text = value(level, 'w:lvlText') ?? '';
  // Word sets a tab between number and text, which after 1. shows as a blank and after 一、 as nothing to speak of.
  const blank = value(level, 'w:suff') !== 'nothing' && /[.)\d]$/.test(text) ? ' ' : '';
  return {
    start: number(value(level, 'w:start'), 1),
    format: Array.from(level.getElementsByTagName('w:numFmt'))[0]?.getAttribute('w:val') ?? 'decimal',
    text: text + blank,
  };
}

/** Word has nine levels. */
const DEEPEST = 8;

function number(text: string | undefined, otherwise: number): number {
  const parsed = Number.parseInt(text ?? '', 10);
  return parsed >= 0 ? parsed : otherwise;
}

/** The list that the paragraphs of a style belong to, by the style's id. */
export function readListStyles(styles: XmlDocument): ReadonlyMap<string, ListPlace> {
  const byId = new Map(all(styles, 'w:style').map((style) => [style.getAttribute('w:styleId'), style]));
  const places = new Map<string, ListPlace>();
  for (const id of byId.keys()) {
    const seen = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = value(byId.get(at), 'w:basedOn')) {
      seen.add(at);
      const place = listPlace(child(byId.get(at), 'w:pPr'));
      if (!place) continue;
      places.set(id, place);
      break;
    }
  }
  return places;
}

/** What the properties of a paragraph or style say of its list; a list of the id 0 is none. */
export function listPlace(properties: XmlElement | undefined): ListPlace | undefined {
  const numbered = child(properties, 'w:numPr');
  const list = value(numbered, 'w:numId');
  return list === undefined ? undefined : { list, level: Math.min(number(value(numbered, 'w:ilvl'), 0), DEEPEST) };
}
