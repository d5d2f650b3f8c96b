import type { Command, CommanderError } from 'commander';
import { type Context, Failure } from './context';
import { visible } from './escape';
import { displayWidth } from './width';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** Makes a command speak Chinese, write to the context's streams and throw instead of ending the process. */
export function inChinese(command: Command, { stdout }: Context): Command {
  return command
    .exitOverride()
    .helpOption('-h, --help', '显示用法')
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      displayWidth,
      subcommandTerm: (sub) => `${sub.name()} ${sub.usage()}`.trim(),
    })
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      // Errors are thrown, and told by whoever catches them.
      writeErr: () => undefined,
      getOutHelpWidth: () => 100,
      getOutHasColors: () => false,
    });
}

/** `"$FILE"` of a script whose variable is not set: it must not stand for the working folder. @throws Failure */
export function refuseEmpty(command: Command): void {
  const empty = command.options.find((option) => command.getOptionValue(option.attributeName()) === '');
  if (empty) throw new Failure(`选项「${empty.flags}」后面是空的`);
  if (command.args.includes('')) throw new Failure('有一个路径是空的');
}

/** A wrong command line in one Chinese sentence. */
export function usageError({ code, message }: CommanderError): string {
  // commander has no other way to tell which option or command it means.
  const what = visible(/'([^']*)'/.exec(message)?.[1] ?? '');
  const near = /\(Did you mean (?:one of )?([^?]*)\?\)/.exec(message)?.[1];
  const hint = near ? `，是否为 ${visible(near).replaceAll(', ', '、')}` : '';
  const sentence = SENTENCES[code]?.(what, hint) ?? visible(message);
  return `${sentence}。用法见 zhibiao --help`;
}

const SENTENCES: Readonly<Record<string, (what: string, hint: string) => string>> = {
  'commander.unknownOption': (what, hint) => `未知选项「${what}」${hint}`,
  'commander.unknownCommand': (what, hint) => `没有命令「${what}」${hint || `；检查文件请用 zhibiao check ${what}`}`,
  'commander.optionMissingArgument': (what) => `选项「${what}」后面缺少参数`,
  'commander.missingMandatoryOptionValue': (what) => `缺少选项「${what}」`,
  'commander.missingArgument': (what) => `缺少参数「${what}」`,
  'commander.excessArguments': () => '参数太多',
};
