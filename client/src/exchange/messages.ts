import { plural } from '../plural';

const chinese = {
  importTitle: '选择要导入的文档',
  importButton: '导入',
  documents: 'Word、Excel、网页和文本',
  importing: '正在导入',
  noServer: '没有导入：语言服务器没有运行。原因见输出。',
  overwrite: (names: readonly string[]) => `${names.join('、')} 已经存在。要覆盖吗？`,
  overwriteButton: '覆盖',
  notWritten: (name: string) => `「${name}」没有写成，可能没有写入的权限。`,
  imported: (name: string, items: number, doubts: number) =>
    doubts > 0 ? `「${name}」导入 ${items} 项，${doubts} 处要核对。` : `「${name}」导入 ${items} 项。`,
  chooseTables: '这份文档有几个指标表，导入哪几个',
  itemCount: (items: number) => `${items} 项`,
  report: '查看导入报告',
  reportName: '导入报告',
  clipboard: '剪贴板',
  pasteTable: '粘贴为指标',
  dropTable: '导入为指标',
  oneAtATime: '一次只能拖入一个文档。要导入几个，请用命令「从 Word、Excel 或网页导入」。',
  notRead: (name: string) => `「${name}」读不了，可能已被删除，或者没有读取的权限。`,
  pasted: (items: number, doubts: number, left: number) =>
    [`录入 ${items} 项`, doubts > 0 ? `${doubts} 处标了「待核」` : '', left > 0 ? `${left} 处没有录入` : '']
      .filter(Boolean)
      .join('，'),
  showLeft: '查看没有录入的文字',
  leftHeading: '没有录入的文字',
};

type ExchangeMessages = typeof chinese;

const english: ExchangeMessages = {
  importTitle: 'Documents to import',
  importButton: 'Import',
  documents: 'Word, Excel, web pages and text',
  importing: 'Importing',
  noServer: 'Nothing was imported: the language server does not run. See the output for the reason.',
  overwrite: (names) => `${names.join(', ')}: there is such a file already. Overwrite it?`,
  overwriteButton: 'Overwrite',
  notWritten: (name) => `${name} could not be written; you may lack the permission.`,
  imported: (name, items, doubts) =>
    doubts > 0
      ? `${name}: ${plural(items, 'item')} imported, ${plural(doubts, 'place')} to look at.`
      : `${name}: ${plural(items, 'item')} imported.`,
  chooseTables: 'There are several tables of items; which ones to import',
  itemCount: (items) => plural(items, 'item'),
  report: 'Show the report',
  reportName: '导入报告',
  clipboard: '剪贴板',
  pasteTable: 'Paste as indicators',
  dropTable: 'Import as indicators',
  oneAtATime: 'Only one document can be dropped at a time. Use the command for importing for several.',
  notRead: (name) => `${name} cannot be read; it may be gone, or you may lack the permission.`,
  pasted: (items, doubts, left) =>
    [
      `${plural(items, 'item')} written`,
      doubts > 0 ? `${plural(doubts, 'place')} marked 待核` : '',
      left > 0 ? `${plural(left, 'text')} left out` : '',
    ]
      .filter(Boolean)
      .join(', '),
  showLeft: 'Show what was left out',
  leftHeading: '没有录入的文字',
};

export const exchangeMessages = { chinese, english };
