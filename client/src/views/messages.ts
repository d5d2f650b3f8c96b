import { plural } from '../plural';

const chinese = {
  noTitle: '（没有名称）',
  noText: '（没有内容）',
  noCategory: '（没有类别）',
  noNumbers: '（没有序号）',
  /** A group of 合并报送. */
  group: (numbers: string) => `第${numbers}项`,
  items: (count: number) => `${count} 项`,
  groups: (count: number) => `${count} 组`,
  units: (count: number) => `${count} 个`,
  lead: (units: string) => `牵头 ${units}`,
  answer: (units: string) => `责任 ${units}`,
  /** The first names of several. */
  names: (names: readonly string[], count: number) =>
    names.length < count ? `${names.join('、')}等${count}个` : names.join('、'),
  /** Parts that a screen reader reads one after the other. */
  sentence: (parts: readonly string[]) => parts.join('，'),
  problems: (errors: number, warnings: number) =>
    [errors > 0 ? `${errors} 个错误` : '', warnings > 0 ? `${warnings} 个警告` : ''].filter(Boolean).join('，'),
  row: (key: string, value: string) => `${key}：${value}`,
  roles: { 牵头单位: '牵头', 责任单位: '责任', 配合单位: '配合' },
  unregistered: '不在名录中',
  passed: (passed: number, total: number) => `已过 ${passed}/${total}`,
  next: (day: string) => `下一时限 ${day}`,
  daysLeft: (days: number) => (days > 0 ? `还有${days}天` : days === 0 ? '今天到期' : `已过${-days}天`),
  sortedBy: { registry: '', name: '按名称', items: '按指标数', deadline: '按下一时限' },
  chooseUnit: '查看哪个单位的清单',
  listOf: (unit: string, count: number) => `${unit}的清单，共 ${count} 项`,
  noUnits: '这个文件还没有写单位。',
  noItems: '这个文件还没有可以列出的内容。',
  checking: '正在检查工作区的文件',
  checked: (files: number, errors: number, warnings: number) =>
    `${files} 个文件，${errors} 个错误，${warnings} 个警告。`,
  checkCancelled: (files: number, errors: number, warnings: number) =>
    `已停止。已检查 ${files} 个文件，${errors} 个错误，${warnings} 个警告。`,
  nothingToCheck: '打开的文件夹里没有指标文件、单位名录或要求库。',
  notChecked: '没有检查：语言服务器没有运行。原因见输出。',
};

export type ViewMessages = typeof chinese;

const english: ViewMessages = {
  noTitle: '(no title)',
  noText: '(no text)',
  noCategory: '(no category)',
  noNumbers: '(no numbers)',
  group: (numbers) => `Items ${numbers}`,
  items: (count) => plural(count, 'item'),
  groups: (count) => plural(count, 'group'),
  units: (count) => plural(count, 'unit'),
  lead: (units) => `Lead: ${units}`,
  answer: (units) => `Responsible: ${units}`,
  names: (names, count) =>
    names.length < count ? `${names.join(', ')} and ${count - names.length} more` : names.join(', '),
  sentence: (parts) => parts.join(', '),
  problems: (errors, warnings) =>
    [errors > 0 ? plural(errors, 'error') : '', warnings > 0 ? plural(warnings, 'warning') : '']
      .filter(Boolean)
      .join(', '),
  row: (key, value) => `${key}: ${value}`,
  roles: { 牵头单位: 'Leads', 责任单位: 'Responsible', 配合单位: 'Assists' },
  unregistered: 'not in the registry',
  passed: (passed, total) => `${passed}/${total} deadlines passed`,
  next: (day) => `next deadline ${day}`,
  daysLeft: (days) =>
    days > 0 ? `${plural(days, 'day')} left` : days === 0 ? 'due today' : `${plural(-days, 'day')} ago`,
  sortedBy: { registry: '', name: 'by name', items: 'by number of items', deadline: 'by next deadline' },
  chooseUnit: 'Show the items of which unit',
  listOf: (unit, count) => `${unit}: ${plural(count, 'item')}`,
  noUnits: 'This file names no unit yet.',
  noItems: 'There is nothing in this file yet that could be listed.',
  checking: 'Checking the files of the workspace',
  checked: (files, errors, warnings) =>
    `${plural(files, 'file')}, ${plural(errors, 'error')}, ${plural(warnings, 'warning')}.`,
  checkCancelled: (files, errors, warnings) =>
    `Stopped. Checked ${plural(files, 'file')}: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}.`,
  nothingToCheck: 'The open folder has no indicator file, unit registry or requirement corpus.',
  notChecked: 'Nothing was checked: the language server does not run. See the output for the reason.',
};

/** What the trees and the workspace check say. */
export const viewMessages = { chinese, english };
