import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineReader, type Remembered, toLines } from '../../server/src/workspace/index-lines';
import { itemsAnswering, pack, unpack } from '../../server/src/workspace/packed-summary';
import { StringTable } from '../../server/src/workspace/string-table';
import { type FileSummary, type ItemSummary, type SectionSummary, summarize } from '../../server/src/workspace/summary';
import { open, seed } from '../service/harness';

const position = fc.record({ line: fc.nat(), character: fc.nat() });
const range = fc.record({ start: position, end: position });
const text = fc.string({ unit: 'binary' });
const item: fc.Arbitrary<ItemSummary> = fc.record(
  {
    content: text,
    units: fc.array(fc.record({ role: fc.constantFrom('牵头单位', '责任单位', '配合单位', '成员'), name: text })),
    deadlines: fc.array(text),
    evidence: fc.array(text),
    range,
    number: fc.integer({ min: -1000 }),
    target: fc.nat(200),
  },
  { requiredKeys: ['content', 'units', 'deadlines', 'evidence', 'range'], noNullPrototype: true },
);

const summary: fc.Arbitrary<FileSummary> = fc.array(item, { maxLength: 6 }).chain((items) => {
  const section = (depth: number): fc.Arbitrary<SectionSummary> =>
    fc.record({
      level: fc.constantFrom(1 as const, 2 as const),
      title: text,
      range,
      items: items.length > 0 ? fc.subarray(items) : fc.constant([]),
      sections: depth > 0 ? fc.array(section(depth - 1), { maxLength: 2 }) : fc.constant([]),
    });
  return fc.record(
    {
      uri: text,
      kind: fc.constantFrom('zhibiao' as const, 'danwei' as const, 'yaoqiu' as const, 'config' as const),
      title: text,
      county: text,
      edition: text,
      registry: text,
      sections: fc.array(section(1), { maxLength: 3 }),
      items: fc.constant(items),
      registered: fc.array(fc.record({ name: text, range })),
    },
    { requiredKeys: ['uri', 'kind', 'sections', 'items', 'registered'], noNullPrototype: true },
  );
});

const remembered: fc.Arbitrary<Remembered> = fc.record({ summary, state: text, leansOn: fc.array(text) });

/** With all parts made. */
function whole({ sections, items, registered, ...head }: FileSummary): FileSummary {
  return { ...head, sections, items, registered };
}

describe('a packed summary', () => {
  it('is the summary again', () => {
    const table = new StringTable();
    fc.assert(
      fc.property(summary, (one) => {
        expect(whole(unpack(pack(one, table), table))).toEqual(one);
      }),
    );
  });

  it('of a bundled document is the summary again, and small', async () => {
    const { file } = await open({ 'q.zhibiao.yaml': seed('as-printed/qinshui/qinshui.zhibiao.yaml') });
    const table = new StringTable();
    const one = summarize(file);
    const packed = pack(one, table);
    expect(whole(unpack(packed, table))).toEqual(one);
    expect(one.items).toHaveLength(104);
    expect(packed.numbers.byteLength).toBeLessThan(12_000);
    expect(itemsAnswering(packed, 4, table)).toEqual(one.items.filter(({ target }) => target === 4));
  });

  it('leaves out a number that is no whole one', () => {
    const table = new StringTable();
    const at = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const numbers = [1.5, Number.NaN, 1e300, -(2 ** 31), 7];
    const items = numbers.map((number) => ({ content: '', units: [], deadlines: [], evidence: [], range: at, number }));
    const one: FileSummary = { uri: 'a', kind: 'zhibiao', sections: [], items, registered: [] };
    const again = unpack(pack(one, table), table).items.map(({ number }) => number);
    expect(again).toEqual([undefined, undefined, undefined, undefined, 7]);
  });
});

describe('an index in lines', () => {
  const read = (lines: readonly string[], key = 'k') => {
    const reader = createLineReader(key);
    return lines.every((line) => reader.take(line)) ? reader.result() : undefined;
  };

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.uniqueArray(remembered, { selector: ({ summary: { uri } }) => uri, maxLength: 4 }), (files) => {
        const found = read([...toLines(files, 'k')]);
        expect([...(found?.values() ?? [])].map((one) => ({ ...one, summary: whole(one.summary) }))).toEqual(files);
      }),
    );
  });

  it('is void when a line is damaged, missing or of another edition', () => {
    const files = fc.uniqueArray(remembered, { selector: ({ summary: { uri } }) => uri, minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(files, fc.nat(), fc.nat(), (some, line, at) => {
        const lines = [...toLines(some, 'k')];
        expect(read(lines, 'other')).toBeUndefined();
        expect(read(lines.slice(0, -1))).toBeUndefined();
        const where = line % lines.length;
        expect(read(lines.filter((_, i) => i !== where))).toBeUndefined();
        const victim = lines[where] ?? '';
        expect(read(lines.with(where, victim.slice(0, at % victim.length)))).toBeUndefined();
      }),
    );
  });

  it.each(['', '{', 'null', '[]', '7', '{"count":0}', '{"strings":[1]}', '\u0000'])(
    'takes no %j for a line',
    (line) => {
      const [head = ''] = toLines([], 'k');
      expect(read([line])).toBeUndefined();
      expect(line.startsWith('{"count"') || read([head, line, '{"count":1}']) === undefined).toBe(true);
    },
  );
});
