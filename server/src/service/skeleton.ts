import type { Corpus } from '../model/corpus';
import type { Indicator, Section } from '../model/types';
import { textInYaml } from './completion/yaml-text';

export interface SkeletonOptions {
  readonly county: string;
  readonly year: number;
  /** As it is to stand under 单位名录. */
  readonly registryPath?: string;
  /** Default: LF. */
  readonly lineBreak?: string;
}

/**
 * A new indicator file with all sections and items of an edition. 责任单位 stands empty in each item: the drafter sees where
 * to write, and the file is checked without complaint until the first unit is filled in (rule `unit-missing`).
 */
export function skeleton(corpus: Corpus, { county, year, registryPath, lineBreak = '\n' }: SkeletonOptions): string {
  const { file } = corpus;
  const name = county.trim();
  const lines = [
    ...provenanceLines(corpus),
    `标题: ${textInYaml(`${name}法治政府建设示范创建指标任务分解表`)}`,
    `县区: ${textInYaml(name)}`,
    `年度: ${year}`,
    `依据: ${textInYaml(corpus.name)}`,
    ...(registryPath
      ? [`单位名录: ${/^[\w./-]+$/.test(registryPath) ? registryPath : JSON.stringify(registryPath)}`]
      : []),
    ...(file.numbering === 'by-parent' ? ['编号: 分级'] : []),
    '',
    '一级指标:',
    ...file.sections.flatMap((section) => sectionLines(section, '  ')),
    ...extraLines(corpus),
  ];
  return lines.join(lineBreak) + lineBreak;
}

/** What the corpus says of its text, as comments: a reconstructed text must not pass for the official one. */
function provenanceLines({ file: { note } }: Corpus): string[] {
  return note
    ? note.value
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map((line) => `# 要求原文的来源：${line}`)
    : [];
}

function sectionLines({ level, title, sections, items }: Section, indent: string): string[] {
  const inner = `${indent}    `;
  return [
    `${indent}- 名称: ${textInYaml(title?.value.trim() ?? '')}`,
    ...(sections.length > 0
      ? [`${indent}  二级指标:`, ...sections.flatMap((section) => sectionLines(section, inner))]
      : []),
    ...(items.length > 0 || level === 2 ? [`${indent}  三级指标:`] : []),
    ...items.flatMap((item) => itemLines(item, inner, true)),
  ];
}

function itemLines({ number, name, content }: Indicator, indent: string, withUnits: boolean): string[] {
  if (!number || !content) return [];
  return [
    `${indent}- 序号: ${number.value}`,
    ...(name ? [`${indent}  名称: ${textInYaml(name.value.trim())}`] : []),
    `${indent}  内容: ${textInYaml(content.value.trim())}`,
    ...(withUnits ? [`${indent}  责任单位: []`] : []),
  ];
}

function extraLines({ file }: Corpus): string[] {
  const extras = file.extras.filter(({ items }) => items.length > 0);
  if (extras.length === 0) return [];
  return [
    '',
    '附加项:',
    ...extras.flatMap(({ key, limit, items }) =>
      limit
        ? [
            `  ${key}:`,
            `    上限: ${limit.value}`,
            '    条目:',
            ...items.flatMap((item) => itemLines(item, '      ', false)),
          ]
        : [`  ${key}:`, ...items.flatMap((item) => itemLines(item, '    ', false))],
    ),
  ];
}
