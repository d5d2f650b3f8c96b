// Checking the files of a province from the command line.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { timed } from './measure.mjs';

/**
 * @param {{ root: string, cache: string, counties: string, count: number, schema: string }} options `cache`: the folder with the peers
 * @returns {Promise<Record<'ours' | 'oneThread' | 'cold' | 'warm' | 'ajv' | 'eslint', { ms: number, mb: number }>>}
 */
export async function batch({ root, cache, counties, count, schema }) {
  const report = join(cache, 'report.txt');
  const store = join(cache, 'results');
  const check = async (...options) => {
    rmSync(report, { force: true });
    const argv = [join(root, 'dist', 'cli.js'), 'check', '--output', report, ...options, '.'];
    const result = await succeeds(timed(argv, counties));
    const [, checked] = /^(\d+) 个文件，.*\n$/m.exec(readFileSync(report, 'utf8')) ?? [];
    // Each county has a registry, which is checked too.
    if (Number(checked) !== 2 * count) throw new Error(`应检查 ${2 * count} 个文件，实际 ${checked} 个`);
    return result;
  };
  const bin = (...path) => join(cache, 'node_modules', ...path);
  const files = '**/*.zhibiao.yaml';

  const ajvArgv = [bin('ajv-cli', 'dist', 'index.js'), 'validate', '-s', schema, '-d', files, '--all-errors'];
  const ajv = await succeeds(timed([...ajvArgv, '--strict=false'], counties));
  const ours = await check();
  const oneThread = await check('--threads', '1');
  rmSync(store, { recursive: true, force: true });
  const cold = await check('--cache', '--cache-location', store);
  const warm = await check('--cache', '--cache-location', store);
  const config = join(cache, 'eslint.config.mjs');
  writeFileSync(config, eslintConfig(schema));
  const eslintArgv = [bin('eslint', 'bin', 'eslint.js'), '--no-config-lookup', '-c', config, '--quiet', files];
  const eslint = await succeeds(timed(eslintArgv, counties));
  return { ours, oneThread, cold, warm, ajv, eslint };
}

/** With findings or without; what broke down on the way measures nothing. */
async function succeeds(run) {
  const result = await run;
  if (result.code === null || result.code > 1) throw new Error(`批量检查没有完成（${result.code}）`);
  return result;
}

function eslintConfig(schema) {
  return `import yml from 'eslint-plugin-yml';
import validator from 'eslint-plugin-json-schema-validator';
export default [
  ...yml.configs['flat/base'],
  {
    files: ['**/*.zhibiao.yaml'],
    plugins: { 'json-schema-validator': validator },
    rules: {
      'json-schema-validator/no-invalid': ['error', {
        schemas: [{ fileMatch: ['**/*.zhibiao.yaml'], schema: ${JSON.stringify(schema)} }],
        useSchemastoreCatalog: false,
      }],
    },
  },
];
`;
}
