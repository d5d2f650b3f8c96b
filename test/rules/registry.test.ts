import { describe, expect, it } from 'vitest';
import { registry } from '../../server/src/rules/registry';
import { findCycles } from '../../server/src/rules/shared/cycles';
import { findingsOf, item, marked, testRule } from './harness';

const danwei = (text: string) => ({ text: `单位:\n${text}`, kind: 'danwei' as const });

testRule(registry, {
  valid: [
    danwei(`  - 名称: 县行政审批局
    全称: 沁水县行政审批服务管理局
    别名: [县审批局]
    曾用名: 县政务中心
  - 名称: 各部门
    成员: [县审批局, 县办]
  - { 名称: 县办, 挂牌于: 县行政审批局, 承继: 县政务中心 }
`),
    // The full name is what tables use.
    danwei('  - 名称: 国家税务总局沁水县税务局\n    全称: 国家税务总局沁水县税务局\n'),
    // Whoever is meant may stand in the entry that cannot be read.
    danwei('  - 名称: 甲\n    成员: [乙局]\n  - 名称: "乙局\n  - 名称: 丙\n'),
    danwei('  - 名称: ""\n  - 别名: [""]\n    成员: ["", ~]\n'),
    item('责任单位: [甲]', '单位名录: [甲, 乙]\n'),
    item('责任单位: [甲]', '单位名录: ./w.danwei.yaml\n'),
  ],
  invalid: [
    {
      ...danwei('  - 名称: 甲局\n    别名: [⟦甲局⟧, 甲]\n    曾用名: "⟦甲⟧"\n'),
      says: ['「甲局」在同一个单位里写了两次，请删去一处。', '「甲」在同一个单位里写了两次，请删去一处。'],
    },
    {
      ...danwei(
        '  - 名称: 甲局\n    别名: [甲]\n  - 名称: ⟦甲局⟧\n    全称: ⟦甲⟧\n  - 名称: 乙局\n    曾用名: [⟦甲⟧]\n',
      ),
      says: [
        '单位「甲局」重复登记，请合并为一项。',
        '「甲」已经是「甲局」的别名，一个名称只能属于一个单位。',
        '「甲」已经是「甲局」的别名，一个名称只能属于一个单位。',
      ],
    },
    {
      ...danwei(`  - 名称: 县司法局
    挂牌于: ⟦县司法厅⟧
  - 名称: 各部门
    成员: [县司法局, ⟦县司法居⟧, "⟦融媒体⟧"]
    承继: ⟦融媒体⟧
`),
      says: [
        '「挂牌于」中的「县司法厅」不在单位名录中。是否为「县司法局」？',
        '「成员」中的「县司法居」不在单位名录中。是否为「县司法局」？',
        '「成员」中的「融媒体」不在单位名录中。',
        '「承继」中的「融媒体」不在单位名录中。',
      ],
    },
    {
      ...danwei('  - 名称: 甲局\n    别名: [甲]\n    成员: [⟦甲⟧]\n    挂牌于: ⟦甲局⟧\n'),
      says: ['「成员」写的「甲」就是这个单位自己，请更正。', '「挂牌于」写的「甲局」就是这个单位自己，请更正。'],
    },
    {
      ...danwei(
        '  - 名称: 甲\n    成员: [丁, ⟦乙⟧]\n  - 名称: 乙\n    成员: [丙]\n  - 名称: 丙\n    成员: [甲]\n  - 名称: 丁\n',
      ),
      says: '「成员」绕成了一圈：甲→乙→丙→甲。请断开其中一处。',
    },
    {
      ...danwei('  - { 名称: 甲, 挂牌于: ⟦乙⟧ }\n  - { 名称: 乙, 挂牌于: 甲 }\n'),
      says: '「挂牌于」绕成了一圈：甲→乙→甲。请断开其中一处。',
    },
    {
      text: item('责任单位: 甲', '单位名录: [甲, ⟦甲⟧, { 名称: 乙, 成员: [⟦丙⟧] }]\n').replaceAll('\n', '\r\n'),
      says: ['单位「甲」重复登记，请合并为一项。', '「成员」中的「丙」不在单位名录中。'],
    },
    ...(
      [
        ['missing', '单位名录「./x.yaml」不存在，请核对路径。'],
        ['unreadable', '单位名录「./x.yaml」无法读取，请核对文件。'],
        ['itself', '单位名录「./x.yaml」就是本文件，请改为名录文件的路径。'],
        ['not-a-registry', '「./x.yaml」不是单位名录，里面没有「单位」列表。'],
      ] as const
    ).map(([registryProblem, says]) => ({
      text: item('责任单位: 甲', '单位名录: "⟦./x.yaml⟧" # 注\n'),
      surroundings: { registryProblem },
      says,
    })),
  ],
});

describe('registry', () => {
  it('leaves the faults of a file of its own to that file', () => {
    const text = item('责任单位: 甲', '单位名录: ./w.danwei.yaml\n');
    expect(findingsOf(registry, text, { registry: '单位: [{ 名称: 甲 }, { 名称: 甲 }]' })).toEqual([]);
  });

  it('points at the first place', () => {
    const { text, spans } = marked('单位:\n  - 名称: ⟦甲局⟧\n  - 名称: 乙局\n    曾用名: 甲局\n');
    const [finding] = findingsOf(registry, text, { kind: 'danwei' });
    expect(finding?.related.map(({ span }) => span)).toEqual(spans);
  });

  it('shows the other links of a cycle', () => {
    const { text, spans } = marked('单位:\n  - { 名称: 甲, 成员: [乙] }\n  - { 名称: 乙, 成员: [⟦甲⟧] }\n');
    const [finding] = findingsOf(registry, text, { kind: 'danwei' });
    expect(finding?.related.map(({ span }) => span)).toEqual(spans);
  });

  it('names a few units of a long cycle', () => {
    const units = Array.from({ length: 2000 }, (_, i) => `  - { 名称: 局${i}号, 承继: 局${(i + 1) % 2000}号 }\n`);
    const found = findingsOf(registry, `单位:\n${units.join('')}`, { kind: 'danwei' });
    expect(found.map(({ message }) => message.data.path)).toEqual(['局0号→局1号→局2号→局3号→局4号→局5号→……→局0号']);
  });
});

describe('findCycles', () => {
  const cycles = (graph: Record<string, string>) =>
    findCycles(Object.keys(graph), (node) => [...(graph[node] ?? '')].map((to) => ({ to, by: node + to }))).map(
      (cycle) => cycle.map(({ by }) => by).join(' '),
    );

  it.each<[Record<string, string>, string[]]>([
    [{ a: 'bc', b: 'c', c: 'd', d: '' }, []],
    [{ a: 'b', b: 'c', c: 'b' }, ['bc cb']],
    [{ a: 'a' }, ['aa']],
    [{ a: 'b', b: 'a', c: 'da', d: 'c' }, ['ab ba', 'cd dc']],
    [{ a: 'bc', b: 'a', c: 'a' }, ['ab ba', 'ac ca']],
  ])('%j', (graph, expected) => expect(cycles(graph)).toEqual(expected));
});
