import type { Indicator } from '../../model/types';
import { escapeMarkdown } from '../../service/markdown';
import type { Job } from './job';
import { shortText } from './parts';
import type { Kind, Migration, Row } from './types';

export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  identical: '未变',
  revised: '修订',
  partial: '部分对应',
  split: '拆分',
  merged: '合并',
  dropped: '没有对应',
  local: '本地增加',
  new: '新增',
};

/** What became of each item, for the report. */
export function rowsOf(job: Job): Row[] {
  const { file, next, counterparts } = job;
  const sources = [...file.items, ...file.extras.flatMap(({ items }) => items)];
  const targets = [...next.file.items, ...next.file.extras.flatMap(({ items }) => items)];
  const isNew = (target: Indicator) => counterparts.to(target).length === 0;
  return [
    ...sources.map((source) => ({
      from: serial(source),
      to: counterparts.from(source).map(({ target }) => serial(target)),
      kind: counterparts.kindOf(source),
      text: shortText(source),
      notes: job.notesOn(source),
    })),
    ...(file.isExtract ? [] : targets.filter(isNew)).map((target) => ({
      to: [serial(target)],
      kind: 'new' as const,
      text: shortText(target),
      notes: [],
    })),
  ];
}

function serial({ number, extra }: Indicator): string {
  return `${extra ?? ''}${number?.value ?? '？'}`;
}

/** So many of each kind, in words: 未变21项，修订40项. */
export function countsOf({ rows }: Migration): string {
  const kinds = Object.keys(KIND_WORDS) as Kind[];
  return kinds
    .map((kind) => [KIND_WORDS[kind], rows.filter((row) => row.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word}${count}项`)
    .join('，');
}

/** The report as a Markdown document. */
export function migrationReport(migration: Migration): string {
  const { from, to, rows, notes, doubts } = migration;
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  return [
    '# 换版对照表',
    '',
    `${escapeMarkdown(from.name || '没有写明依据')} → ${escapeMarkdown(to.name)}`,
    '',
    `${countsOf(migration)}。文中标有「待核」的${doubts}处。`,
    ...(notes.length > 0 ? ['', ...notes.map((note) => `- ${escapeMarkdown(note)}`)] : []),
    '',
    line([`${from.shortName}序号`, `${to.shortName}序号`, '类别', '内容', '说明']),
    '|---|---|---|---|---|',
    ...rows.map((row) =>
      line([row.from ?? '—', row.to.join('、') || '—', KIND_WORDS[row.kind], row.text, row.notes.join('；')]),
    ),
    '',
  ].join('\n');
}
