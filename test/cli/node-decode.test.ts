import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decode } from '../../server/src/cli/node-decode';
import { decodeBytes } from '../../server/src/text/decode';

it('decodes as the portable decoder does, whatever the bytes', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 }).map((value) => new TextEncoder().encode(value));
  const chinese = fc.string({ unit: fc.constantFrom('县', '\ufeff', '𠮷', 'a', '\n', '\ufffd') });
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    text,
    chinese.map((value) => new TextEncoder().encode(value)),
  );
  fc.assert(
    fc.property(bytes, (value) => {
      expect(decode(value)).toEqual(decodeBytes(value));
    }),
    { numRuns: 2000 },
  );
});
