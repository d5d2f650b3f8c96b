import { renderMessage } from '../rules/finding';
import { escapeMarkdown } from '../service/markdown';
import type { ImportReport, Remark, RemarkKind } from './import/index';
import type { Note } from './source/types';

const HEADINGS: readonly (readonly [RemarkKind, string])[] = [
  ['unsure', '没有把握，请核对'],
  ['left-out', '没有录入的文字'],
  ['repaired', '已经整理'],
];

/** The report of an import as a Markdown document, in Chinese like the files. @param notes what the reader of the format says */
export function importReport({ source, documents, units, remarks }: ImportReport, notes: readonly Note[]): string {
  const files = documents.map(
    ({ title, file, items }) => `- 《${escapeMarkdown(title)}》：${items} 项，写入 ${escapeMarkdown(file)}`,
  );
  const sections = HEADINGS.flatMap(([kind, heading]) =>
    section(heading, remarks.filter((remark) => remark.kind === kind).map(lineOf)),
  );
  return [
    `# 导入「${escapeMarkdown(source)}」`,
    '',
    ...files,
    `- 单位 ${units} 个`,
    ...section(
      '读取文档时',
      notes.map((note) => escapeMarkdown(renderMessage(note))),
    ),
    ...sections,
    '',
  ].join('\n');
}

function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `## ${heading}（${lines.length} 处）`, '', ...lines.map((line) => `- ${line}`)];
}

function lineOf({ at, message }: Remark): string {
  const text = escapeMarkdown(renderMessage(message)).replaceAll('\n', ' ');
  return at === undefined ? text : `${at}：${text}`;
}

/** The same in one line: 100 项，单位 35 个，3 处没有把握，2 处没有录入. */
export function importSummary({ documents, units, remarks }: ImportReport): string {
  const count = (kind: RemarkKind) => remarks.filter((remark) => remark.kind === kind).length;
  const items = documents.reduce((sum, document) => sum + document.items, 0);
  const parts: readonly (readonly [number, string])[] = [
    [count('unsure'), '处没有把握'],
    [count('left-out'), '处没有录入'],
    [count('repaired'), '处已经整理'],
  ];
  const rest = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  return [`${items} 项`, `单位 ${units} 个`, ...rest].join('，');
}
