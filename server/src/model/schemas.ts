import config from '../../../schemas/config.schema.json';
import danwei from '../../../schemas/danwei.schema.json';
import yaoqiu from '../../../schemas/yaoqiu.schema.json';
import zhibiao from '../../../schemas/zhibiao.schema.json';
import type { FileKind } from './types';

interface Schema {
  readonly $ref?: string;
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
  const root = SCHEMAS[kind];
  let schema = resolve(root, root);
  for (const step of instancePath.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    schema = resolve(root, stepInto(schema, key));
  }
  return Object.keys(schema?.properties ?? {});
}

function stepInto(schema: Schema | undefined, key: string): Schema | undefined {
  const property = schema?.properties?.[key];
  if (property) return property;
  if (typeof schema?.additionalProperties === 'object') return schema.additionalProperties;
  const { items } = schema ?? {};
  return /^\d+$/.test(key) && !Array.isArray(items) ? (items as Schema | undefined) : undefined;
}

function resolve(root: Schema, schema: Schema | undefined): Schema | undefined {
  const name = schema?.$ref?.split('/').at(-1);
  return name === undefined ? schema : resolve(root, root.definitions?.[name]);
}
