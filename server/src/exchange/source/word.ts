import type { Message } from '../../rules/finding';
import { readPage } from './html';
import { sourcePhrases } from './phrases';
import { orDamaged } from './refusal';
import type { Note, Source } from './types';
import { prepareWord } from './word-prepare';
import type { Parts } from './zip';

/**
 * A .docx. @param parts its content, which is known to be of a sound size
 * @throws Refusal
 */
export async function readWord(bytes: Uint8Array, parts: Parts, name: string): Promise<Source> {
  return await orDamaged(name, async () => {
    const library = await import('./word-library');
    const changed = prepareWord(parts, {
      parse: (text) => new library.DOMParser({ errorHandler: refuse }).parseFromString(text, 'text/xml'),
      serialize: (document) => new library.XMLSerializer().serializeToString(document),
    });
    const readable = changed.size === 0 ? bytes : replaced(parts, changed, library.zipSync);
    let pictures = 0;
    const convertImage = library.images.imgElement(async () => {
      pictures++;
      return { src: '' };
    });
    const { value, messages } = await library.convertToHtml(inputOf(readable), { convertImage });
    const source = await readPage(value, name);
    return { ...source, notes: [...wordNotes(parts, pictures, messages), ...source.notes] };
  });
}

function refuse(_level: string, message: string): never {
  throw new Error(message);
}

/** In Node the library wants a Buffer, for which any bytes do, in a browser an ArrayBuffer. */
function inputOf(bytes: Uint8Array): { buffer: Buffer; arrayBuffer: ArrayBuffer } {
  return { buffer: bytes as Buffer, arrayBuffer: bytes.slice().buffer };
}

/** The document anew, not packed: the library unpacks it at once. */
function replaced(
  parts: Parts,
  changed: ReadonlyMap<string, string>,
  zip: typeof import('./word-library').zipSync,
): Uint8Array {
  const texts = [...changed].map(([name, text]): [string, Uint8Array] => [name, new TextEncoder().encode(text)]);
  return zip(Object.fromEntries([...parts, ...texts]), { level: 0 });
}

const IGNORED = /unrecognised element was ignored: (?:\{[^}]*\}|\w+:)?(\w+)/;

function wordNotes(parts: Parts, pictures: number, messages: readonly { readonly message: string }[]): Note[] {
  const notes: Note[] = [];
  const note = (template: keyof typeof sourcePhrases, data: Message['data'] = {}) =>
    notes.push({ template: sourcePhrases[template], data });
  const text = (name: string) => new TextDecoder().decode(parts.get(name));
  if (parts.has('word/vbaProject.bin')) note('macros');
  if (/<w:(?:ins|del|moveFrom)\s/.test(text('word/document.xml'))) note('revisions');
  if (parts.has('word/comments.xml') && text('word/comments.xml').includes('<w:comment ')) note('comments');
  if (pictures > 0) note('pictures', { count: pictures });
  const ignored = new Set(messages.flatMap(({ message }) => IGNORED.exec(message)?.[1] ?? []));
  if (ignored.size > 0) note('unreadable', { names: [...ignored].join('、') });
  const margins = [...parts.keys()].filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name));
  const words = new Set(margins.map((name) => wordsOf(text(name))).filter((line) => /\p{Script=Han}/u.test(line)));
  for (const line of words) note('margins', { text: line });
  return notes;
}

/** The text of a header or footer, which has neither tables nor anything else that matters. */
function wordsOf(xml: string): string {
  const pieces = xml.match(/<w:t(?: [^>]*)?>[^<]*/g) ?? [];
  return pieces
    .map((piece) => piece.slice(piece.indexOf('>') + 1))
    .join('')
    .trim();
}
