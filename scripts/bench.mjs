// Measures this tool and what a drafter would otherwise use, one after the other in one run, and prints the ratios.
// `--write` writes them to docs/benchmark.md too. The first run installs the peers into .cache/bench.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureNodeModules } from './install.mjs';
import { alone, Failure, main, npm, reason, root, startedAs } from './tools.mjs';

const PEERS = {
  'yaml-language-server': '2.0.0',
  'ajv-cli': '5.0.0',
  eslint: '9.39.1',
  'eslint-plugin-yml': '1.19.0',
  'eslint-plugin-json-schema-validator': '5.4.1',
};
const SIZES = [
  { items: 100, edits: 200, asks: 60, colds: 7 },
  { items: 1_000, edits: 60, asks: 30, colds: 5 },
  { items: 10_000, edits: 20, asks: 10, colds: 3 },
];
const FILES = 3_000;
const OPEN_FILES = 50;
const cache = join(root, '.cache', 'bench');
const seeds = join(root, 'seeds', 'as-printed');
const schema = join(root, 'schemas', 'zhibiao.schema.json');

async function ensurePeers() {
  const stamp = join(cache, 'installed');
  const wanted = Object.entries(PEERS).map((peer) => peer.join('@'));
  const present = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted.join(' ');
  await alone('bench', async () => {
    if (present()) return;
    console.error('正在安装对照工具……');
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
    const { code, output } = await npm(['install', '--ignore-scripts', '--no-save', ...wanted], { cwd: cache });
    if (code !== 0) throw new Failure(`对照工具没有装上：${reason(output)}`);
    writeFileSync(stamp, wanted.join(' '));
  });
}

/** Names the schema for the peer; the tool of this project reads it as a comment. */
const withSchema = (text) =>
  `# yaml-language-server: $schema=${pathToFileURL(schema).href}\n${text.replace(/^# yaml-language-server.*\n/, '')}`;
const count = (number) => number.toLocaleString('en');
const peer = {
  argv: [join(cache, 'node_modules', 'yaml-language-server', 'bin', 'yaml-language-server')],
  pull: false,
  settings: { yaml: { schemaStore: { enable: false } } },
};
const ours = { argv: [join(root, 'dist', 'cli.js'), 'lsp'], pull: true, settings: {} };
const pushed = { ...ours, pull: false };

async function editorGroups() {
  const { longText, seedText } = await import('../test/bench/inputs.mjs');
  const { asking, coldStart, typing } = await import('../test/bench/editor.mjs');
  const { positionAt } = await import('../test/bench/session.mjs');
  const rows = await import('../test/bench/rows.mjs');
  const seed = seedText(seeds);
  const groups = [];
  for (const { items, edits, asks, colds } of SIZES) {
    const text = withSchema(items === 100 ? seed.text : longText(seed.text, items));
    const folder = join(cache, 'editor', String(items));
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'county.zhibiao.yaml');
    writeFileSync(path, text);
    writeFileSync(join(folder, seed.registryName), seed.registry);
    const file = { folder: pathToFileURL(folder).href, uri: pathToFileURL(path).href, text };
    const both = async (what, work) => {
      progress(`${count(items)}项，${what}`);
      return rows.spread(what, await work(ours), await work(peer));
    };
    const several = (work) => async (tool) => {
      const times = [];
      for (let i = 0; i < colds; i++) times.push(await work(tool));
      return times;
    };
    const number = positionAt(text, text.indexOf('序号:', text.length / 2) + 1);
    const key = positionAt(text, text.indexOf('责任单位: ', text.length / 2));
    progress(`${count(items)}项，由服务器推送`);
    const byPush = await typing(pushed, file, edits);
    const [mine, other] = [await typing(ours, file, edits), await typing(peer, file, edits)];
    groups.push({
      title: `编辑器，${count(items)}项（${(text.length / 1e3).toFixed(0)} 千字）`,
      rows: [
        rows.spread('改一个字到出结果', mine.edits, other.edits),
        rows.spread('改一个字到出结果（由服务器推送）', byPush.edits, other.edits),
        await both('修改后悬停', (tool) => asking(tool, file, 'hover', number, asks)),
        await both('修改后补全', (tool) => asking(tool, file, 'completion', key, asks)),
        await both('修改后大纲', (tool) => asking(tool, file, 'documentSymbol', number, asks)),
        await both(
          '启动到出结果',
          several((tool) => coldStart(tool, file)),
        ),
        rows.time('打开到出结果（服务器已启动）', mine.open, other.open),
      ],
    });
  }
  return [...groups, await memoryGroup(seed)];
}

