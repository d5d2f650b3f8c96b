import fc from 'fast-check';
import { ODD_CHARACTERS, PIECES } from '../yaml/support';

/** One edit of a text; what it changes is chosen by fractions, so that it can be made on any text. */
export interface Edit {
  /** True where nobody asks for the findings of the version that it makes. */
  readonly isUnseen: boolean;
  /** @param versions the texts before, the latest last */
  apply(text: string, versions: readonly string[]): string;
}

type Change = Edit['apply'];

const fraction = fc.double({ min: 0, max: 0.999, noNaN: true });

const HEAD_LINES = [
  '年度: 2022',
  '年度: 二〇二一',
  '依据: 无',
  '依据: 2019年版',
  '依据: 2021年版',
  '依据: 没有这一版',
  '单位名录: ./none.danwei.yaml',
  '单位名录: [县司法局, 县财政局]',
  '县区: 某市',
  '节选: true',
  '编号: 分级',
  '指标总数: 12',
  '总分: 100',
  '印发日期: 2023-01-01',
  '创建周期: { 起: 2021-10-20, 止: 2021-12-31 }',
  '# zhibiao-disable-file unit-unknown 名录未定',
];

const ITEM_LINES = [
  '责任单位: [县司法局, 县司法局]',
  '责任单位: 县司法局、县财政局',
  '完成时限: 2月30日前',
  '完成时限: 12月31日前 # zhibiao-disable-line deadline-window 暂定',
  '备注: 同第3项, 与第999项合并提供',
  '内容: 对各类证明事项，凡没有法律法规依据的一律取消。',
  '说明: 地方从严',
  '对应: 无',
  '# zhibiao-disable-next-line schema 待补',
  '序号: 7',
];

/** Types or deletes a few characters anywhere. */
const typing = fc
  .tuple(fraction, fc.nat(6), fc.oneof(fc.constantFrom(...ODD_CHARACTERS), fc.constantFrom(...PIECES), fc.constant('')))
  .map(
    ([where, length, newText]): Change =>
      (text) =>
        spliced(text, Math.floor(where * text.length), length, newText),
  );

/** Changes one number of an item. */
const renumbering = fc.tuple(fraction, fc.integer({ min: 0, max: 120 })).map(
  ([where, number]): Change =>
    (text) =>
      replaceOne(text, /序号: .*/g, where, () => `序号: ${number}`),
);

/** Takes a dash away, or puts one where none belongs. */
const dashes = fc.tuple(fraction, fc.boolean()).map(
  ([where, takes]): Change =>
    (text) =>
      takes
        ? replaceOne(text, /^( *)- (?=\S)/gm, where, (dash) => dash.replace('-', ' '))
        : replaceOne(text, /^ {4,}(?=\S)/gm, where, (indent) => `${indent.slice(2)}- `),
);

/** Copies, moves or deletes a few lines. */
const lineMoves = fc
  .tuple(fraction, fraction, fc.integer({ min: 1, max: 12 }), fc.constantFrom('copy', 'move', 'delete'))
  .map(
    ([from, to, count, how]): Change =>
      (text) => {
        const lines = text.split('\n');
        const at = Math.floor(from * lines.length);
        const block = how === 'copy' ? lines.slice(at, at + count) : lines.splice(at, count);
        if (how !== 'delete') lines.splice(Math.floor(to * (lines.length + 1)), 0, ...block);
        return lines.join('\n');
      },
  );

/** Copies a whole entry of a list, or takes it out. */
const entryMoves = fc.tuple(fraction, fraction, fc.boolean()).map(
  ([from, to, copies]): Change =>
    (text) => {
      const entries = text.split(/^(?= {6,}- 序号)/m);
      const [entry = ''] = entries.slice(Math.floor(from * entries.length)).slice(0, 1);
      const at = 1 + Math.floor(to * entries.length);
      return (copies ? entries.toSpliced(at, 0, entry) : entries.toSpliced(at, 1)).join('');
    },
);

/** Sets or drops a key of the head, on which the whole file depends. */
const headEdits = fc.tuple(fc.constantFrom(...HEAD_LINES), fc.boolean()).map(
  ([line, drops]): Change =>
    (text) => {
      const key = line.slice(0, line.indexOf(':'));
      const rest = text
        .split('\n')
        .filter((one) => !one.startsWith(`${key}:`))
        .join('\n');
      return drops ? rest : `${line}\n${rest}`;
    },
);

/** Adds a line to an item. */
const itemEdits = fc.tuple(fraction, fc.constantFrom(...ITEM_LINES)).map(
  ([where, line]): Change =>
    (text) =>
      replaceOne(text, /^ {6,}(?=(?:内容|责任单位|完成时限):)/gm, where, (indent) => `${indent}${line}\n${indent}`),
);

/** The line breaks of the file, or only its last one. */
const lineBreaks = fc.constantFrom<Change>(
  (text) => text.replace(/\r?\n/g, '\r\n'),
  (text) => text.replaceAll('\r\n', '\n'),
  (text) => text.trimEnd(),
  (text) => `${text}\n`,
);

const undo = fraction.map(
  (where): Change =>
    (text, versions) =>
      versions[Math.floor(where * versions.length)] ?? text,
);

/** Sequences of edits as a person may make them, and worse. */
export function edits(maxLength: number): fc.Arbitrary<Edit[]> {
  const change = fc.oneof(
    { weight: 3, arbitrary: typing },
    { weight: 2, arbitrary: itemEdits },
    { weight: 2, arbitrary: entryMoves },
    renumbering,
    dashes,
    lineMoves,
    headEdits,
    lineBreaks,
    undo,
  );
  const isUnseen = fc.integer({ min: 0, max: 3 }).map((n) => n === 0);
  return fc.array(fc.record({ apply: change, isUnseen }), { minLength: 1, maxLength });
}

/** The head of a document and the first entries of each of its lists. */
export function excerpt(text: string): string {
  const entries = text.split(/^(?= {6,}- 序号)/m);
  if (entries.length < 20)
    return text
      .split(/^(?= {2}- )/m)
      .slice(0, 24)
      .join('');
  const kept = entries.filter((_, index) => index < 5 || index % 13 === 0);
  return kept.join('');
}

function replaceOne(text: string, pattern: RegExp, where: number, by: (found: string) => string): string {
  const places = [...text.matchAll(pattern)];
  const place = places[Math.floor(where * places.length)];
  return place ? spliced(text, place.index, place[0].length, by(place[0])) : text;
}

function spliced(text: string, at: number, length: number, newText: string): string {
  return text.slice(0, at) + newText + text.slice(at + length);
}
