/** A unit of a made-up county, as it stands in the registry. */
export interface Unit {
  readonly name: string;
  readonly fullName?: string;
  readonly aliases?: readonly string[];
  readonly formerNames?: readonly string[];
  readonly category: string;
  readonly host?: string;
  readonly members?: readonly string[];
  readonly closed?: string;
  readonly successor?: string;
}

/** A department without its level, with its short forms and the names that it bore before 2019. */
const DEPARTMENTS: readonly (readonly [name: string, aliases?: string, former?: string])[] = [
  ['司法局'],
  ['财政局'],
  ['教育局'],
  ['公安局'],
  ['民政局'],
  ['审计局'],
  ['统计局'],
  ['水务局', undefined, '水利局'],
  ['信访局'],
  ['发展和改革局', '发改局'],
  ['市场监督管理局', '市场监管局', '工商行政管理局'],
  ['行政审批服务管理局', '行政审批局', '政务服务中心'],
  ['应急管理局', undefined, '安全生产监督管理局'],
  ['卫生健康局', '卫健局', '卫生和计划生育局'],
  ['农业农村局', undefined, '农业局'],
  ['自然资源局', undefined, '国土资源局'],
  ['住房和城乡建设局', '住建局'],
  ['交通运输局'],
  ['文化和旅游局', '文旅局'],
  ['人力资源和社会保障局', '人社局'],
  ['医疗保障局', '医保局'],
  ['退役军人事务局'],
];

const PARTY = ['委组织部', '委宣传部', '委政法委', '委编办'];

/** The units of a county. @param level 县 or 区; the county's name ends in it */
export function unitsOf(county: string, level: string): Unit[] {
  const departments = DEPARTMENTS.map(
    ([name, alias, former]): Unit => ({
      name: level + name,
      fullName: county + name,
      category: '政府部门',
      ...(alias && { aliases: [level + alias] }),
      ...(former && { formerNames: [level + former] }),
    }),
  );
  const towns = ['城关镇', '东山乡', '西河镇'].map((name): Unit => ({ name, category: '乡镇街道' }));
  return [
    { name: `${level}委办公室`, aliases: [`${level}委办`], category: '党委部门' },
    { name: `${level}政府办公室`, aliases: [`${level}政府办`], category: '政府部门' },
    ...PARTY.map((name): Unit => ({ name: level + name, category: '党委部门' })),
    {
      name: `${level}委依法治${level}办`,
      fullName: `中共${county}委全面依法治${level}委员会办公室`,
      category: '党委部门',
    },
    { name: `${level}纪委监委`, category: '纪检监察' },
    { name: `${level}人大常委会办公室`, category: '人大政协' },
    { name: `${level}人民法院`, category: '司法机关' },
    { name: `${level}人民检察院`, category: '司法机关' },
    ...departments,
    {
      name: `市生态环境局${county.slice(0, -1)}分局`,
      formerNames: [`${level}环境保护局`, `${level}环保局`],
      category: '垂直管理',
    },
    { name: `${level}政务公开办`, category: '挂牌', host: `${level}政府办公室` },
    { name: `${level}大数据中心`, category: '其他', closed: '2020-06-30', successor: `${level}行政审批服务管理局` },
    ...towns,
    { name: '各乡镇', category: '集合', members: towns.map(({ name }) => name) },
    { name: '各行政执法单位', category: '集合', members: [`${level}公安局`, `${level}司法局`, `${level}财政局`] },
    { name: '各有关部门（单位）', category: '集合' },
  ];
}

/** The lines of a registry's list, without indentation. */
export function unitLines(units: readonly Unit[]): string[] {
  return units.flatMap((unit) => [
    `- 名称: ${unit.name}`,
    ...(unit.fullName ? [`  全称: ${unit.fullName}`] : []),
    ...(unit.aliases ? [`  别名: [${unit.aliases.join(', ')}]`] : []),
    ...(unit.formerNames ? [`  曾用名: [${unit.formerNames.join(', ')}]`] : []),
    `  类别: ${unit.category}`,
    ...(unit.host ? [`  挂牌于: ${unit.host}`] : []),
    ...(unit.members ? [`  成员: [${unit.members.join(', ')}]`] : []),
    ...(unit.closed ? [`  停用: ${unit.closed}`] : []),
    ...(unit.successor ? [`  承继: ${unit.successor}`] : []),
  ]);
}
