const chinese = {
  name: '预览',
  /** Title of the panel; {name} is the file. */
  title: '预览 {name}',
  unit: '单位',
  allUnits: '全部单位',
  /** A unit in the list, with how many items it has in each role. */
  unitChoice: '{name}（{roles}）',
  lead: '牵头{count}',
  responsible: '责任{count}',
  support: '配合{count}',
  separator: '，',
  onlyFindings: '只看有问题的',
  export: '导出…',
  error: '错误',
  warning: '警告',
  info: '信息',
  hint: '提示',
  counts: '问题数',
  findingsHere: '此处的问题',
  elsewhere: '表外的问题',
  damaged: '这一项读不出来，下面是原文',
  emptySection: '还没有指标',
  noRows: '没有符合条件的指标。',
  noItems: '还没有可以列成表的指标。',
  howTo: '按上下键移到上一行、下一行，按 Enter 键到原文修改',
  openFile: '打开一个指标文件，这里就显示它印出来的样子。',
  notRunning: '语言服务器没有运行，预览不能显示。原因见输出。',
};

/** What the preview says, as plain texts: they are sent to the webview. `{…}` are gaps. */
export type PreviewWords = typeof chinese;

const english: PreviewWords = {
  name: 'Preview',
  title: 'Preview {name}',
  unit: 'Unit',
  allUnits: 'All units',
  unitChoice: '{name} ({roles})',
  lead: 'leads {count}',
  responsible: 'responsible for {count}',
  support: 'assists in {count}',
  separator: ', ',
  onlyFindings: 'Only items with problems',
  export: 'Export…',
  error: 'Errors',
  warning: 'Warnings',
  info: 'Information',
  hint: 'Hints',
  counts: 'Number of problems',
  findingsHere: 'Problems here',
  elsewhere: 'Problems outside the table',
  damaged: 'This item cannot be read; it stands below as it is in the file',
  emptySection: 'No items yet',
  noRows: 'No item matches.',
  noItems: 'There are no items yet to make a table of.',
  howTo: 'Up and down move between rows, Enter goes to the text',
  openFile: 'Open an indicator file to see it here as it would be printed.',
  notRunning: 'The language server does not run, so there is no preview. See the output for the reason.',
};

export const previewWords = { chinese, english };
