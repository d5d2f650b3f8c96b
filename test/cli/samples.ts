import type { Folder } from './harness';

/** A small indicator file. @param units of its first item @param head more lines at the top */
export function indicators(units: string, head = ''): string {
  return `标题: 甲县法治政府建设指标任务分解表
县区: 甲县
依据: 无
年度: 2021
指标总数: 2
${head}一级指标:
  - 名称: 一、政府职能依法全面履行
    二级指标:
      - 名称: 1. 简政放权
        三级指标:
          - 序号: 1
            内容: 对各类证明事项进行清理，不得要求群众提供没有依据的证明。
            责任单位: [${units}]
            完成时限: 长期坚持
          - 序号: 3
            内容: 全面实行政府权责清单制度，推动各级政府高效履职尽责。
            责任单位: [县司法局]
            完成时限: 5月31前
`;
}

export function registry(...units: string[]): string {
  return `县区: 甲县\n单位:\n${units.map((unit) => `  - { 名称: ${unit}, 类别: 政府部门 }\n`).join('')}`;
}

/** Two counties with a registry each, one file of a third that leans on the registry above it. */
export function writeProvince(folder: Folder): void {
  folder.write('甲/a.zhibiao.yaml', indicators('县财政局, 县教育局'));
  folder.write('甲/x.danwei.yaml', registry('县财政局', '县司法局'));
  folder.write('乙/b.zhibiao.yaml', indicators('县财政局县教育局'));
  folder.write('乙/y.danwei.yaml', registry('县财政局', '县教育局', '县司法局'));
  folder.write('丙/丁/c.zhibiao.yaml', indicators('县水利局'));
  folder.write('z.danwei.yaml', registry('县司法局'));
}