async function memoryGroup({ text, registry, registryName }) {
  const { memoryOf } = await import('../test/bench/editor.mjs');
  const rows = await import('../test/bench/rows.mjs');
  const folder = join(cache, 'editor', 'many');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, registryName), registry);
  const files = Array.from({ length: OPEN_FILES }, (_, i) => {
    const path = join(folder, `${i}.zhibiao.yaml`);
    const own = withSchema(text.replaceAll('县司法局', `县司法局${i}股`));
    writeFileSync(path, own);
    return { uri: pathToFileURL(path).href, text: own };
  });
  const groups = { title: '服务器的内存', rows: [] };
  // A folder without files, so that the first figure is that of one file.
  for (const [open, at] of [
    [1, join(cache, 'editor', '100')],
    [OPEN_FILES, folder],
  ]) {
    progress(`内存，${open} 个文件`);
    const work = (tool) => memoryOf(tool, pathToFileURL(at).href, files.slice(0, open));
    const [mine, other] = [await work(pushed), await work(peer)];
    groups.rows.push(
      rows.memory(`打开 ${open} 个文件以后`, mine.end, other.end),
      rows.memory(`打开 ${open} 个文件，峰值`, mine.peak, other.peak),
    );
  }
  return groups;
}

async function batchGroup() {
  const { writeCounties } = await import('../test/bench/inputs.mjs');
  const { batch } = await import('../test/bench/batch.mjs');
  const { memory, time } = await import('../test/bench/rows.mjs');
  progress(`${count(FILES)} 个县的文件`);
  const counties = join(cache, 'counties');
  writeCounties(counties, seeds, FILES);
  const {
    ours: mine,
    oneThread,
    cold,
    warm,
    ajv,
    eslint,
  } = await batch({ root, cache, counties, count: FILES, schema });
  return {
    title: `批量检查，${count(FILES)}个县的文件`,
    rows: [
      time('用时，对 ajv-cli', mine.ms, ajv.ms),
      time('用时，对 eslint', mine.ms, eslint.ms),
      time('用时，只用一个线程，对 ajv-cli', oneThread.ms, ajv.ms),
      time('加 `--cache` 的第一次，对 ajv-cli', cold.ms, ajv.ms),
      time('加 `--cache` 的第二次，对 ajv-cli', warm.ms, ajv.ms),
      memory('内存峰值，对 ajv-cli', mine.mb, ajv.mb),
      memory('内存峰值，只用一个线程，对 eslint', oneThread.mb, eslint.mb),
    ],
  };
}

async function readingGroup() {
  const { longText, seedText } = await import('../test/bench/inputs.mjs');
  const { readingTiming } = await import('../test/bench/reading.mjs');
  const { time } = await import('../test/bench/rows.mjs');
  const { text: seed } = seedText(seeds);
  const rows = [];
  for (const { items } of SIZES) {
    progress(`读取，${count(items)}项`);
    const text = items === 100 ? seed : longText(seed, items);
    const {
      ours: mine,
      again,
      yaml,
      jsYaml,
    } = await readingTiming({ root, cache, text, rounds: items > 1000 ? 5 : 50 });
    rows.push(
      time(`${count(items)}项，对 yaml`, mine, yaml),
      time(`${count(items)}项，对 js-yaml（没有位置）`, mine, jsYaml),
      time(`${count(items)}项，改一个字后再读取，对 yaml`, again, yaml),
    );
  }
  return { title: '只读取 YAML', rows };
}

function progress(what) {
  console.error(`正在测量：${what}`);
}

if (startedAs(import.meta.url)) {
  await main(async () => {
    await ensureNodeModules();
    const { build } = await import('./build.mjs');
    await build();
    await ensurePeers();
    const chosen = process.argv.slice(2).filter((word) => !word.startsWith('--'));
    const wants = (word) => chosen.length === 0 || chosen.some((one) => word.startsWith(one));
    const { page } = await import('../test/bench/page.mjs');
    const { table } = await import('../test/bench/rows.mjs');
    const groups = [
      ...(wants('编辑器') ? await editorGroups() : []),
      ...(wants('读取') ? [await readingGroup()] : []),
      ...(wants('批量') ? [await batchGroup()] : []),
    ];
    for (const { title, rows } of groups) console.log(`${title}\n\n${table(rows)}\n`);
    if (process.argv.includes('--write')) {
      if (chosen.length > 0) throw new Failure('--write 要跑全部，不能只跑一部分');
      const date = new Date().toISOString().slice(0, 10);
      writeFileSync(join(root, 'docs', 'benchmark.md'), page({ groups, peers: PEERS, date }));
    }
  });
}
