import { Command, CommanderError } from 'commander';
import { check } from './commands/check';
import type { CompareOptions } from './commands/compare';
import type { RawExportOptions } from './commands/export';
import type { ImportOptions } from './commands/import';
import { merge } from './commands/merge';
import type { MigrateOptions } from './commands/migrate';
import { listRules } from './commands/rules';
import { type Context, EXIT, Failure } from './context';
import { visible } from './escape';
import { inChinese, refuseEmpty, usageError } from './help';
import type { RawCheckOptions, RawPrintingOptions } from './options';
import type { Rooms } from './rooms';
import { checkCommand, compareCommand, exportCommand, importCommand, mergeCommand, migrateCommand } from './usage';

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
    const [, unknown] = context.argv;
    if (isHelp && unknown !== undefined)
      context.stderr.write(`没有命令「${visible(unknown)}」。用法见 zhibiao --help\n`);
    else context.stderr.write(isHelp ? program.helpInformation() : `${describe(error)}\n`);
    return EXIT.trouble;
  }
}

function describe(error: unknown): string {
  if (error instanceof CommanderError) return usageError(error);
  if (error instanceof Failure) return error.message;
  return `程序出错：${visible(error instanceof Error ? error.message : String(error))}`;
}

function build(context: Context, rooms: Rooms, done: (code: number | undefined) => void): Command {
  const { engine, startServer } = rooms;
  const program = inChinese(new Command('zhibiao'), context)
    .usage('<命令> [选项]')
    .helpCommand('help [命令]', '显示某个命令的用法')
    .description('检查县区法治政府建设指标文件。')
    .version(engine.version, '-V, --version', '显示版本')
    .addHelpText('after', '\n某个命令的用法：zhibiao help <命令>')
    .hook('preAction', (_program, command) => refuseEmpty(command));

  checkCommand(inChinese(program.command('check'), context)).action(async (paths: string[], options: RawCheckOptions) =>
    done(await check(context, rooms, paths, options)),
  );
  mergeCommand(inChinese(program.command('merge'), context)).action((reports: string[], options: RawPrintingOptions) =>
    done(merge(context, engine, reports, options)),
  );
  // Loaded when they are asked for: a check does not need what lies behind them.
  importCommand(inChinese(program.command('import'), context)).action(
    async (files: string[], options: ImportOptions) => {
      const { importFiles } = await import('./commands/import');
      done(await importFiles(context, rooms, files, options));
    },
  );
  migrateCommand(inChinese(program.command('migrate'), context)).action(
    async (file: string, options: MigrateOptions) => {
      const { migrate } = await import('./commands/migrate');
      done(await migrate(context, engine, file, options));
    },
  );
  exportCommand(inChinese(program.command('export'), context)).action(
    async (files: string[], options: RawExportOptions) => {
      const { exportFiles } = await import('./commands/export');
      done(await exportFiles(context, engine, files, options));
    },
  );
  compareCommand(inChinese(program.command('compare'), context)).action(
    async (files: string[], options: CompareOptions) => {
      const { compare } = await import('./commands/compare');
      done(await compare(context, engine, files, options));
    },
  );
  inChinese(program.command('rules'), context)
    .usage('[选项]')
    .summary('列出全部规则')
    .description('列出全部规则：默认级别，有没有自动修复，查什么。')
    .action(() => done(listRules(context, engine)));
  inChinese(program.command('lsp'), context)
    .usage('--stdio')
    .summary('启动语言服务器，供编辑器使用')
    .description('启动语言服务器，供编辑器使用。')
    .option('--stdio', '用标准输入输出通信')
    // The library reads it from the arguments itself. LSP, "Implementation Considerations".
    .option('--clientProcessId <进程号>', '编辑器的进程号，编辑器没了就退出')
    .action(async ({ stdio }: { stdio?: boolean }) => {
      if (!stdio) throw new Failure('lsp 只能用标准输入输出通信，请写 zhibiao lsp --stdio');
      await startServer();
      done(undefined);
    });
  return program;
}
