import { levelOf } from '../domain/unit';

/** The units that the bundled registries of four counties share, by 类别; 县 stands for the level. */
const UNITS: readonly (readonly [category: string, names: string])[] = [
  ['党委部门', '县委办公室 县委组织部 县委宣传部 县委政法委 县委编办 县委依法治县办'],
  ['纪检监察', '县纪委监委'],
  ['人大政协', '县人大办公室 县政协办公室'],
  [
    '政府部门',
    '县政府办公室 县发改局 县教育局 县工信局 县公安局 县民政局 县司法局 县财政局 县人社局 县自然资源局 县住建局 县交通局 ' +
      '县水务局 县农业农村局 县文旅局 县卫健局 县应急局 县审计局 县市场监管局 县统计局 县信访局 县行政审批局',
  ],
  ['司法机关', '县法院 县检察院'],
  ['集合', '各乡镇 各行政执法单位'],
];

/** A registry to start from: the drafter strikes out what the county lacks, and adds 全称 and 别名. Contract section 3. */
export function registrySkeleton(county: string): string {
  const level = levelOf(county) ?? '县';
  const units = UNITS.flatMap(([category, names]) =>
    names.split(' ').flatMap((name) => [`  - 名称: ${name.replaceAll('县', level)}`, `    类别: ${category}`]),
  );
  return [
    `# ${county}单位名录：按本地的机构删改；「名称」写表格里用的简称，可以补上「全称」「别名」。`,
    `县区: ${county}`,
    '单位:',
    ...units,
    '',
  ].join('\n');
}
