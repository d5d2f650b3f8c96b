// Reading YAML alone: our reader (bundled from the sources), `yaml` and js-yaml, in this process.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { parseDocument } from 'yaml';
import { median } from './measure.mjs';

/**
 * @param {{ root: string, cache: string, text: string, rounds: number }} options `cache`: the folder with the peers
 * @returns {Promise<{ ours: number, again: number, yaml: number, jsYaml: number }>} milliseconds; `again`: after an edit
 *   of one character, with what was read before at hand
 */
export async function readingTiming({ root, cache, text, rounds }) {
  const outfile = join(cache, 'reader.cjs');
  const contents = `export { parseYaml } from './server/src/yaml/parse'; export { VOCABULARY } from './server/src/model/keys';`;
  await build({ stdin: { contents, resolveDir: root }, bundle: true, format: 'cjs', platform: 'node', outfile });
  const require = createRequire(join(cache, 'package.json'));
  const { parseYaml, VOCABULARY } = require(outfile);
  const jsYaml = require('js-yaml');
  const at = text.indexOf('内容: ', text.length / 2) + 8;
  const edited = `${text.slice(0, at)}的${text.slice(at)}`;
  let tree = parseYaml(text, VOCABULARY);
  return {
    ours: time(rounds, () => parseYaml(text, VOCABULARY)),
    again: time(rounds, (i) => {
      tree = parseYaml(i % 2 === 0 ? edited : text, VOCABULARY, tree);
    }),
    yaml: time(rounds, () => parseDocument(text)),
    jsYaml: time(rounds, () => jsYaml.load(text)),
  };
}

function time(rounds, body) {
  const times = [];
  for (let i = 0; i < rounds + 2; i++) {
    const begin = performance.now();
    body(i);
    if (i >= 2) times.push(performance.now() - begin);
  }
  return median(times);
}
