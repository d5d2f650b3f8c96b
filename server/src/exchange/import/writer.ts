import { renderMessage } from '../../rules/finding';
import { textInYaml } from '../../service/completion/yaml-text';
import type { Draft, DraftDocument, DraftExtra, DraftItem, DraftSection, Remark } from './draft';

/** What may stand without quotes in a list between brackets, and as a short value. */
const PLAIN_ENTRY = /^[\p{L}\p{N}《“（][^,[\]{}:#"'，：＃［］｛｝＂＇\p{C}\u2028\u2029]*$/u;
const NOT_A_STRING = /^(?:[\d.]+|true|false|null|yes|no|on|off|~)$/i;
const UNSAFE = /[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/u;

/** The text of one indicator file, in the style of the bundled ones. */
export function indicatorFile(draft: Draft, document: DraftDocument, registryFile: string | undefined): string {
  const lines = [
    `# 由「${oneLine(draft.source)}」导入；标有「待核」的地方请对照原文核对。`,
    `标题: ${text(document.title)}`,
    `县区: ${text(draft.county)}`,
    ...key('文号', document.documentNumber),
    ...key('印发机关', document.issuer),
    ...(document.issued ? [`印发日期: ${document.issued}`] : []),
    ...(document.year ? [`年度: ${document.year}`] : []),
    `依据: ${document.basis === undefined ? '无' : text(document.basis)}`,
    ...(document.numbering === 'by-parent' ? ['编号: 分级'] : []),
    ...(document.levelNames ? [`层级名称: ${list(document.levelNames)}`] : []),
    ...(document.totalScore === undefined ? [] : [`总分: ${document.totalScore}`]),
    ...(registryFile ? [`单位名录: ${entry(`./${registryFile}`)}`] : []),
    '',
    '一级指标:',
    ...document.sections.flatMap((section) => sectionLines(section, '  ', 1)),
    ...extraLines(document),
    ...groupLines(document),
    ...restLines(document),
  ];
  return `${lines.join('\n')}\n`;
}

/** The text of the unit registry. */
export function registryFileText({ source, county, units }: Draft): string {
  const lines = units.flatMap(({ name, fullName, aliases, category }) => [
    `  - 名称: ${text(name)}`,
    ...(fullName ? [`    全称: ${text(fullName)}`] : []),
    ...(aliases.length > 0 ? [`    别名: ${list(aliases)}`] : []),
    ...(category ? [`    类别: ${category}`] : []),
  ]);
  const head = [
    `# ${oneLine(county)}单位名录，由「${oneLine(source)}」的单位栏编成；请核对后补上「全称」「别名」。`,
    `县区: ${text(county)}`,
    '单位:',
  ];
  return `${[...head, ...lines].join('\n')}\n`;
}

export function sectionLines({ title, sections, items, marks }: DraftSection, indent: string, level: 1 | 2): string[] {
  const inner = `${indent}    `;
  const hasItems = items.length > 0;
  const isEmpty = !hasItems && sections.length === 0 && level === 2;
  return [
    ...markLines(marks, indent),
    `${indent}- 名称: ${text(title)}`,
    ...(hasItems ? [`${indent}  三级指标:`, ...itemsLines(items, inner)] : []),
    ...(sections.length > 0
      ? [`${indent}  二级指标:`, ...sections.flatMap((section) => sectionLines(section, inner, 2))]
      : []),
    ...(isEmpty ? [`${indent}  三级指标: []`] : []),
  ];
}

/** Items as entries of a list with this indentation, their marks above them. */
export function itemsLines(items: readonly DraftItem[], indent: string): string[] {
  return items.flatMap((item) => itemLines(item, indent));
}

function itemLines(item: DraftItem, indent: string): string[] {
  const inner = `${indent}  `;
  return [
    ...markLines(item.marks, indent),
    `${indent}- 序号: ${item.number}`,
    ...key('名称', item.name, inner),
    `${inner}内容: ${text(item.text)}`,
    ...units('牵头单位', item.lead, inner),
    ...units('责任单位', item.answer, inner),
    ...units('配合单位', item.cooperate, inner),
    ...deadlineLines(item, inner),
    ...texts('报送资料', item.evidence, inner),
    ...(item.score === undefined ? [] : [`${inner}分值: ${item.score}`]),
    ...key('说明', item.reason, inner),
    ...key('备注', item.remark, inner),
  ];
}

function deadlineLines({ deadlines }: DraftItem, indent: string): string[] {
  const [only] = deadlines;
  if (only && deadlines.length === 1 && only.task === undefined) return [`${indent}完成时限: ${entry(only.text)}`];
  if (deadlines.length === 0) return [];
  return [
    `${indent}完成时限:`,
    ...deadlines.map((deadline) =>
      deadline.task === undefined
        ? `${indent}  - { 时间: ${entry(deadline.text)} }`
        : `${indent}  - { 时间: ${entry(deadline.text)}, 任务: ${entry(deadline.task)} }`,
    ),
  ];
}

export function extraLines({ extras, extraTitles }: DraftDocument): string[] {
  if (extras.length === 0 && extraTitles.length === 0) return [];
  return [
    '',
    ...(extraTitles.length > 0 ? [`# 原表标题：${extraTitles.map((title) => `「${oneLine(title)}」`).join('')}`] : []),
    ...(extras.length > 0 ? ['附加项:', ...extras.flatMap(extraList)] : []),
  ];
}

function extraList({ name, limit, items }: DraftExtra): string[] {
  if (limit === undefined) return [`  ${name}:`, ...itemsLines(items, '    ')];
  return [`  ${name}:`, `    上限: ${limit}`, '    条目:', ...itemsLines(items, '      ')];
}

export function groupLines({ groups }: DraftDocument): string[] {
  if (groups.length === 0) return [];
  return [
    '',
    '合并报送:',
    ...groups.flatMap(({ numbers, evidence }) => [
      `  - 指标: ${numbersText(numbers)}`,
      ...texts('资料', evidence, '    '),
    ]),
  ];
}

function numbersText(numbers: readonly number[]): string {
  const [first = 0] = numbers;
  const isRun = numbers.every((number, index) => number === first + index);
  return isRun ? `${first}-${numbers.at(-1) ?? first}` : `[${numbers.join(', ')}]`;
}

function restLines({ phases, methods, grades, notes }: DraftDocument): string[] {
  return [
    ...(phases.length > 0
      ? [
          '',
          '阶段:',
          ...phases.flatMap((phase) => [
            `  - 名称: ${text(phase.name)}`,
            ...(phase.time ? [`    时间: ${entry(phase.time)}`] : []),
            `    内容: ${text(phase.text)}`,
          ]),
        ]
      : []),
    ...(methods.length > 0
      ? [
          '',
          '考核方式:',
          ...methods.flatMap((method) => [`  - 名称: ${text(method.name)}`, `    内容: ${text(method.text)}`]),
        ]
      : []),
    ...(grades.length > 0 ? ['', `等次: ${list(grades)}`] : []),
    ...noteLines(notes),
  ];
}

/** A literal block keeps the paragraphs as they are, where nothing in them needs an escape. */
function noteLines(notes: readonly string[]): string[] {
  if (notes.length === 0) return [];
  if (notes.some((note) => UNSAFE.test(note))) return ['', `说明: ${JSON.stringify(notes.join('\n'))}`];
  return ['', '说明: |-', ...notes.map((note) => `  ${note.trim()}`)];
}

function markLines(marks: readonly Remark[], indent: string): string[] {
  return marks
    .filter(({ kind }) => kind === 'unsure')
    .map(({ message, at }) => {
      const words = oneLine(renderMessage(message)).replace(/。$/, '');
      return `${indent}# 待核：${words}${at ? `（${oneLine(at)}）` : ''}`;
    });
}

function units(name: string, names: readonly string[], indent: string): string[] {
  return names.length === 0 ? [] : [`${indent}${name}: ${list(names)}`];
}

function texts(name: string, entries: readonly string[], indent: string): string[] {
  const [only] = entries;
  if (entries.length === 1 && only !== undefined) return [`${indent}${name}: ${text(only)}`];
  return entries.length === 0 ? [] : [`${indent}${name}:`, ...entries.map((part) => `${indent}  - ${text(part)}`)];
}

function key(name: string, value: string | undefined, indent = ''): string[] {
  return value === undefined || value === '' ? [] : [`${indent}${name}: ${text(value)}`];
}

function list(names: readonly string[]): string {
  return `[${names.map(entry).join(', ')}]`;
}

function entry(value: string): string {
  const isPlain = (PLAIN_ENTRY.test(value) || /^\.\/[\p{L}\p{N}./_-]+$/u.test(value)) && !/\s$/.test(value);
  return isPlain && !NOT_A_STRING.test(value) ? value : quoted(value);
}

function text(value: string): string {
  return UNSAFE.test(value) ? quoted(value) : textInYaml(value);
}

/** JSON leaves some characters that YAML does not allow. */
function quoted(value: string): string {
  return JSON.stringify(value).replace(/[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function oneLine(value: string): string {
  return value.replace(/[\s\p{Cc}\u2028\u2029\uFEFF]+/gu, ' ').trim();
}
