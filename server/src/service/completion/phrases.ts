/** What completion says in words of its own. */
export const completionPhrases = {
  item: '第{number}项 「{text}」',
  nextItem: '下一项：序号{number}',
  missing: '本文件还没有',
  present: '本文件已有',
  centralText: '上级原文',
  sameItem: '{county}的同一项',
  usedHere: '本文件已用{count}次',
  dateInText: '内容里的时限',
  newFile: '新建指标文件：{edition}',
  newFileDetail: '全部{count}项，单位留空',
  newRegistry: '新建单位名录',
  allEvidence: '{county}的全部资料（{count}条）',
} as const;
