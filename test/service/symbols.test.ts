import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { documentSymbols, flatSymbols } from '../../server/src/service/symbols';
import type { LineIndex, Range } from '../../server/src/text/lines';
import { mutate, pieces, seeds, slip } from '../yaml/support';
import { open, uriOf } from './harness';

/** Indented lines `kind name — detail ⟦text of the selection⟧`. */
function drawn(symbols: readonly DocumentSymbol[], lines: LineIndex, depth = 0): string[] {
  return symbols.flatMap(({ name, kind, detail, selectionRange, tags, children = [] }) => {
    const { start, end } = lines.span(selectionRange);
    const word = Object.entries(SymbolKind).find(([, value]) => value === kind)?.[0];
    const more = `${detail ? ` — ${detail}` : ''}${tags ? ' 停用' : ''}`;
    const line = `${'  '.repeat(depth)}${word} ${name}${more} ⟦${lines.text.slice(start, end)}⟧`;
    return [line, ...drawn(children, lines, depth + 1)];
  });
}

async function outline(name: string, text: string): Promise<string[]> {
  const { file } = await open({ [name]: text });
  return drawn(documentSymbols(file), file.document.lines);
}

const TEXT = `标题: 某县分解表
文号: 某办发〔2022〕1号
单位名录:
  - 县司法局
  - { 名称: 县委办, 全称: 中共某县委办公室, 类别: 党委部门 }
一级指标:
  - 名称: 一、甲
    三级指标:
      - 序号: 1
        内容: "对各类证明事项，凡没有法律法规\\t依据的一律取消，取消之后予以公布"
        牵头单位: [县委办]
        责任单位: [县司法局, 县财政局]
    二级指标:
      - 三级指标:
          - 序号: 2
            名称: 短题
            内容: 长文
            责任单位: 县司法局
          - 内容: 没有序号
阶段:
  - { 名称: 自查, 时间: 2023年11月17日 }
附加项:
  加分项:
    - 序号: 1
      内容: 做得好
合并报送:
  - 指标: 1-2
    资料: [总结]
`;

describe('document symbols', () => {
  it('show title, sections, items with their units, and the rest', async () => {
    expect(await outline('a.zhibiao.yaml', TEXT)).toEqual([
      'File 某县分解表 — 某办发〔2022〕1号 ⟦某县分解表⟧',
      '  Module 单位名录 ⟦单位名录⟧',
      '    Class 县司法局 ⟦县司法局⟧',
      '    Class 县委办 — 党委部门 中共某县委办公室 ⟦县委办⟧',
      '  Module 一、甲 ⟦一、甲⟧',
      '    Field 1. 对各类证明事项，凡没有法律法规 依据的一律取消，… — 县委办 → 县司法局、县财政局 ⟦序号⟧',
      '    Namespace 二级指标 ⟦三级指标⟧',
      '      Field 2. 短题 — 县司法局 ⟦序号⟧',
      '      Field 没有序号 ⟦内容⟧',
      '  Module 阶段 ⟦阶段⟧',
      '    Event 自查 — 2023年11月17日 ⟦自查⟧',
      '  Module 附加项 ⟦附加项⟧',
      '    Namespace 加分项 ⟦加分项⟧',
      '      Field 1. 做得好 ⟦序号⟧',
      '  Module 合并报送 ⟦合并报送⟧',
      '    Array 1-2 — 总结 ⟦1-2⟧',
    ]);
  });

  it('start with the sections where there is no title', async () => {
    expect(await outline('a.zhibiao.yaml', '一级指标:\n  - 名称: 一、甲\n')).toEqual(['Module 一、甲 ⟦一、甲⟧']);
  });

  it('show the units of a registry by their kind', async () => {
    const registry = `单位:
  - 名称: 县司法局
    类别: 政府部门
  - 名称: 各部门
    类别: 集合
    成员: [县司法局]
  - 名称: 审批局
    类别: 挂牌
    停用: 2020-01-01
  - 类别: 其他
`;
    expect(await outline('x.danwei.yaml', registry)).toEqual([
      'Class 县司法局 — 政府部门 ⟦县司法局⟧',
      'Enum 各部门 — 集合 ⟦各部门⟧',
      'Interface 审批局 — 挂牌 停用 ⟦审批局⟧',
      'Class … — 其他 ⟦⟧',
    ]);
  });

  it('show the keys of a configuration', async () => {
    const config = '规则:\n  deadline-open: off\n覆盖:\n  - 文件: [甲/**, 乙/**]\n    规则: { unit-missing: hint }\n';
    expect(await outline('zhibiao.config.yaml', config)).toEqual([
      'Key 规则 ⟦规则⟧',
      '  Key deadline-open — off ⟦deadline-open⟧',
      'Key 覆盖 ⟦覆盖⟧',
      '  Object 甲/**、乙/** ⟦文件⟧',
      '    Key 文件 — 甲/**、乙/** ⟦文件⟧',
      '    Key 规则 ⟦规则⟧',
      '      Key unit-missing — hint ⟦unit-missing⟧',
    ]);
  });

  it('have one line each, without signs that nobody sees', async () => {
    const text = '标题: "甲\\u202E乙\\n丙\\u0007"\n一级指标:\n  - 名称: "\\u200B"\n';
    expect((await outline('a.zhibiao.yaml', text)).map((line) => line.replace(/⟦.*⟧/, ''))).toEqual([
      'File 甲乙 丙 ',
      '  Module 一级指标 ',
    ]);
  });

  it('are flat for a client that knows no other', async () => {
    const { file } = await open({ 'a.zhibiao.yaml': TEXT });
    const flat = flatSymbols(documentSymbols(file), file.uri);
    expect(flat).toHaveLength(16);
    expect(flat.find(({ name }) => name === '2. 短题')).toMatchObject({
      containerName: '二级指标',
      location: { uri: file.uri, range: { start: { line: 14, character: 12 } } },
    });
    expect(flat[0]).not.toHaveProperty('containerName');
  });

  it('lie within each other, and have names, in any damaged text', async () => {
    const damaged = slip.map(
      ({ seed, kind, where, which }) => mutate(seeds[seed]?.text ?? '', kind, where, which).text,
    );
    const name = fc.constantFrom(
      'a.zhibiao.yaml',
      'a.zhibiao.yaml',
      'a.danwei.yaml',
      'a.yaoqiu.yaml',
      'zhibiao.config.yaml',
    );
    const { project } = await open({ 'a.zhibiao.yaml': '' });
    await fc.assert(
      fc.asyncProperty(name, fc.oneof(damaged, pieces, pieces), async (fileName, text) => {
        const file = await project.check(uriOf(fileName), text);
        const { document } = file;
        const check = (symbols: readonly DocumentSymbol[], outer: Range) => {
          for (const { name, range, selectionRange, children = [] } of symbols) {
            expect(name).not.toBe('');
            expect(holds(outer, range) && holds(range, selectionRange)).toBe(true);
            check(children, range);
          }
        };
        const whole = document.lines.range({ start: 0, end: document.lines.text.length });
        check(documentSymbols(file), whole);
      }),
      { numRuns: 80 },
    );
  });
});

function holds(outer: Range, inner: Range): boolean {
  const isBefore = (a: Range['start'], b: Range['start']) =>
    a.line < b.line || (a.line === b.line && a.character <= b.character);
  return isBefore(outer.start, inner.start) && isBefore(inner.start, inner.end) && isBefore(inner.end, outer.end);
}
