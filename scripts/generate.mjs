// Compiles schemas/*.schema.json to server/src/model/validators.generated.mjs: plain functions, no eval at run time.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Failure, main, root, startedAs } from './tools.mjs';

// Loaded only when there is something to build: importing this file must cost nothing.
const require = createRequire(import.meta.url);

const kinds = ['zhibiao', 'danwei', 'yaoqiu', 'config'];
// What is validated by itself, so that it is only done again where it changed.
const levels = { Section: 'section', Subsection: 'subsection', Entry: 'indicator' };
const partDefinitions = { zhibiao: levels, danwei: { Entry: 'unit' }, yaoqiu: levels };
// Keywords that check nothing. Ajv would copy them into the validators, where they are most of the text.
const annotations = new Set([
  '$comment',
  'title',
  'description',
  'default',
  'examples',
  'markdownDescription',
  'enumDescriptions',
  'markdownEnumDescriptions',
  'defaultSnippets',
  'deprecationMessage',
  'errorMessage',
  'patternErrorMessage',
  'doNotSuggest',
]);
// Keywords that hold schemas by name, and those that hold plain values.
const named = new Set(['properties', 'patternProperties', 'definitions', 'dependencies']);
const values = new Set(['enum', 'const', 'required']);

/**
 * Writes the validators, one named export a schema and one for each of its parts, if they changed.
 * @param {{ schemas?: string, target?: string }} folders absolute paths, for tests
 */
export async function generate({
  schemas = join(root, 'schemas'),
  target = join(root, 'server', 'src', 'model', 'validators.generated.mjs'),
} = {}) {
  const code = await bundle(compile(schemas));
  const before = existsSync(target) ? readFileSync(target, 'utf8') : undefined;
  if (code !== before) writeFileSync(target, code);
}

function compile(folder) {
  const { Ajv } = require('ajv');
  const { default: standalone } = require('ajv/dist/standalone');
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, code: { source: true, esm: true } });
  const names = {};
  for (const kind of kinds) {
    const file = `${kind}.schema.json`;
    const path = join(folder, file);
    if (!existsSync(path)) continue;
    const schema = bare(readSchema(path, file));
    names[kind] = schema.$id ?? file;
    guard(file, () => ajv.addSchema(schema, names[kind]));
  }
  const parts = {};
  for (const [kind, definitions] of Object.entries(partDefinitions)) {
    for (const [name, definition] of Object.entries(definitions)) {
      if (names[kind]) parts[kind + name] = `${names[kind]}#/definitions/${definition}`;
    }
  }
  for (const [kind, id] of Object.entries(names)) guard(`${kind}.schema.json`, () => ajv.getSchema(id));
  return standalone(ajv, { ...names, ...parts });
}

function readSchema(path, file) {
  return guard(file, () => JSON.parse(readFileSync(path, 'utf8')));
}

/** The schema without its annotations. */
function bare(schema) {
  if (Array.isArray(schema)) return schema.map(bare);
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = Object.entries(schema).filter(([key]) => !annotations.has(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, bareValue(key, value)]));
}

function bareValue(key, value) {
  if (values.has(key)) return value;
  if (!named.has(key)) return bare(value);
  return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, bare(schema)]));
}

function guard(file, body) {
  try {
    return body();
  } catch (error) {
    throw new Failure(`schemas/${file} 编译不了：${error.message}`);
  }
}

/** Ajv leaves calls of `require` for its helpers; the result must stand alone. */
async function bundle(source) {
  const result = await require('esbuild').build({
    stdin: { contents: source, resolveDir: root, sourcefile: 'validators.js' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    minifySyntax: true,
    charset: 'utf8',
    legalComments: 'none',
    banner: { js: '// Generated from schemas/ by scripts/generate.mjs.' },
  });
  return result.outputFiles[0].text;
}

if (startedAs(import.meta.url)) await main(generate);
