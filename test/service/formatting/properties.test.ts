import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formattingEdits } from '../../../server/src/service/formatting';
import { applyEdits } from '../../../server/src/text/edits';
import { LineIndex } from '../../../server/src/text/lines';
import { toData } from '../../../server/src/yaml/nodes';
import { mutate, pieces, read, seeds, slip } from '../../yaml/support';
import { checkText } from './support';

type Options = Parameters<typeof formattingEdits>[2];
const asIs: Options = { formatKeyOrder: false, formatUnitLists: 'keep' };
const eagerly: Options = { formatKeyOrder: true, formatUnitLists: 'lines' };

function format(text: string, options = asIs, within?: [number, number]): string {
  return applyEdits(
    text,
    formattingEdits({ lines: new LineIndex(text), tree: read(text) }, 'zhibiao', options, within),
  );
}

const damaged = slip.map(({ seed, kind, where, which }) => mutate(seeds[seed]?.text ?? '', kind, where, which).text);
/** Four columns a level, with the dashes three blanks before their text. */
const widen = (text: string) =>
  text.replace(/^( *)((?:- )*)/gm, (_, indent, dashes) => indent + indent + dashes.replaceAll('- ', '-   '));
const texts = fc.tuple(fc.oneof(damaged, pieces, pieces), fc.boolean(), fc.boolean()).map(([text, wide, crlf]) => {
  const widened = wide ? widen(text) : text;
  return crlf ? widened.replace(/\r?\n/g, '\r\n') : widened;
});

const withoutBlanks = (text: string) => text.replace(/[ \t\r\n]/g, '');
const faultKinds = (text: string) =>
  read(text)
    .faults.map(({ kind }) => kind)
    .sort();

describe('formatting a text', () => {
  it.each(seeds.map(({ name, text }) => [name, text]))('leaves %s as it is', (_, text) => {
    expect(format(text)).toBe(text);
  });

  it.each(seeds.map(({ name, text }) => [name, text]))('brings %s back from another indentation', (_, text) => {
    expect(format(widen(text))).toBe(text);
  });

  it('brings a file back from loose blanks', () => {
    const plain = seeds.filter(({ text }) => !/: \|/.test(text));
    const loosen = fc.tuple(fc.nat(plain.length - 1), fc.infiniteStream(fc.nat(7))).map(([seed, stream]) => {
      const text = plain[seed]?.text ?? '';
      const loose = text.split('\n').map((line) => {
        const choice = stream.next().value;
        if (line.trim() === '') return choice === 0 ? '  \n' : line;
        if (choice === 1) return `${line}  \t`;
        if (choice === 2) return line.replace(/^( *(?:- )?[^\s:#[]+):(?= )/, '$1 :  ');
        if (choice === 3 && !line.includes('#'))
          return line.replace(/(?<=: \[.*), /g, ',').replace(/(?<=: )\[(.*)\]$/, '[  $1 ]');
        if (choice === 4 && line.includes('{')) return line.replace(/\{ (.*) \}/, '{$1}');
        return line;
      });
      return { text, loose: loose.join('\n') };
    });
    fc.assert(
      fc.property(loosen, ({ text, loose }) => {
        expect(format(loose)).toBe(text);
      }),
      { numRuns: 25 },
    );
  });

  it('knows where a line begins behind a byte order mark', () => {
    expect(format('\ufeff\n标题:  表\n')).toBe('\ufeff标题: 表\n');
    expect(format('\ufeff阶段:\n- 甲\n')).toBe('\ufeff阶段:\n  - 甲\n');
  });

  it('brings the keys of shuffled items back in order', () => {
    const some = seeds.filter(({ name }) => /corrected\/(?:shapotou|qinshui)/.test(name));
    for (const { text } of some) {
      const shuffled = text.replace(
        /^( +)- (序号: \d+\n)((?:\1 +\S.*\n)+)/gm,
        (_, indent, number, rest) => `${indent}- ${rest.trimStart()}${indent}  ${number}`,
      );
      expect(shuffled).not.toBe(text);
      expect(format(shuffled, { ...asIs, formatKeyOrder: true })).toBe(text);
      expect(format(format(text, { ...asIs, formatUnitLists: 'lines' }), { ...asIs, formatUnitLists: 'inline' })).toBe(
        text,
      );
    }
  });

  it('changes blanks only, keeps the data and the faults, and has nothing to do the second time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const after = format(text);
        expect(withoutBlanks(after)).toBe(withoutBlanks(text));
        expect(toData(read(after).root)).toEqual(toData(read(text).root));
        expect(faultKinds(after)).toEqual(faultKinds(text));
        expect(format(after)).toBe(after);
      }),
      { numRuns: 120 },
    );
  });

  it('keeps the data when it orders keys and rewrites lists, and has nothing to do the second time', () => {
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom<Options>(eagerly, { ...eagerly, formatUnitLists: 'inline' }),
        (text, options) => {
          const after = format(text, options);
          expect(toData(read(after).root)).toEqual(toData(read(text).root));
          expect(faultKinds(after)).toEqual(faultKinds(text));
          expect(format(after, options)).toBe(after);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('touches no line outside a range', () => {
    const chosen = fc.tuple(texts, fc.nat(), fc.nat(40));
    fc.assert(
      fc.property(chosen, ([text, from, length]) => {
        const lines = new LineIndex(text);
        const first = from % lines.lineCount;
        const last = Math.min(first + length, lines.lineCount - 1);
        const after = format(text, asIs, [first, last]);
        const head = text.slice(0, lines.offsetAt({ line: first, character: 0 }));
        const tail = last + 1 < lines.lineCount ? text.slice(lines.offsetAt({ line: last + 1, character: 0 })) : '';
        expect(after.startsWith(head)).toBe(true);
        expect(after.endsWith(tail)).toBe(true);
        expect(toData(read(after).root)).toEqual(toData(read(text).root));
      }),
      { numRuns: 80 },
    );
  });
});

describe('the findings of a file', () => {
  it('are the same after formatting', async () => {
    const some = seeds.filter(({ name }) => /as-printed\/(?:shapotou|baofeng)/.test(name));
    for (const { name, text } of some) {
      const wide = widen(text);
      expect(await checkText(name, format(wide))).toEqual(await checkText(name, wide));
    }
  });
});
