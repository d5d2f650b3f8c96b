import { Command, CommanderError } from 'commander';
import { FORMATS as DOCUMENT_FORMATS } from '../exchange/export/formats';
import { check } from './commands/check';
import type { CompareOptions } from './commands/compare';
import type { RawExportOptions } from './commands/export';
import type { ImportOptions } from './commands/import';
import { merge } from './commands/merge';
import type { MigrateOptions } from './commands/migrate';
import { listRules } from './commands/rules';
import { type Context, EXIT, Failure } from './context';
import { visible } from './escape';
import { FORMATS } from './formats';
import { inChinese, usageError } from './help';
import type { RawCheckOptions, RawPrintingOptions } from './options';
import type { Rooms } from './rooms';

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

function build(context: Context, rooms: Rooms, done: (code: number | undefined) => void): Command {
  const { engine, startServer } = rooms;
  const program = inChinese(new Command('zhibiao'), context)
    .usage('<命令> [选项]')
    .helpCommand('help [命令]', '显示某个命令的用法')
    .description('检查县区法治政府建设指标文件。')
    .version(engine.version, '-V, --version', '显示版本')
    .addHelpText('after', '\n某个命令的用法：zhibiao help <命令>');

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

function importCommand(command: Command): Command {
  return command
    .usage('[选项] <文档…>')
    .description('把 Word、Excel、网页或文本中的指标表格读成指标文件和单位名录，然后检查。')
    .argument('<文档...>', '.docx .xlsx .xls .html .mht .csv .tsv .txt；写 - 读标准输入')
    .option('-o, --output-dir <文件夹>', '写到哪里，不写时放在文档旁边')
    .option('--county <县区>', '县区的全名，不写时从文档中找')
    .option('--table <第几个>', '只读文档中的第几个表格，不写时读所有像指标的表格')
    .option('--report <文件>', '把导入报告（Markdown）写入文件：整理了什么，哪里没有把握，什么没有录入')
    .option('--dry-run', '只显示导入报告，不写文件')
    .option('--force', '文件已经存在时覆盖')
    .addHelpText('after', '\n退出码：0 导入的文件没有错误；1 有错误；2 用法、文档或者读写出错，什么也没有写。');
}

function migrateCommand(command: Command): Command {
  return command
    .usage('[选项] <文件> --to <指标体系>')
    .description('把指标文件换用另一版指标体系，单位、时限、资料等按对应的指标搬过去，另存为新文件。')
    .argument('<文件>', '指标文件')
    .requiredOption('--to <指标体系>', '换用哪一版：名称、简称，或者要求库文件的路径')
    .option('-o, --output <文件>', '新文件，不写时放在原文件旁边，如 兰陵.2021年版.指标.yaml')
    .option('--report <文件>', '把对照表（Markdown）写入文件')
    .option('--dry-run', '只显示对照表，不写文件')
    .option('--force', '文件已经存在时覆盖');
}

function exportCommand(command: Command): Command {
  const collect = (value: string, before: readonly string[] = []) => [...before, value];
  return command
    .usage('[选项] <文件…> --to <格式>')
    .description('把指标文件导出为 Word、Excel、网页等文档。')
    .argument('<文件...>', '指标文件')
    .option('--to <格式>', 'docx xlsx html md csv json；不写时按 -o 的扩展名')
    .option('--view <视图>', '总表 单位 资料 时限 征求意见 对照，或 master unit evidence deadlines draft changes')
    .option('--unit <单位>', '只要这个单位的清单，可以写多次', collect)
    .option('--split', '每个单位一个文档')
    .option('-o, --output <文件>', '写入哪个文件或文件夹，- 为标准输出；不写时放在原文件旁边')
    .option('--force', '文件已经存在时覆盖');
}

function compareCommand(command: Command): Command {
  return command
    .usage('[选项] <文件> <文件…>')
    .description('逐项比较几个县的指标文件：谁牵头、谁负责、什么时候完成、与上级要求有什么不同。')
    .argument('<文件...>', '两个以上指标文件，可以依据不同的指标体系')
    .option('--only-differences', '只列各县不一致的地方')
    .option('--item <序号>', '只看这几项，如 5-8 或者 5、8')
    .option('--to <格式>', DOCUMENT_FORMATS.join(' '))
    .option('-o, --output <文件>', '写入文件；不写时文本格式的结果直接显示')
    .option('--force', '文件已经存在时覆盖')
    .option('--color', '总用颜色')
    .option('--no-color', '不用颜色');
}

function checkCommand(command: Command): Command {
  const collect = (value: string, before: readonly string[] = []) => [...before, value];
  command
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
    .optionsGroup('速度：')
    .option('--cache', '没有变动的文件用上次的结果')
    .option('--cache-location <文件>', '缓存放在哪里，不写时是 .zhibiaocache')
    .option('--threads <个数>', '同时检查的线程数，不写时按文件多少决定（auto）')
    .option('--watch', '一直开着，文件一改就重新检查')
    .optionsGroup('修复：')
    .option('--fix', '自动修复可以修复的问题')
    .option('--fix-dry-run', '只显示 --fix 会怎样修改，不写文件')
    .optionsGroup('输出：');
  return printingCommand(command);
}

function mergeCommand(command: Command): Command {
  command
    .usage('[选项] <报告…>')
    .description('把 check --shard --format json 的几份报告合成一份，退出码与一次检查全部文件相同。')
    .argument('<报告...>', 'JSON 报告');
  return printingCommand(command);
}

/** The options of all that prints a report. */
function printingCommand(command: Command): Command {
  return command
    .option('--format <格式>', FORMATS.join(' '))
    .option('--output <文件>', '把结果写入文件')
    .option('--quiet', '只报告错误')
    .option('--max-warnings <个数>', '警告超过这个数时也算不通过')
    .option('--color', '总用颜色')
    .option('--no-color', '不用颜色')
    .addHelpText('after', '\n退出码：0 没有错误；1 有错误，或者警告超过上限；2 用法、配置或者读写出错。');
}
