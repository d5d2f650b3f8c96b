import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { Refusal, readSource } from '../../../server/src/exchange/source/index';
import { sourcePhrases } from '../../../server/src/exchange/source/phrases';
import { docx, p, part, zip } from './documents';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const reasonOf = async (content: Uint8Array, name = 'a.docx') => {
  const fault = await readSource(content, name).then(
    () => undefined,
    (error) => error,
  );
  expect(fault).toBeInstanceOf(Refusal);
  expect(fault.message).toContain(`「${name}」`);
  return Object.entries(sourcePhrases).find(([, phrase]) => phrase === fault.sentence.template)?.[0];
};

/** An OLE file with a directory of these names, as old Word and Excel and encrypted documents are. */
function ole(...names: readonly string[]): Uint8Array {
  const file = new Uint8Array(2048);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [index, name] of ['Root Entry', ...names].entries()) {
    file.set(Uint8Array.from([...name].flatMap((character) => [character.charCodeAt(0), 0])), 1024 + index * 128);
  }
  return file;
}

/** A zip file with another number in each entry of its directory: 24 is where an entry's size stands, 42 where its data do. */
function patched(content: Uint8Array, offset: 24 | 42, value: number): Uint8Array {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  for (let at = 0; at < content.length - 46; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + offset, value, true);
  }
  return content;
}

it.each([
  ['empty', new Uint8Array(0), 'a.docx'],
  ['empty', docx(''), 'a.docx'],
  ['empty', bytes('\n\n'), 'a.csv'],
  ['oldWord', ole('WordDocument', '1Table'), 'a.docx'],
  ['encrypted', ole('EncryptionInfo', 'EncryptedPackage'), 'a.xlsx'],
  ['unknown', ole('PowerPoint Document'), 'a.docx'],
  ['damaged', ole('Workbook'), 'a.xls'],
  ['richText', bytes('{\\rtf1\\ansi'), 'a.docx'],
  ['pdf', bytes('%PDF-1.7\n\x00\x01'), 'a.docx'],
  ['picture', bytes('\x89PNG\r\n\x1a\n\x00\x00'), 'a.docx'],
  ['unknown', bytes('\x00\x01\x02'), 'a.docx'],
  ['unknown', zip({ 'a.txt': '甲' }), 'a.docx'],
  ['damaged', docx(p('甲')).slice(0, 500), 'a.docx'],
  ['damaged', docx('<w:p><w:r>'), 'a.docx'],
] as const)('%s', async (reason, content, name) => {
  expect(await reasonOf(content, name)).toBe(reason);
});

it('takes a document for what it is, whatever its name', async () => {
  const { blocks } = await readSource(docx(p('甲')), 'a.doc');
  expect(blocks).toEqual([{ kind: 'paragraph', text: '甲', at: '第1段' }]);
});

describe('a document that means harm', () => {
  it('is refused if it says that it is larger than any', async () => {
    expect(await reasonOf(patched(docx(p('甲')), 24, 30 * 1024 * 1024))).toBe('damaged');
    expect(await reasonOf(patched(docx(p('甲')), 24, 100 * 1024 * 1024))).toBe('tooLarge');
  });

  it('is refused if it lies about its size', async () => {
    expect(await reasonOf(patched(docx(p('甲'.repeat(10_000))), 24, 10))).toBe('damaged');
  });

  it.each(['UTF-8', 'UTF-16'])('is refused if its XML declares entities, in %s', async (encoding) => {
    const laughs =
      '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;">]><w:styles xmlns:w="x">&b;</w:styles>';
    const xml = encoding === 'UTF-8' ? laughs : bytes([...laughs].map((character) => `${character}\0`).join(''));
    const content = zip({ 'word/document.xml': part('document', ''), 'word/styles.xml': xml });
    expect(await reasonOf(content)).toBe('entities');
  });

  it('is refused if its entries point outside it', async () => {
    expect(await reasonOf(patched(docx(p('甲')), 42, 0x7fffffff))).toBe('damaged');
  });

  it('is refused, not crashed on, wherever it is damaged', async () => {
    const sheet = {
      SheetNames: ['a'],
      Sheets: {
        a: utils.aoa_to_sheet([
          ['序号', '内容'],
          [1, '甲'],
        ]),
      },
    };
    const sound = [
      docx(p('甲')),
      new Uint8Array(write(sheet, { type: 'array', bookType: 'xlsx' })),
      new Uint8Array(write(sheet, { type: 'array', bookType: 'biff8' })),
    ];
    for (const content of sound) {
      for (let at = 7; at < content.length; at += Math.ceil(content.length / 40)) {
        const damaged = content.slice();
        damaged[at] = (damaged[at] ?? 0) ^ 0xff;
        const result = await readSource(damaged, 'a.bin').catch((error) => error);
        if (result instanceof Error) expect(result).toBeInstanceOf(Refusal);
      }
    }
  });
});
