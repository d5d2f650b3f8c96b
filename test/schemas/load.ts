import { readFileSync } from 'node:fs';
import { Ajv, type AnySchemaObject } from 'ajv';
import { parse } from 'yaml';

export const kinds = ['zhibiao', 'danwei', 'yaoqiu', 'config'] as const;
export type Kind = (typeof kinds)[number];

export function readSchema(kind: Kind): AnySchemaObject {
  return JSON.parse(readFileSync(new URL(`../../schemas/${kind}.schema.json`, import.meta.url), 'utf8'));
}

export const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });

const validators = new Map(kinds.map((kind) => [kind, ajv.compile(readSchema(kind))]));

/** Validates a YAML text; each error as `instancePath keyword detail`, in the order that Ajv finds them. */
export function errors(kind: Kind, text: string): string[] {
  const validate = validators.get(kind);
  if (validate === undefined || validate(parse(text))) return [];
  return (validate.errors ?? []).map(({ instancePath, keyword, params }) =>
    [instancePath || '/', keyword, params.additionalProperty ?? params.missingProperty ?? '']
      .filter((part) => part !== '')
      .join(' '),
  );
}
