/** Titles of the refactorings: what exactly will happen. */
export const refactoringPhrases = {
  insertMissing: '补上上级第{number}项「{content}」',
  insertMissingShift: '补上上级第{number}项「{content}」，后面的序号顺延',
  moveUp: '上移一位，改为第{number}项',
  moveDown: '下移一位，改为第{number}项',
  renumberFrom: '从这里起重新编号为{from}至{to}',
  renumberFromReferences: '从这里起重新编号为{from}至{to}，引用的序号随之更改',
  markLocal: '标为地方补充（「对应」写「无」）',
  centralText: '改回上级第{number}项原文',
  mergeGroup: '第{from}项至第{to}项合并报送',
  mergeGroupEvidence: '第{from}项至第{to}项合并报送，报送资料移到「合并报送」',
  splitHere: '在光标处分成两个单位：「{first}」、「{second}」',
  joinUnits: '合成一个单位：「{name}」',
  registerUnit: '把「{name}」作为一个单位加入单位名录',
  expandCollective: '把「{name}」展开为{count}个成员单位',
  toBlock: '把「{role}」改为一行一个单位',
  toFlow: '把「{role}」改写在一行里',
} as const;
