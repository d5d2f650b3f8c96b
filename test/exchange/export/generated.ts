import fc from 'fast-check';

/** Units of the generated county, among them ones with signs that part units elsewhere. */
export const UNITS = [
  '县委办',
  '县政府办',
  '县司法局',
  '县财政局',
  '县行政审批局',
  '县政府办公室（审批服务局）',
  '各乡镇、各部门（单位）',
];

export const registry = `县区: 某县\n单位:\n${UNITS.map((name) => `  - 名称: ${name}`).join('\n')}\n`;

const WORDS = [
  '依法',
  '全面',
  '推行',
  '行政审批',
  '公开',
  '清单',
  '建立健全',
  '制度',
  '落实',
  '重大决策',
  '机制',
  '监督',
  '每年不少于2次',
  '“一网通办”',
  '《条例》',
  '率达到90%以上',
  '（含乡镇）',
];

/** A sentence of a requirement. */
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 6, maxLength: 14 })
  .map((words) => `${words.slice(0, 3).join('')}，${words.slice(3).join('')}。`);
const unitList = fc.uniqueArray(fc.constantFrom(...UNITS), { minLength: 1, maxLength: 3 });
const deadline = fc.constantFrom(
  '5月30日前',
  '6月底前',
  '年底前',
  '每年3月1日前',
  '2022年10月中旬前',
  '长期坚持',
  '第三季度',
);
const evidence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 6 })
  .map((words) => `提供${words.join('')}的资料`);

interface Item {
  readonly name?: string | undefined;
  readonly content: string;
  readonly lead?: readonly string[] | undefined;
  readonly responsible: readonly string[];
  readonly deadline?: string | undefined;
  readonly evidence?: readonly string[] | undefined;
  readonly score?: number | undefined;
  readonly reason?: string | undefined;
  readonly remark?: string | undefined;
}

const item: fc.Arbitrary<Item> = fc.record({
  name: fc.option(fc.constantFrom('优化政府职能', '规范执法', '健全机制'), { nil: undefined }),
  content: sentence,
  lead: fc.option(unitList, { nil: undefined }),
  responsible: unitList,
  deadline: fc.option(deadline, { nil: undefined }),
  evidence: fc.option(fc.array(evidence, { minLength: 1, maxLength: 2 }), { nil: undefined }),
  score: fc.option(fc.constantFrom(1, 2.5, 10), { nil: undefined }),
  reason: fc.option(fc.constantFrom('地方从严', '本县没有开发区，不作要求。'), { nil: undefined }),
  remark: fc.option(fc.constantFrom('按季度通报', '=1+1', '@某人'), { nil: undefined }),
});
const items = fc.array(item, { minLength: 1, maxLength: 4 });
const SERIALS = '一二三四五六七八九';
const title = fc.constantFrom(
  '政府职能依法全面履行',
  '依法行政制度体系完善',
  '行政权力监督科学有效',
  '组织领导落实到位',
);
const subtitle = fc.constantFrom('加大简政放权力度', '优化法治化营商环境', '健全监督机制', '强化考核评价');
const section = fc.record({ title, parts: fc.array(fc.record({ subtitle, items }), { minLength: 1, maxLength: 3 }) });

/** Indicator files of two levels with continuous numbers, units, deadlines, evidence and 附加项. */
export const generatedFile: fc.Arbitrary<string> = fc
  .record({ sections: fc.array(section, { minLength: 1, maxLength: 3 }), bonus: fc.array(sentence, { maxLength: 2 }) })
  .map(({ sections, bonus }) => {
    let serial = 0;
    const lines = [
      '标题: 某县法治政府建设示范创建指标任务分解表',
      '县区: 某县',
      '单位名录: ./a.danwei.yaml',
      '依据: 无',
      '一级指标:',
    ];
    for (const [index, one] of sections.entries()) {
      lines.push(`  - 名称: ${SERIALS[index]}、${one.title}`, '    二级指标:');
      for (const [part, { subtitle: name, items: own }] of one.parts.entries()) {
        lines.push(`      - 名称: ${part + 1}. ${name}`, '        三级指标:');
        for (const each of own) lines.push(...itemLines(each, ++serial));
      }
    }
    if (bonus.length > 0) {
      lines.push('附加项:', '  加分项:');
      for (const [index, content] of bonus.entries())
        lines.push(`    - { 序号: ${index + 1}, 内容: ${JSON.stringify(content)} }`);
    }
    return `${lines.join('\n')}\n`;
  });

function itemLines(one: Item, serial: number): string[] {
  const { name, content, lead, responsible, deadline: when, evidence: handed, score, reason, remark } = one;
  return [
    `          - 序号: ${serial}`,
    ...(name ? [`            名称: ${name}`] : []),
    `            内容: ${JSON.stringify(content)}`,
    ...(lead ? [`            牵头单位: ${JSON.stringify(lead)}`] : []),
    `            责任单位: ${JSON.stringify(responsible)}`,
    ...(when === undefined ? [] : [`            完成时限: ${when}`]),
    ...(handed
      ? [`            报送资料: ${JSON.stringify(handed.map((text, index) => `${index + 1}. ${text}；`))}`]
      : []),
    ...(score === undefined ? [] : [`            分值: ${score}`]),
    ...(reason ? [`            说明: ${reason}`] : []),
    ...(remark ? [`            备注: ${JSON.stringify(remark)}`] : []),
  ];
}
