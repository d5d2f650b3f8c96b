import { Command, CommanderError } from 'commander';
import { check } from './commands/check';
import { listRules } from './commands/rules';
import { type Context, EXIT, Failure } from './context';
import type { Engine } from './engine';
import { visible } from './escape';
import { FORMATS } from './formats';
import { inChinese, usageError } from './help';
import type { RawCheckOptions } from './options';

/** What lies beyond the command line: the engine, and the language server that `lsp` starts. */
export interface Rooms {
  readonly engine: Engine;
  /** Takes over standard input and output until the client ends it. */
  readonly startServer: () => Promise<void>;
}

/**
 * The command line. Never throws: whatever goes wrong is one line on standard error and exit code 2.
 * @returns the exit code; undefined when a server was started and the process goes on
 */
export async function main(context: Context, rooms: Rooms): Promise<number | undefined> {
  let code: number | undefined = EXIT.clean;
  const program = build(context, rooms, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(context.argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.clean;
    // commander.help: no command was given.
    const isHelp = error instanceof CommanderError && error.code === 'commander.help';
    context.stderr.write(isHelp ? program.helpInformation() : `${describe(error)}\n`);
    return EXIT.trouble;
  }
}

function describe(error: unknown): string {
  if (error instanceof CommanderError) return usageError(error);
  if (error instanceof Failure) return error.message;
  return `程序出错：${visible(error instanceof Error ? error.message : String(error))}`;
}

function build(context: Context, { engine, startServer }: Rooms, done: (code: number | undefined) => void): Command {
  const program = inChinese(new Command('zhibiao'), context)
    .usage('<命令> [选项]')
    .helpCommand('help [命令]', '显示某个命令的用法')
    .description('检查县区法治政府建设指标文件。')
    .version(engine.version, '-V, --version', '显示版本')
    .addHelpText('after', '\n某个命令的用法：zhibiao help <命令>');

  checkCommand(inChinese(program.command('check'), context)).action(async (paths: string[], options: RawCheckOptions) =>
    done(await check(context, engine, paths, options)),
  );
  inChinese(program.command('rules'), context)
    .usage('[选项]')
    .description('列出全部规则')
    .action(() => done(listRules(context, engine)));
  inChinese(program.command('lsp'), context)
    .usage('--stdio')
    .description('启动语言服务器，供编辑器使用')
    .option('--stdio', '用标准输入输出通信')
    .action(async ({ stdio }: { stdio?: boolean }) => {
      if (!stdio) throw new Failure('lsp 只能用标准输入输出通信，请写 zhibiao lsp --stdio');
      await startServer();
      done(undefined);
    });
  return program;
}

function checkCommand(command: Command): Command {
  const collect = (value: string, before: readonly string[] = []) => [...before, value];
  return command
    .usage('[选项] [路径或模式…]')
    .description('检查文件。不写路径时检查当前文件夹（含下级）中的指标文件、单位名录、要求库和配置。')
    .argument('[路径...]', '文件、文件夹或模式，如 seeds/**/*.指标.yaml')
    .optionsGroup('检查：')
    .option('--config <文件>', '用这个配置文件')
    .option('--rule <规则=级别>', '设定一条规则的级别，可以写多次；级别为 off hint info warning error', collect)
    .option('--stdin', '检查标准输入的内容')
    .option('--stdin-filename <文件>', '标准输入的内容当作哪个文件')
    .option('--shard <i/n>', '把文件分成 n 份，只检查第 i 份')
    .option('--baseline <文件>', '不再报告基线文件中已有的问题')
    .option('--update-baseline', '把现有的问题写入基线文件')
    .optionsGroup('修复：')
    .option('--fix', '自动修复可以修复的问题')
    .option('--fix-dry-run', '只显示 --fix 会怎样修改，不写文件')
    .optionsGroup('输出：')
    .option('--format <格式>', FORMATS.join(' '))
    .option('--output <文件>', '把结果写入文件')
    .option('--quiet', '只报告错误')
    .option('--max-warnings <个数>', '警告超过这个数时也算不通过')
    .option('--color', '总用颜色')
    .option('--no-color', '不用颜色')
    .addOption(command.createOption('--cache').hideHelp())
    .addOption(command.createOption('--threads <n>').hideHelp())
    .addOption(command.createOption('--watch').hideHelp())
    .addHelpText('after', '\n退出码：0 没有错误；1 有错误，或者警告超过上限；2 用法、配置或者读写出错。');
}
