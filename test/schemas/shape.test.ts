import { readFileSync } from 'node:fs';
import type { AnySchemaObject } from 'ajv';
import { describe, expect, test } from 'vitest';
import { ajv, kinds, readSchema } from './load';

interface Node {
  path: string;
  schema: AnySchemaObject;
}

/** Every subschema that a key, an item or a definition of the schema has. */
function nodes(schema: AnySchemaObject, path = '#'): Node[] {
  const children: [string, AnySchemaObject][] = [
    ...Object.entries<AnySchemaObject>(schema.properties ?? {}),
    ...Object.entries<AnySchemaObject>(schema.definitions ?? {}),
    ...(schema.items === undefined ? [] : [['items', schema.items] as [string, AnySchemaObject]]),
  ];
  return [{ path, schema }, ...children.flatMap(([name, child]) => nodes(child, `${path}/${name}`))];
}

describe.each(kinds)('%s.schema.json', (kind) => {
  const schema = readSchema(kind);
  const all = nodes(schema);

  test('tells a reader what every key is', () => {
    const keys = all.filter(({ path }) => !path.endsWith('/items'));
    const silent = keys.filter(({ schema: node }) => {
      const target = node.title === undefined && node.$ref ? schema.definitions[node.$ref.split('/').pop()] : node;
      return !(target.title && target.description && target.examples?.length > 0);
    });
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  test('reports unknown keys everywhere', () => {
    const open = all.filter(({ schema: node }) => node.properties && node.additionalProperties !== false);
    expect(open.map(({ path }) => path)).toEqual([]);
  });

  test('has no alternatives, whose failures cannot be told in one sentence', () => {
    expect(JSON.stringify(schema)).not.toMatch(/"(anyOf|oneOf|allOf|not|if)"/);
  });

  test('gives examples that hold', () => {
    const wrong = all.flatMap(({ path, schema: { examples = [], ...node } }) =>
      examples
        .filter((example: unknown) => !ajv.validate({ ...node, definitions: schema.definitions }, example))
        .map((example: unknown) => [path, example]),
    );
    expect(wrong).toEqual([]);
  });
});

test('definitions of one name are the same in every schema, but for the item of the tree', () => {
  // Each file stands alone so that an editor can use it by its path; this test replaces a shared file.
  const own = new Set(['indicator', 'unit']);
  const [first, ...rest] = kinds.map((kind) => readSchema(kind).definitions);
  for (const definitions of rest) {
    for (const name of Object.keys(definitions)) {
      if (name in first && !own.has(name)) expect(definitions[name], name).toEqual(first[name]);
    }
  }
  const { type: _inline, minLength: _, examples: _examples, ...unit } = readSchema('zhibiao').definitions.unit;
  const { type: _file, examples: _own, ...registryUnit } = readSchema('danwei').definitions.unit;
  expect(unit).toEqual(registryUnit);
});

test('the grammar shows every key of the schemas as a known key', () => {
  const grammar = JSON.parse(
    readFileSync(new URL('../../syntaxes/zhibiao.tmLanguage.json', import.meta.url), 'utf8'),
  ) as AnySchemaObject;
  const known = new RegExp(`^(?:${grammar.repository['known-key'].match.replace(/\(\?=.*$/, '')})$`);
  const keys = kinds
    .flatMap((kind) => nodes(readSchema(kind)))
    .flatMap(({ schema }) => Object.keys(schema.properties ?? {}));
  expect(keys.filter((key) => !known.test(key))).toEqual([]);
});
