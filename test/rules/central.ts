import type { Setting } from './harness';

/** Items of the central text, by section. */
const TREE: readonly (readonly [string, readonly (readonly [string, readonly number[]])[]])[] = [
  [
    '一、政府职能依法全面履行',
    [
      ['1. 优化公共服务', [1, 2, 3]],
      ['2. 加强事中事后监管', [4, 5]],
    ],
  ],
  ['二、行政执法严格规范公正文明', [['1. 全面推行行政执法公示制度', [6, 7]]]],
];

const CONTENT: Readonly<Record<number, string>> = {
  1: '全面推行“证照分离”“多证合一”。进一步压缩企业开办时间，实际办理时限不超过5个工作日，逐步实现“一窗受理，并行办理”。',
  2: '全面开展政务服务“好差评”，公开政务服务评价信息，强化服务差评整改，实名差评回访整改率达到100%。',
  3: '加大重要制度建设事项的协调决策力度，对部门争议较大的地方政府规章或者行政规范性文件，引入第三方评估。',
  4: '全面推行“双随机、一公开”监管，大力推进跨部门联合监管，探索推进“互联网+监管”，努力实现职能部门综合监管。',
  5: '加强信用监管，推进涉企信息归集共享，对失信的地方政府规章或者行政规范性文件制定机关建立健全信用修复机制。',
  6: '行政执法机关在执法决定作出之日起20个工作日内向社会公布执法结论，接受社会监督，并动态更新。',
  7: '除法律另有规定外，行政执法人员严格执行2人以上执法规定，出具执法文书的地方政府规章或者行政规范性文件应当主动公开。',
};

/** Replaces the text of an item; further lines are further keys. */
export type Overrides = Readonly<Record<number, string>>;

function tree(row: (number: number, indent: string) => string): string {
  const sections = TREE.map(([title, parts]) => {
    const rows = parts.map(
      ([part, numbers]) =>
        `      - 名称: ${part}\n        三级指标:\n${numbers.map((number) => row(number, ' '.repeat(10))).join('')}`,
    );
    return `  - 名称: ${title}\n    二级指标:\n${rows.join('')}`;
  });
  return `一级指标:\n${sections.join('')}`;
}

/** The central text; `extra` gives further lines (校勘, 异文) of an item. */
export function central(extra: Overrides = {}): Setting {
  const rows = tree((number, indent) => {
    const lines = [`- 序号: ${number}`, `  内容: ${CONTENT[number]}`];
    for (const line of extra[number]?.split('\n') ?? []) lines.push(`  ${line}`);
    return lines.map((line) => `${indent}${line}\n`).join('');
  });
  return { corpus: `名称: 示范指标体系\n${rows}` };
}

/** A county's copy of the central text with some items changed; an empty text leaves the item out. */
export function county(changes: Overrides = {}, top = ''): string {
  const rows = tree((number, indent) => {
    const change = changes[number];
    if (change === '') return '';
    const [content, ...others] = (change ?? CONTENT[number] ?? '').split('\n');
    const lines = [`- 序号: ${number}`, `  内容: ${content}`, ...others.map((line) => `  ${line}`)];
    return lines.map((line) => `${indent}${line}\n`).join('');
  });
  return `标题: 表\n县区: 某县\n${top}${rows}`;
}

/** The text of an item with one part replaced. */
export function altered(number: number, from: string, to: string): string {
  const content = CONTENT[number] ?? '';
  if (!content.includes(from)) throw new Error(`item ${number} has no ${from}`);
  return content.replace(from, () => to);
}
