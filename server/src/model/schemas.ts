import config from '../../../schemas/config.schema.json';
import danwei from '../../../schemas/danwei.schema.json';
import yaoqiu from '../../../schemas/yaoqiu.schema.json';
import zhibiao from '../../../schemas/zhibiao.schema.json';
import type { FileKind } from './types';

const SCHEMAS: Readonly<Record<FileKind, unknown>> = { zhibiao, danwei, yaoqiu, config };

/** The keys that the mapping allows whose `additionalProperties` an error's schema path names. */
export function allowedKeys(kind: FileKind, schemaPath: string): string[] {
  let schema: unknown = SCHEMAS[kind];
  for (const step of schemaPath
    .replace(/^.*#\/?/, '')
    .split('/')
    .slice(0, -1)) {
    schema = (schema as Record<string, unknown> | undefined)?.[decodeURIComponent(step)];
  }
  return Object.keys((schema as { properties?: object } | undefined)?.properties ?? {});
}
