import config from '../../../schemas/config.schema.json';
import danwei from '../../../schemas/danwei.schema.json';
import yaoqiu from '../../../schemas/yaoqiu.schema.json';
import zhibiao from '../../../schemas/zhibiao.schema.json';
import type { FileKind } from './types';

interface Schema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly required?: readonly string[];
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema | readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
}

const SCHEMAS: Readonly<Record<FileKind, Schema>> = { zhibiao, danwei, yaoqiu, config } as Record<FileKind, Schema>;

/**
 * The keys that the mapping at a place of a file may have.
 * @param instancePath a JSON pointer, as Ajv gives it
 */
export function allowedKeys(kind: FileKind, instancePath: string): string[] {
  const steps = instancePath.split('/').slice(1);
  const schema = schemaAt(
    SCHEMAS[kind],
    steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')),
  );
  return Object.keys(schema?.properties ?? {});
}

/** What a schema says of a key at its place. */
export interface KeySchema {
  readonly title: string;
  readonly description: string;
  /** The values to choose from, if there are such. */
  readonly values: readonly string[];
  readonly examples: readonly unknown[];
  readonly required: boolean;
}

/**
 * What a key is for; undefined for one that is not allowed there. The same key may mean different things.
 * @param steps keys and indices from the root of the file to the mapping that holds the key
 */
export function keySchema(kind: FileKind, steps: readonly string[], key: string): KeySchema | undefined {
  const holder = schemaAt(SCHEMAS[kind], steps);
  const properties = holder?.properties ?? {};
  const schema = Object.hasOwn(properties, key) ? properties[key] : undefined;
  return schema && describe(SCHEMAS[kind], holder, key, schema);
}

/** All keys of all kinds of file with what their schema says, each place once. */
export function allKeySchemas(): KeySchema[] {
  return Object.values(SCHEMAS).flatMap((root) => {
    const found: KeySchema[] = [];
    const collect = (holder: Schema | undefined) => {
      for (const [key, schema] of Object.entries(holder?.properties ?? {})) {
        found.push(describe(root, holder, key, schema));
        collect(schema);
      }
      if (holder?.items && !Array.isArray(holder.items)) collect(holder.items as Schema);
    };
    for (const schema of [root, ...Object.values(root.definitions ?? {})]) collect(schema);
    return found;
  });
}

function describe(root: Schema, holder: Schema | undefined, key: string, own: Schema): KeySchema {
  const schema = { ...resolve(root, own), ...own };
  return {
    title: schema.title ?? key,
    description: schema.description ?? '',
    values: (schema.enum ?? []).flatMap((value) => (value === null ? [] : [String(value)])),
    examples: schema.examples ?? [],
    required: holder?.required?.includes(key) ?? false,
  };
}

function schemaAt(root: Schema, steps: readonly string[]): Schema | undefined {
  let schema = resolve(root, root);
  for (const step of steps) schema = resolve(root, stepInto(schema, step));
  return schema;
}

function stepInto(schema: Schema | undefined, key: string): Schema | undefined {
  const properties = schema?.properties ?? {};
  if (Object.hasOwn(properties, key)) return properties[key];
  if (typeof schema?.additionalProperties === 'object') return schema.additionalProperties;
  const { items } = schema ?? {};
  return /^\d+$/.test(key) && !Array.isArray(items) ? (items as Schema | undefined) : undefined;
}

function resolve(root: Schema, schema: Schema | undefined): Schema | undefined {
  const name = schema?.$ref?.split('/').at(-1);
  return name === undefined ? schema : resolve(root, root.definitions?.[name]);
}
