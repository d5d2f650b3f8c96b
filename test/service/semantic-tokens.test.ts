import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { semanticTokens, TOKEN_LEGEND } from '../../server/src/service/semantic-tokens';
import type { Range } from '../../server/src/text/lines';
import type { Checked } from '../../server/src/workspace/project';
import { mutate, pieces, seeds, slip } from '../yaml/support';
import { open, seed } from './harness';

interface Decoded {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: string;
  readonly modifiers: readonly string[];
}

function decode(data: readonly number[]): Decoded[] {
  const tokens: Decoded[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(i, i + 5);
    character = down > 0 ? right : character + right;
    line += down;
    const modifiers = TOKEN_LEGEND.tokenModifiers.filter((_, bit) => bits & (1 << bit));
    tokens.push({ line, character, length, type: TOKEN_LEGEND.tokenTypes[type] ?? '', modifiers });
  }
  return tokens;
}

/** `text type.modifier` of every token but keys. */
function shown(file: Checked, range?: Range): string[] {
  const rows = file.document.lines.text.split(/\r?\n/);
  return decode(semanticTokens(file, range).data)
    .filter(({ type }) => type !== 'property')
    .map(({ line, character, length, type, modifiers }) =>
      [`${rows[line]?.slice(character, character + length)} ${type}`, ...modifiers].join('.'),
    );
}

describe('semantic tokens', () => {
  it('tell the parts of an item', async () => {
    const text =
      '标题: 表\n年度: 2022\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n      - 序号: 1\n        内容: 办结率不低于90%，第2项同。\n' +
      '        牵头单位: [县司法局, "司法局"]\n        责任单位: 县财政厅\n        完成时限: 6月底前\n        未知: 1\n' +
      '      - 序号: 2\n        完成时限: 5月31前\n合并报送:\n  - 指标: 1-2\n';
    const registry = '单位:\n  - 名称: 县司法局\n    曾用名: [司法局]\n    成员: [县教育局]\n';
    const { file, at } = await open({ 'a.zhibiao.yaml': text, 'x.danwei.yaml': registry });
    expect(shown(file)).toEqual([
      '表 title',
      '甲 title',
      '1 number.declaration',
      '90% number',
      '2 reference',
      '县司法局 type',
      '司法局 type.deprecated',
      '县财政厅 type.unregistered',
      '6月底前 enumMember',
      '2 number.declaration',
      '1-2 reference',
    ]);
    const keys = decode(semanticTokens(file).data).filter(({ type }) => type === 'property');
    expect(keys.map(({ line }) => line)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14]);
    expect(shown(await at('x.danwei.yaml'))).toEqual([
      '县司法局 type.declaration',
      '司法局 type.declaration.deprecated',
      '县教育局 type.unregistered',
    ]);
  });

  it('leave open what a unit is where there is no registry', async () => {
    const { file } = await open({ 'a.zhibiao.yaml': '一级指标:\n  - 三级指标:\n      - 责任单位: 甲局\n' });
    expect(shown(file)).toEqual(['甲局 type']);
  });

  it('run over the lines of a text, without their indentation', async () => {
    const text = '一级指标:\n  - 名称: 一、甲\n      乙\r\n    三级指标: []\n';
    const { file } = await open({ 'a.zhibiao.yaml': text });
    expect(shown(file)).toEqual(['甲 title', '乙 title']);
  });

  it('of a range are those of the file that lie in it', async () => {
    const { file } = await open({ 'a.zhibiao.yaml': seed('as-printed/shapotou/shapotou.zhibiao.yaml') });
    const all = decode(semanticTokens(file).data);
    const range = { start: { line: 200, character: 0 }, end: { line: 260, character: 0 } };
    const some = decode(semanticTokens(file, range).data);
    expect(some).toEqual(all.filter(({ line }) => line >= 200 && line < 260));
    expect(some.length).toBeGreaterThan(60);
  });

  it('are in order and within their lines, whatever the text', async () => {
    const damaged = slip.map(
      ({ seed: which, kind, where, which: what }) => mutate(seeds[which]?.text ?? '', kind, where, what).text,
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(damaged, pieces),
        fc.constantFrom('a.zhibiao.yaml', 'a.danwei.yaml', 'a.yaoqiu.yaml'),
        async (text, name) => {
          const { file } = await open({ [name]: text });
          const { lines } = file.document;
          let last = { line: 0, end: 0 };
          for (const { line, character, length } of decode(semanticTokens(file).data)) {
            const { start, end } = lines.lineSpan(line);
            expect(length).toBeGreaterThan(0);
            expect(character + length).toBeLessThanOrEqual(end - start);
            expect(line > last.line || character >= last.end).toBe(true);
            last = { line, end: character + length };
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
