/** A correct indicator file with two items: every fault in a test is one that the test put there. */
export const clean = `标题: 测试县法治政府建设示范创建指标任务分解表
县区: 测试县
年度: 2021
依据: 无
单位名录: [县委办, 县政府办, 县司法局]
一级指标:
  - 名称: 一、政府职能依法全面履行
    二级指标:
      - 名称: 1. 加大简政放权力度
        三级指标:
          - 序号: 1
            内容: 全面落实行政审批事项目录管理，做到目录之外无审批。
            责任单位: [县司法局]
            完成时限: 5月31日前
          - 序号: 2
            内容: 推行政务服务一网通办，减少群众办事跑动次数。
            责任单位: [县委办, 县政府办]
            完成时限: 6月底前
`;

/** One slip each, as they happen at a Chinese keyboard: what is written, and what it turns into. Line 15 or 17 of `clean`. */
export const traps = {
  'full-width colon': ['- 序号: 2', '- 序号：2'],
  'full-width comma in a list': ['[县委办, 县政府办]', '[县委办，县政府办]'],
  'no blank after a colon': ['- 序号: 2', '- 序号:2'],
  'ideographic indentation': ['          - 序号: 2', '　　　　　- 序号: 2'],
  'full-width quotes': ['6月底前', '“6月底前'],
  'one blank too few': ['            责任单位: [县委办', '           责任单位: [县委办'],
  'one blank too few at the first key': ['            内容: 推行', '           内容: 推行'],
  'one blank too few at a dash': ['          - 序号: 2', '         - 序号: 2'],
} as const;

export type Trap = keyof typeof traps;

/** `clean` with one slip. */
export function trapped(trap: Trap): string {
  const [right, wrong] = traps[trap];
  return clean.replace(right, wrong);
}

/** `clean` with further items up to `bytes`, numbered on. */
export function longFile(bytes: number): string {
  const at = clean.indexOf('          - 序号: 2');
  const item = clean.slice(at);
  const size = Buffer.byteLength(item);
  const items = Array.from({ length: Math.ceil(bytes / size) }, (_, index) =>
    item.replace('序号: 2', `序号: ${index + 2}`).replace('跑动次数', `跑动次数（${index}）`),
  );
  return clean.slice(0, at) + items.join('');
}
