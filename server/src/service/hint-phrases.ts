/** What stands between and above the lines of a file. */
export const hintPhrases = {
  due: '→ {date}',
  nextDue: '→ 下次 {date}',
  groupRange: '并入第{from}—{to}项',
  groupList: '并入{items}',
  file: '{edition} · {count}项',
  fileOfTotal: '{edition} · {count}/{total}项',
  noEdition: '没有对照的要求库',
  items: '{count}项',
  leads: '牵头单位{count}个',
  answers: '责任单位{count}个',
  errors: '错误{count}',
  warnings: '警告{count}',
  leadsItems: '牵头{count}项',
  answersItems: '责任{count}项',
  helpsItems: '配合{count}项',
  unitUnused: '没有承担指标',
} as const;
