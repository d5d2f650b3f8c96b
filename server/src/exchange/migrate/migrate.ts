import { normalizeTitle } from '../../domain/heading';
import { answersTo, type Corpus } from '../../model/corpus';
import type { Extra, Indicator, IndicatorFile, Section } from '../../model/types';
import { textInYaml } from '../../service/completion/yaml-text';
import type { Checked } from '../../workspace/project';
import { type Chunk, chunksOf, rows } from './chunks';
import { comment, quotedRow } from './comment';
import { groupLines } from './groups';
import { itemLines } from './item';
import { type Job, labelOf, linesOfItem, startJob } from './job';
import { sum } from './parts';
import { rowsOf } from './report';
import type { Migration, Refusal } from './types';

export interface MigrateOptions {
  /** As it is to stand under 单位名录 where the new file stands in another folder. */
  readonly registryPath?: string;
}

/** Keys that hold only other keys; a line of one says nothing that the new file would not say. */
const FRAME =
  /^\s*(?:-\s+)?(?:[一二三]级指标|附加项|加分项|否决项|扣分项|上限|条目|合并报送|依据|指标总数|编号)\s*:[^#]*$/;
const MODELINE = /^#\s*yaml-language-server:/;

/**
 * Moves an indicator file to another edition: its texts and order, with what the county had decided of each item (units,
 * deadlines, evidence, scores, reasons, remarks, comments). What has no place there stands at the end as comments.
 * @param checked the file with the edition that it follows
 * @param next the edition to move to
 */
export function migrate(checked: Checked, next: Corpus, options: MigrateOptions = {}): Migration | Refusal {
  const { document } = checked;
  const file = document.model as IndicatorFile;
  const root = file.root && chunksOf(document.lines, file.root);
  if (document.kind !== 'zhibiao' || !root) return 'unreadable';
  if (followsAlready(checked, file, next)) return 'same-edition';
  const job = startJob(checked, file, next);
  const lineBreak = /\r\n|\r|\n/.exec(document.lines.text)?.[0] ?? '\n';
  const groups = groupLines(job);
  const body = rootLines(job, root.chunks, groups.lines, options);
  job.remainder.settle({ start: 0, end: root.lines.start });
  settleTitles(job);
  keepRest(job);
  const header = headerLines(job, root.lines.start);
  const text = [...header, ...body.lines, ...tailLines(job), ''].join(lineBreak);
  return {
    text,
    from: { name: job.old?.name ?? file.basis?.value.trim() ?? '', shortName: job.old ? shortName(job.old) : '原文件' },
    to: { name: next.name, shortName: shortName(next) },
    rows: rowsOf(job),
    notes: [...groups.notes, ...body.notes],
    doubts: text.match(/^[ \t]*# 待核：/gm)?.length ?? 0,
  };
}

/** The shortest of its names: 2021年版. */
function shortName({ name, names }: Corpus): string {
  return names.reduce((shortest, other) => (other.length < shortest.length ? other : shortest), name);
}

function followsAlready({ surroundings }: Checked, { basis }: IndicatorFile, next: Corpus): boolean {
  return surroundings.corpus === next || surroundings.corpus?.uri === next.uri || answersTo(next, basis?.value ?? '');
}

function headerLines({ lines, old, next, file }: Job, end: number): string[] {
  const all = rows(lines, { start: 0, end }, []);
  const own = comment(
    `由「${old?.name ?? file.basis?.value ?? '没有写明依据的文件'}」换用「${next.name}」：须核对的地方标有「待核」，没有搬到正文的内容附在文末`,
  );
  const issued = file.documentNumber || file.issued || file.year || file.period;
  const dates = issued ? [comment('待核：文号、印发日期、年度、创建周期照原文件，新文件印发时请改')] : [];
  const at = all[0] !== undefined && MODELINE.test(all[0]) ? 1 : 0;
  return [...all.slice(0, at), own, ...dates, ...all.slice(at)];
}

/** The keys of the file in their order, those of the edition made anew. */
function rootLines(job: Job, chunks: readonly Chunk[], groups: readonly string[], { registryPath }: MigrateOptions) {
  const { next, remainder } = job;
  const notes: string[] = [];
  const lines: string[] = [];
  const keys = new Set(chunks.map(({ key }) => key));
  const numbering = next.file.numbering === 'by-parent' ? ['编号: 分级'] : [];
  const basis = `依据: ${textInYaml(next.name)}`;
  const made: Readonly<Record<string, () => readonly string[]>> = {
    依据: () => [basis, ...(keys.has('编号') ? [] : numbering)],
    编号: () => numbering,
    指标总数: () => {
      notes.push(`去掉「指标总数」，改按「${next.name}」的${next.total}项计`);
      return [];
    },
    一级指标: () => [
      ...(keys.has('依据') ? [] : [basis, ...(keys.has('编号') ? [] : numbering)]),
      ...sectionsOf(job),
      ...(keys.has('附加项') ? [] : extrasOf(job)),
    ],
    附加项: () => extrasOf(job),
    合并报送: () => (groups.length > 0 ? ['合并报送:', ...indented(groups, 2)] : []),
  };
  for (const chunk of chunks) {
    const make = made[chunk.key];
    if (chunk.gap) lines.push('');
    if (make) {
      lines.push(...chunk.comments, ...make());
      // The lines inside are accounted for one by one.
      remainder.settle(chunk.value?.kind === 'scalar' ? chunk.at : { start: chunk.at.start, end: chunk.keyLine });
      continue;
    }
    if (chunk.shared) continue;
    remainder.settle(chunk.at);
    lines.push(...changed(job, chunk, registryPath, notes));
  }
  if (!keys.has('一级指标')) lines.push(...(made.一级指标?.() ?? []));
  return { lines, notes };
}

function changed({ file, counterparts }: Job, chunk: Chunk, registryPath: string | undefined, notes: string[]) {
  if (chunk.key === '单位名录' && registryPath !== undefined && file.registryPath) {
    return [
      ...chunk.comments,
      `单位名录: ${/^[\w./-]+$/.test(registryPath) ? registryPath : JSON.stringify(registryPath)}`,
    ];
  }
  if (chunk.key === '总分' && file.totalScore) {
    const scores = file.items
      .filter((item) => counterparts.from(item).length > 0)
      .flatMap(({ score }) => score?.value ?? []);
    const total = file.totalScore.value;
    if (scores.length === 0 || sum(scores) === total) return chunk.lines;
    notes.push(`搬过来的「分值」合计${sum(scores)}分，与「总分」${total}分不符，「总分」改为注释`);
    return [comment(`待核：搬过来的分值合计${sum(scores)}分，调整后再写「总分: ${total}」`)];
  }
  return chunk.lines;
}

function sectionsOf(job: Job): string[] {
  return ['一级指标:', ...job.next.file.sections.flatMap((section) => indented(sectionLines(job, section), 2))];
}

function sectionLines(job: Job, { level, title, sections, items }: Section): string[] {
  const inner = sections.flatMap((section) => sectionLines(job, section));
  const own = items.flatMap((item) => (isWanted(job, item) ? itemLines(job, item, true) : []));
  // An extract has only the sections that it has something of.
  if (job.file.isExtract && inner.length + own.length === 0) return [];
  return [
    `- 名称: ${textInYaml(title?.value.trim() ?? '')}`,
    ...(inner.length > 0 ? ['  二级指标:', ...indented(inner, 4)] : []),
    ...(own.length > 0 || level === 2 ? ['  三级指标:', ...indented(own, 4)] : []),
  ];
}

function isWanted({ file, counterparts }: Job, target: Indicator): boolean {
  return !file.isExtract || counterparts.to(target).length > 0;
}

function extrasOf(job: Job): string[] {
  const extras = job.next.file.extras
    .map((extra) => ({ ...extra, items: extra.items.filter((item) => isWanted(job, item)) }))
    .filter(({ items }) => items.length > 0);
  return extras.length > 0 ? ['附加项:', ...extras.flatMap((extra) => indented(extraLines(job, extra), 2))] : [];
}

function extraLines(job: Job, { key, limit: central, items }: Extra): string[] {
  const own = job.file.extras.find((extra) => extra.key === key);
  const limit = own?.limit ?? central;
  const withUnits = own?.items.some(({ units }) => units.length > 0) ?? false;
  const lines = items.flatMap((item) => itemLines(job, item, withUnits));
  return limit
    ? [`${key}:`, `  上限: ${limit.value}`, '  条目:', ...indented(lines, 4)]
    : [`${key}:`, ...indented(lines, 2)];
}

/** Titles are the edition's; one that the county had made itself is kept. */
function settleTitles({ file, lines, old, next, remainder }: Job): void {
  const editions = [old, next].flatMap((corpus) => (corpus ? sectionsIn(corpus.file) : []));
  const known = new Set(editions.map(titleOf));
  for (const section of sectionsIn(file)) {
    if (!section.title || !known.has(titleOf(section))) continue;
    const { start, end } = section.title.node.place;
    const rest = lines.text.slice(end, lines.lineSpan(lines.lineAt(end)).end);
    if (!rest.includes('#')) remainder.settle({ start: lines.lineAt(start), end: lines.lineAt(end) + 1 });
  }
}

function titleOf({ title }: Section): string {
  return normalizeTitle(title?.value ?? '');
}

function sectionsIn({ sections }: IndicatorFile): Section[] {
  return sections.flatMap((section) => [section, ...section.sections]);
}

/** Sends to the end what has no counterpart, and whatever nobody has accounted for. */
function keepRest(job: Job): void {
  const { file, lines, counterparts, remainder } = job;
  for (const item of [...file.items, ...file.extras.flatMap(({ items }) => items)]) {
    const span = linesOfItem(job, item);
    if (counterparts.from(item).length === 0) {
      const why = item.corresponds?.none ? '是本地增加的，没有搬到正文' : '没有对应';
      remainder.keep(`原${labelOf(item)}${why}`, span);
    } else if (!job.chunks(item) && /(?:^|\s)#/.test(rows(lines, span, []).join('\n'))) {
      remainder.keep(`原${labelOf(item)}带有注释，原样附上`, span);
    } else remainder.settle(span);
  }
  remainder.keepUnsettled('原文件中的其他内容', (row) => FRAME.test(row));
}

function tailLines({ remainder }: Job): string[] {
  if (remainder.kept.length === 0) return [];
  const parts = remainder.kept.flatMap(({ heading, rows: kept }) => [
    '#',
    comment(`${heading}：`),
    ...kept.map(quotedRow),
  ]);
  return ['', comment('以下内容没有搬到正文，处理完请删去'), ...parts];
}

function indented(lines: readonly string[], by: number): string[] {
  return lines.map((row) => (row === '' ? row : ' '.repeat(by) + row));
}
