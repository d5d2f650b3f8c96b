import type { Locale } from './settings';

const chinese = {
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
  fixNotApplied: '修复没有写入，文件可能刚被改动，请再试一次。',
};

type Messages = typeof chinese;

const english: Messages = {
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
  fixNotApplied: 'The fix was not applied; the file may have changed. Try again.',
};

/** What the extension says, in the language of the setting `zhibiao.locale`. */
export function messagesFor(locale: Locale): Messages {
  return locale === 'en' ? english : chinese;
}

export type { Messages };

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
