import type { ExportFormat, ExportView } from '../../../server/src/protocol/export';

interface Choice {
  readonly label: string;
  readonly detail: string;
}

const chinese = {
  title: '导出',
  chooseView: '导出什么',
  views: {
    master: { label: '总表', detail: '按印发的样子：合并一级、二级指标，A4 横排，表头每页重复' },
    unit: { label: '单位清单', detail: '每个单位牵头、负责、配合的指标，按时限排列，保留原序号' },
    evidence: { label: '报送资料清单', detail: '谁报送什么，合并报送的只列一次' },
    deadlines: { label: '时限台账', detail: '按月列出到期的指标和阶段' },
    draft: { label: '征求意见稿', detail: '总表加一栏「修改意见」' },
    changes: { label: '上级对照表', detail: '与上级原文不同的指标：增加的加粗，删去的加删除线' },
  } as Readonly<Record<ExportView, Choice>>,
  chooseUnits: '哪些单位',
  allInOne: { label: '全部单位', detail: '一个文档，每个单位另起一页' },
  oneEach: { label: '全部单位，分开', detail: '每个单位一个文档' },
  chooseFormat: '什么格式',
  formats: {
    docx: { label: 'Word', detail: '.docx，也可用 WPS 打开' },
    xlsx: { label: 'Excel', detail: '.xlsx，也可用 WPS 打开' },
    html: { label: '网页', detail: '.html，可用浏览器打印' },
    md: { label: 'Markdown', detail: '.md' },
    csv: { label: 'CSV', detail: '.csv，只有指标，每项一行' },
    json: { label: 'JSON', detail: '.json，交给别的程序' },
  } as Readonly<Record<ExportFormat, Choice>>,
  saveTo: '存放在哪个文件夹',
  saveHere: '存放在这里',
  exporting: (name: string) => `正在导出 ${name}`,
  noServer: '没有导出：语言服务器没有运行，或者文件已经不在。原因见输出。',
  overwrite: (count: number) => `其中 ${count} 个文件已经存在。要覆盖吗？`,
  overwriteButton: '覆盖',
  notWritten: (name: string) => `「${name}」没有写成，可能已被其他程序打开，或者没有写入的权限。`,
  exported: (name: string) => `已导出「${name}」。`,
  exportedMany: (count: number) => `已导出 ${count} 个文档。`,
  withErrors: (errors: number) => `文件中还有 ${errors} 个错误，请在印发前改正。`,
  open: '打开',
  showFolder: '打开所在文件夹',
};

type ExportMessages = typeof chinese;

const english: ExportMessages = {
  title: 'Export',
  chooseView: 'What to export',
  views: {
    master: {
      label: 'Master table',
      detail: 'As it is issued: merged levels, A4 on its side, the header on each page',
    },
    unit: {
      label: 'Lists of units',
      detail: 'What each unit leads, answers for and assists in, by deadline, with the original numbers',
    },
    evidence: { label: 'Evidence checklist', detail: 'Who hands in what; merged evidence stands once' },
    deadlines: { label: 'Deadline ledger', detail: 'What falls due in which month' },
    draft: { label: 'Draft for comments', detail: 'The master table with a column for comments' },
    changes: {
      label: 'Differences from the central edition',
      detail: 'Items that depart from it: added words bold, dropped ones struck through',
    },
  },
  chooseUnits: 'Which units',
  allInOne: { label: 'All units', detail: 'One document, a page for each unit' },
  oneEach: { label: 'All units, one by one', detail: 'A document for each unit' },
  chooseFormat: 'Which format',
  formats: {
    docx: { label: 'Word', detail: '.docx, for WPS too' },
    xlsx: { label: 'Excel', detail: '.xlsx, for WPS too' },
    html: { label: 'Web page', detail: '.html, prints from a browser' },
    md: { label: 'Markdown', detail: '.md' },
    csv: { label: 'CSV', detail: '.csv, the items only, one a line' },
    json: { label: 'JSON', detail: '.json, for other programs' },
  },
  saveTo: 'Folder for the documents',
  saveHere: 'Save here',
  exporting: (name) => `Exporting ${name}`,
  noServer:
    'Nothing was exported: the language server does not run, or the file is gone. See the output for the reason.',
  overwrite: (count) => `${count} of the files exist already. Overwrite them?`,
  overwriteButton: 'Overwrite',
  notWritten: (name) => `${name} could not be written; another program may have it open, or you lack the permission.`,
  exported: (name) => `Exported ${name}.`,
  exportedMany: (count) => `Exported ${count} documents.`,
  withErrors: (errors) =>
    `The file still has ${errors === 1 ? '1 error' : `${errors} errors`}; correct them before it is issued.`,
  open: 'Open',
  showFolder: 'Open the folder',
};

export const exportMessages = { chinese, english };
