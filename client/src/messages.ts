import { editionMessages } from './exchange/editionMessages';
import { exportMessages } from './exchange/exportMessages';
import { exchangeMessages } from './exchange/messages';
import { plural } from './plural';
import { previewWords } from './preview/words';
import type { Locale } from './settings';
import { viewMessages } from './views/messages';

const chinese = {
  language: 'zh-CN' as 'zh-CN' | 'en',
  preview: previewWords.chinese,
  views: viewMessages.chinese,
  exchange: exchangeMessages.chinese,
  editions: editionMessages.chinese,
  exporting: exportMessages.chinese,
  name: '指标',
  starting: '正在启动……',
  clean: '没有发现问题',
  counts: (errors: number, warnings: number) =>
    [errors > 0 ? `${errors} 个错误` : '', warnings > 0 ? `${warnings} 个警告` : ''].filter(Boolean).join('，'),
  corpus: (name: string | undefined) => (name === undefined ? '没有对照的要求库' : `要求库：${name}`),
  registry: (name: string | undefined) => (name === undefined ? '没有单位名录' : `单位名录：${name}`),
  showProblems: '查看问题',
  startFailed: '指标的语言服务器没有启动，检查、补全等功能暂不可用。原因见输出。',
  stopped: '指标的语言服务器多次意外退出，已停止。原因见输出，可用命令「重启语言服务器」再试。',
  showOutput: '显示输出',
  restart: '重启语言服务器',
  notIndicatorFile: '请先打开一个指标文件。',
  nothingToFix: '本文件没有可自动修复的问题。',
  newFile: '新建指标文件',
  newFileFailed: '没有新建文件：语言服务器没有运行，或者没有可用的要求库。原因见输出。',
  chooseEdition: '依据哪一版指标体系',
  editionDetail: (items: number, doubtful: number) =>
    doubtful > 0 ? `${items} 项，其中 ${doubtful} 项文字待核` : `${items} 项`,
  askCounty: '为哪个县区编制，写全名',
  countyExample: '例如：沁水县',
  countyInvalid: '请写县区的全名，只用汉字，例如「沁水县」。',
  askYear: '哪个年度，没有写年份的完成时限按这一年算',
  yearInvalid: '请写四位数的年份，例如 2022。',
  nothingToRenumber: '序号已经从1连续编到最后，不用改。',
  exampleWhere: '示例放在哪个文件夹下',
  exampleHere: '放在这里',
  exampleFolder: '指标示例',
  fixNotApplied: '修复没有写入，文件可能刚被改动，请再试一次。',
};

type Messages = typeof chinese;

const english: Messages = {
  language: 'en',
  preview: previewWords.english,
  views: viewMessages.english,
  exchange: exchangeMessages.english,
  editions: editionMessages.english,
  exporting: exportMessages.english,
  name: '指标',
  starting: 'Starting…',
  clean: 'No problems',
  counts: (errors, warnings) =>
    [errors > 0 ? plural(errors, 'error') : '', warnings > 0 ? plural(warnings, 'warning') : '']
      .filter(Boolean)
      .join(', '),
  corpus: (name) => (name === undefined ? 'No requirement corpus' : `Corpus: ${name}`),
  registry: (name) => (name === undefined ? 'No unit registry' : `Registry: ${name}`),
  showProblems: 'Show problems',
  startFailed:
    'The language server for 指标 did not start; checks and completion are off. See the output for the reason.',
  stopped: 'The language server for 指标 stopped several times and was not restarted. See the output for the reason.',
  showOutput: 'Show output',
  restart: 'Restart',
  notIndicatorFile: 'Open an indicator file first.',
  nothingToFix: 'Nothing in this file can be fixed automatically.',
  newFile: 'New indicator file',
  newFileFailed:
    'No file was created: the language server does not run, or there is no requirement corpus. See the output.',
  chooseEdition: 'Which edition of the indicators to follow',
  editionDetail: (items, doubtful) =>
    doubtful > 0 ? `${plural(items, 'item')}, ${doubtful} of them with an uncertain text` : plural(items, 'item'),
  askCounty: 'Full name of the county',
  countyExample: 'For example: 沁水县',
  countyInvalid: 'Write the full name of the county in Chinese characters, e.g. 沁水县.',
  askYear: 'The year that deadlines without a year belong to',
  yearInvalid: 'Write the year with four digits, e.g. 2022.',
  nothingToRenumber: 'The items are numbered from 1 without a gap already.',
  exampleWhere: 'Folder for the example',
  exampleHere: 'Put it here',
  exampleFolder: '指标示例',
  fixNotApplied: 'The fix was not applied; the file may have changed. Try again.',
};

/** What the extension says, in the language of the setting `zhibiao.locale`. */
export function messagesFor(locale: Locale): Messages {
  return locale === 'en' ? english : chinese;
}

export type { Messages };
