import type { Command } from 'commander';
import { FORMATS as DOCUMENT_FORMATS } from '../exchange/export/formats';
import { FORMATS } from './formats';

// What each command takes, and how its help says it.

export function importCommand(command: Command): Command {
  return command
    .usage('[选项] <文档…>')
    .summary('从 Word、Excel、网页导入')
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

export function migrateCommand(command: Command): Command {
  return command
    .usage('[选项] <文件> --to <指标体系>')
    .summary('换用另一版指标体系')
    .description('把指标文件换用另一版指标体系，单位、时限、资料等按对应的指标搬过去，另存为新文件。')
    .argument('<文件>', '指标文件')
    .requiredOption('--to <指标体系>', '换用哪一版：名称、简称，或者要求库文件的路径')
    .option('-o, --output <文件>', '新文件，不写时放在原文件旁边，如 兰陵.2021年版.指标.yaml')
    .option('--report <文件>', '把对照表（Markdown）写入文件')
    .option('--dry-run', '只显示对照表，不写文件')
    .option('--force', '文件已经存在时覆盖');
}

export function exportCommand(command: Command): Command {
  const collect = (value: string, before: readonly string[] = []) => [...before, value];
  return command
    .usage('[选项] <文件…> --to <格式>')
    .summary('导出为 Word、Excel、网页')
    .description('把指标文件导出为 Word、Excel、网页等文档。')
    .argument('<文件...>', '指标文件')
    .option('--to <格式>', 'docx xlsx html md csv json；不写时按 -o 的扩展名')
    .option('--view <视图>', '总表 单位 资料 时限 征求意见 对照，或 master unit evidence deadlines draft changes')
    .option('--unit <单位>', '只要这个单位的清单，可以写多次', collect)
    .option('--split', '每个单位一个文档')
    .option('-o, --output <文件>', '写入哪个文件或文件夹，- 为标准输出；不写时放在原文件旁边')
    .option('--force', '文件已经存在时覆盖');
}

export function compareCommand(command: Command): Command {
  return command
    .usage('[选项] <文件> <文件…>')
    .summary('逐项比较几个县')
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

export function checkCommand(command: Command): Command {
  const collect = (value: string, before: readonly string[] = []) => [...before, value];
  command
    .usage('[选项] [路径或模式…]')
    .summary('检查文件')
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

export function mergeCommand(command: Command): Command {
  command
    .usage('[选项] <报告…>')
    .summary('把几份 JSON 报告合成一份')
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
