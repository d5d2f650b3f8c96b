import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../server/src/text/decode';

const TEXT = '标题: 法治政府建设指标\n责任单位: [县司法局、县财政局]\n内容: 达到100%，“一网”。\n';
const utf8 = new TextEncoder().encode(TEXT);
/** 县司法局，达到100%。 in GBK. */
const GBK = Uint8Array.from([
  0xcf, 0xd8, 0xcb, 0xbe, 0xb7, 0xa8, 0xbe, 0xd6, 0xa3, 0xac, 0xb4, 0xef, 0xb5, 0xbd, 0x31, 0x30, 0x30, 0x25, 0xa1,
  0xa3,
]);

function bytesOf(...parts: (readonly number[] | Uint8Array)[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

describe('decodeBytes', () => {
  it('reads UTF-8, with and without a byte order mark', () => {
    expect(decodeBytes(utf8)).toEqual({ text: TEXT, encoding: 'utf-8', bom: false, invalid: 0 });
    expect(decodeBytes(bytesOf([0xef, 0xbb, 0xbf], utf8))).toEqual({
      text: TEXT,
      encoding: 'utf-8',
      bom: true,
      invalid: 0,
    });
    expect(decodeBytes(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', bom: false, invalid: 0 });
  });

  it('reads GBK and GB18030', () => {
    expect(decodeBytes(GBK)).toEqual({ text: '县司法局，达到100%。', encoding: 'gb18030', bom: false, invalid: 0 });
    expect(decodeBytes(bytesOf([0x84, 0x31, 0x95, 0x33], GBK))).toMatchObject({
      text: '县司法局，达到100%。',
      bom: true,
    });
    // 㐂, a character of four bytes, between common ones.
    expect(decodeBytes(bytesOf(GBK, [0x81, 0x39, 0xee, 0x37])).encoding).toBe('gb18030');
  });

  it('reads a GBK file with a broken byte as GBK', () => {
    expect(decodeBytes(bytesOf(GBK, [0xff], GBK))).toMatchObject({ encoding: 'gb18030', invalid: 1 });
  });

  it('reads UTF-16 by its byte order mark', () => {
    const units = [...'县司法局'].map((unit) => unit.charCodeAt(0));
    const little = bytesOf(
      [0xff, 0xfe],
      units.flatMap((unit) => [unit & 0xff, unit >> 8]),
    );
    const big = bytesOf(
      [0xfe, 0xff],
      units.flatMap((unit) => [unit >> 8, unit & 0xff]),
    );
    expect(decodeBytes(little)).toEqual({ text: '县司法局', encoding: 'utf-16le', bom: true, invalid: 0 });
    expect(decodeBytes(big)).toEqual({ text: '县司法局', encoding: 'utf-16be', bom: true, invalid: 0 });
  });

  it('keeps broken UTF-8 as UTF-8 and counts what it replaced', () => {
    const broken = bytesOf(utf8.subarray(0, 7), [0xe5, 0x8e], utf8.subarray(7));
    expect(decodeBytes(broken)).toMatchObject({ encoding: 'utf-8', invalid: 1 });
    expect(decodeBytes(broken).text).toContain('\ufffd');
    expect(decodeBytes(bytesOf([0x63, 0x61, 0x66, 0xe9, 0x0a]))).toMatchObject({
      encoding: 'utf-8',
      text: 'caf\ufffd\n',
    });
  });

  it('does not count U+FFFD that the file itself holds', () => {
    const damaged = new TextEncoder().encode('县司\ufffd\ufffd局');
    expect(decodeBytes(damaged)).toMatchObject({ encoding: 'utf-8', invalid: 0 });
    expect(decodeBytes(bytesOf(damaged, [0xff]))).toMatchObject({ encoding: 'utf-8', invalid: 1 });
  });

  it('tells binary data', () => {
    expect(decodeBytes(bytesOf([0x50, 0x4b, 3, 4, 0, 0], utf8))).toEqual({
      text: '',
      encoding: 'binary',
      bom: false,
      invalid: 0,
    });
    expect(decodeBytes(Uint8Array.from({ length: 100 }, (_, i) => (i % 8) + 1)).encoding).toBe('binary');
  });

  it('takes a faster decoder, and does without it where that declines', () => {
    expect(decodeBytes(utf8, () => 'fast').text).toBe('fast');
    expect(decodeBytes(GBK, () => null).encoding).toBe('gb18030');
  });

  it('never throws, and reads any well-formed text back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(decodeBytes(bytes).invalid).toBeGreaterThanOrEqual(0);
      }),
    );
    const text = fc.string({ unit: fc.constantFrom(...'县司法局abc：“”\n\t𠮷€é') });
    fc.assert(fc.property(text, (original) => decodeBytes(new TextEncoder().encode(original)).text === original));
  });
});
