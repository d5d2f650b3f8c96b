// Measures this tool and what a drafter would otherwise use, one after the other in one run, and prints the ratios.
// `--write` writes them to docs/benchmarks.md too. The first run installs the peers into .cache/bench.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureNodeModules } from './install.mjs';
import { alone, Failure, main, npm, reason, root, startedAs } from './tools.mjs';

const PEERS = ['yaml-language-server@1.25.0', 'ajv-cli@5.0.0'];
const ITEMS = 10_000;
const FILES = 3_000;
const cache = join(root, '.cache', 'bench');
const seeds = join(root, 'seeds', 'as-printed');
const schema = join(root, 'schemas', 'zhibiao.schema.json');
const yamlServer = join(cache, 'node_modules', 'yaml-language-server', 'bin', 'yaml-language-server');
const ajv = join(cache, 'node_modules', 'ajv-cli', 'dist', 'index.js');

async function ensurePeers() {
  const stamp = join(cache, 'installed');
  const wanted = PEERS.join(' ');
  const present = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  await alone('bench', async () => {
    if (present()) return;
    console.error('正在安装对照工具……');
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
    const { code, output } = await npm(['install', '--ignore-scripts', '--no-save', ...PEERS], { cwd: cache });
    if (code !== 0) throw new Failure(`对照工具没有装上：${reason(output)}`);
    writeFileSync(stamp, wanted);
  });
}

/** @returns {Promise<Row[]>} @typedef {{ what: string, ours: string, peer: string, times: string }} Row */
async function measure() {
  const { longText, seedText, writeCounties } = await import('../test/bench/inputs.mjs');
  const { editorTiming } = await import('../test/bench/editor.mjs');
  const { readingTiming } = await import('../test/bench/reading.mjs');
  const { timed } = await import('../test/bench/measure.mjs');
  const rows = [];
  const seed = seedText(seeds);
  const modeline = `# yaml-language-server: $schema=${pathToFileURL(schema).href}\n`;
  const peer = { argv: [yamlServer], pull: false, settings: { yaml: { schemaStore: { enable: false } } } };
  const ours = { argv: [join(root, 'dist', 'server.js')], pull: true, settings: {} };

  for (const [name, text, counts] of [
    ['100项', modeline + seed.text.replace(/^# yaml-language-server.*\n/, ''), { opens: 7, edits: 40 }],
    [`${ITEMS.toLocaleString('en')}项`, modeline + longText(seed.text, ITEMS), { opens: 3, edits: 20 }],
  ]) {
    progress(`编辑器，${name}`);
    const folder = join(cache, 'editor', String(text.length));
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'county.zhibiao.yaml');
    writeFileSync(path, text);
    writeFileSync(join(folder, seed.registryName), seed.registry);
    const file = { folder: pathToFileURL(folder).href, uri: pathToFileURL(path).href, text };
    const pulled = await editorTiming(ours, file, counts);
    const pushed = await editorTiming({ ...ours, pull: false }, file, counts);
    const other = await editorTiming(peer, file, counts);
    rows.push(
      inMs(`${name}：打开到出结果`, pulled.open, other.open),
      inMs(`${name}：打开到出结果（由服务器推送）`, pushed.open, other.open),
      inMs(`${name}：改一个字到出结果`, pulled.edit, other.edit),
      inMs(`${name}：改一个字到出结果（由服务器推送）`, pushed.edit, other.edit),
      inMb(`${name}：服务器内存峰值`, pulled.mb, other.mb),
    );
    progress(`读取，${name}`);
    const read = await readingTiming({ root, cache, text, rounds: text.length > 1e6 ? 5 : 100 });
    rows.push(
      inMs(`${name}：只读取 YAML，对 yaml`, read.ours, read.yaml),
      inMs(`${name}：只读取 YAML，对 js-yaml（没有位置）`, read.ours, read.jsYaml),
      inMs(`${name}：改一个字后再读取，对 yaml`, read.again, read.yaml),
    );
  }

  progress(`${FILES} 个文件`);
  const counties = join(cache, 'counties');
  writeCounties(counties, seeds, FILES);
  const cli = [join(root, 'dist', 'cli.js'), 'check', '--output', join(cache, 'report.txt'), '.'];
  const files = '**/*.zhibiao.yaml';
  const check = await timed(cli, counties);
  const other = await timed([ajv, 'validate', '-s', schema, '-d', files, '--all-errors', '--strict=false'], counties);
  if (check.code > 1 || other.code > 1) throw new Failure(`批量检查没有完成（${check.code}，${other.code}）`);
  const [, checked] = /^(\d+) 个文件，.*\n$/m.exec(readFileSync(join(cache, 'report.txt'), 'utf8')) ?? [];
  // Each county has a registry, which is checked too.
  if (Number(checked) !== 2 * FILES) throw new Failure(`应检查 ${2 * FILES} 个文件，实际 ${checked} 个`);
  const many = `${FILES.toLocaleString('en')}个县的文件`;
  rows.push(inMs(`${many}：批量检查`, check.ms, other.ms), inMb(`${many}：内存峰值`, check.mb, other.mb));
  return rows;
}

function progress(what) {
  console.error(`正在测量：${what}`);
}

function inMs(what, ours, peer) {
  const words = (ms) => (ms < 1000 ? `${ms.toPrecision(3)} 毫秒` : `${(ms / 1000).toPrecision(3)} 秒`);
  return { what, ours: words(ours), peer: words(peer), times: ratio(peer / ours) };
}

function inMb(what, ours, peer) {
  const words = (mb) => (Number.isNaN(mb) ? '—' : `${Math.round(mb)} MB`);
  return { what, ours: words(ours), peer: words(peer), times: ratio(peer / ours) };
}

/** How many times the peer's figure is ours: above 1 is better for us. */
function ratio(times) {
  return Number.isNaN(times) ? '—' : `${times.toPrecision(2).replace(/e.*/, '')}`;
}

function table(rows) {
  const cells = rows.map(({ what, ours, peer, times }) => `| ${what} | ${ours} | ${peer} | ${times} |`);
  return ['| 场景 | 本工具 | 对照 | 对照÷本工具 |', '|---|---:|---:|---:|', ...cells].join('\n');
}

function page(rows) {
  const [server, batch] = PEERS.map((name) => name.replace('@', ' '));
  return `# 速度和内存

同一次运行中先后测量，取中位数（批量检查只跑一次）。重做：

\`\`\`sh
npm run bench -- --write
\`\`\`

对照：编辑器里是 ${server}，用同一份 JSON Schema；批量检查是 ${batch}，读 YAML 用 js-yaml。两种对照只按 Schema 检查结构，
本工具查全部规则，包括与上级要求逐句对照。对照的服务器在每次修改后固定等待200毫秒才检查，算在它的用时之内；
由服务器推送结果时，本工具也固定等待150毫秒。最后一列大于1是本工具快（省）。Node ${process.versions.node.split('.')[0]}。

${table(rows)}

- 100项：沁水县的分解表，照原件转录。
- ${ITEMS.toLocaleString('en')}项：由这份表生成，各项文字不同，不对照上级要求。
- ${FILES.toLocaleString('en')}个县的文件：由五个县的文件生成，各有各的漏字，每个县一份单位名录；本工具连名录一起检查。
`;
}

if (startedAs(import.meta.url)) {
  await main(async () => {
    await ensureNodeModules();
    const { build } = await import('./build.mjs');
    await build();
    await ensurePeers();
    const rows = await measure();
    console.log(table(rows));
    if (process.argv.includes('--write')) writeFileSync(join(root, 'docs', 'benchmarks.md'), page(rows));
  });
}
