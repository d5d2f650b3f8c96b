const chinese = {
  migrate: '换用新版指标体系',
  chooseEdition: '换用哪一版',
  diffTitle: (name: string, edition: string) => `${name} ↔ ${edition}`,
  migrated: (doubts: number) =>
    doubts > 0 ? `已换好，${doubts} 处标有「待核」。请核对后另存。` : '已换好，请核对后另存。',
  report: '查看对照表',
  reportName: '换版对照表',
  unreadable: '这个文件读不出键和内容，请先改正检查出的错误。',
  sameEdition: '这个文件已经依据这一版，不用换。',
  noAnswer: '没有换版：语言服务器没有运行，或者找不到这一版。原因见输出。',
  compare: '与其他县比较',
  chooseFiles: '与哪些文件比较，可以选几个',
  noOthers: '打开的文件夹里没有其他指标文件。',
  whole: '全部列出',
  onlyDifferences: '只列不一致的地方',
  comparison: '各县对照',
  notCompared: '没有比较：语言服务器没有运行，或者文件读不了。原因见输出。',
};

type EditionMessages = typeof chinese;

const english: EditionMessages = {
  migrate: 'Move to another edition',
  chooseEdition: 'The edition to move to',
  diffTitle: (name, edition) => `${name} ↔ ${edition}`,
  migrated: (doubts) =>
    doubts > 0
      ? `Moved; ${doubts === 1 ? '1 place is' : `${doubts} places are`} marked 「待核」. Check it, then save it.`
      : 'Moved. Check it, then save it.',
  report: 'Show the report',
  reportName: 'Edition report',
  unreadable: 'The keys of this file cannot be read. Mend the errors first.',
  sameEdition: 'This file follows that edition already.',
  noAnswer: 'Nothing was moved: the language server does not run, or there is no such edition. See the output.',
  compare: 'Compare with other counties',
  chooseFiles: 'The files to compare with; several can be chosen',
  noOthers: 'There is no other indicator file in the open folders.',
  whole: 'Show everything',
  onlyDifferences: 'Show differences only',
  comparison: 'Comparison',
  notCompared: 'Nothing was compared: the language server does not run, or a file cannot be read. See the output.',
};

export const editionMessages = { chinese, english };
