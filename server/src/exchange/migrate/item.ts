import type { Indicator } from '../../model/types';
import { textInYaml } from '../../service/completion/yaml-text';
import { oneLine } from '../../service/one-line';
import { comment, isSuppression } from './comment';
import { isSameText, REVISED } from './counterparts';
import { type Job, labelOf } from './job';
import { joined, partsOf } from './parts';
import type { Link } from './types';

/**
 * An item of the new edition with what the old file's items bring along, as lines without indentation.
 * @param asksForUnits an item that nothing leads to gets an empty 责任单位, for the drafter to fill in
 */
export function itemLines(job: Job, target: Indicator, asksForUnits: boolean): string[] {
  if (!target.number || !target.content) return [];
  const links = job.counterparts.to(target);
  const text = contentOf(job, target, links);
  const body = joined(
    job,
    links.flatMap((link) => carried(job, link)),
  );
  const name = target.name ?? nameOf(links);
  const keys = [
    `序号: ${target.number.value}`,
    ...(name ? [`名称: ${textInYaml(oneLine(name.value, Number.POSITIVE_INFINITY))}`] : []),
    ...text.lines,
    ...body,
    ...(asksForUnits && !body.some((row) => /^(?:牵头|责任)单位:/.test(row)) ? ['责任单位: []'] : []),
  ];
  return [...commentsOf(job, links), ...text.comments, ...keys.map((row, index) => dashed(row, index === 0))];
}

function dashed(row: string, isFirst: boolean): string {
  if (row === '') return row;
  return isFirst ? `- ${row}` : `  ${row}`;
}

/** A score that is divided between two items is for people to divide; until then the first one has it. */
function carried(job: Job, { source, target }: Link) {
  const [first] = job.counterparts.from(source);
  const parts = partsOf(job, source);
  return first?.target === target ? parts : parts.filter(({ key }) => key !== '分值');
}

function nameOf(links: readonly Link[]): Indicator['name'] {
  const [link, ...more] = links;
  return link && more.length === 0 ? link.source.name : undefined;
}

function contentOf(
  job: Job,
  target: Indicator,
  links: readonly Link[],
): { comments: string[]; lines: readonly string[] } {
  const [link, ...more] = links;
  // Where the editions agree, the county's own text is as good as it was.
  if (link && more.length === 0 && isSameText(link) && link.source.content) {
    const chunk = job.chunks(link.source)?.chunks.find(({ key }) => key === '内容');
    const text = job.renumbered.value(link.source.content);
    return { comments: [], lines: chunk?.lines ?? [`内容: ${textInYaml(oneLine(text, Number.POSITIVE_INFINITY))}`] };
  }
  let text = target.content?.value.trim() ?? '';
  const comments: string[] = [];
  for (const { source, base } of links) {
    const adapted = job.adapt(source, base, text);
    text = adapted.text;
    if (source.content) comments.push(comment(`原${labelOf(source)}内容：${source.content.value}`));
    if (adapted.applied.length > 0) {
      comments.push(comment(`照原${labelOf(source)}：${adapted.applied.join('；')}`));
      job.note(source, `照原文${adapted.applied.join('；')}`);
    }
    if (adapted.open.length > 0) {
      comments.push(comment(`待核：原${labelOf(source)}对上级原文另有改动，没有照搬：${adapted.open.join('；')}`));
      job.note(source, `原有改动没有照搬：${adapted.open.join('；')}`);
    }
  }
  return { comments, lines: [`内容: ${textInYaml(text)}`] };
}

/** What a person has to look at, and the comments that the old items had. */
function commentsOf(job: Job, links: readonly Link[]): string[] {
  const found = links.flatMap(({ source }) => ownComments(job, source));
  return [...[...new Set(links.flatMap((link) => doubtsOf(job, link)))].map(comment), ...found];
}

function doubtsOf(job: Job, { source, target, certain, likeness }: Link): string[] {
  const { counterparts, renumbered } = job;
  const all = counterparts.from(source);
  const sources = counterparts.to(target);
  const doubts: string[] = [];
  const targets = all.map((link) => link.target.number?.value ?? '').join('、');
  if (!certain) doubts.push(`待核：只凭文字相近认为本项由原${labelOf(source)}而来`);
  if (all.length > 1) doubts.push(`待核：原${labelOf(source)}拆入第${targets}项，单位、时限、资料各处照抄，请分清`);
  if (sources.length > 1) {
    doubts.push(
      `待核：本项由原${sources.map((link) => labelOf(link.source)).join('、')}合并，单位、资料合在一起，请核对`,
    );
  } else if (all.length === 1 && likeness < REVISED) {
    doubts.push(`待核：本项与原${labelOf(source)}只有部分内容相同，单位、时限、资料是否仍然适用`);
  }
  const lost = [source.content, ...source.evidence, source.remark, source.reason].flatMap((text) =>
    text ? renumbered.lost(text) : [],
  );
  if (lost.length > 0) doubts.push(`待核：引用的「${lost.join('」「')}」在新版中没有一一对应，已标明「旧版」`);
  for (const doubt of doubts) if (!job.notesOn(source).includes(doubt.slice(3))) job.note(source, doubt.slice(3));
  return doubts;
}

/** Comments of the keys that the new edition replaces. Those that silence a rule were about the old text. */
function ownComments(job: Job, source: Indicator): string[] {
  const found = job.chunks(source);
  if (!found) return [];
  const isKept = (key: string) => key === '内容' && job.counterparts.from(source).every(isSameText);
  const replaced = found.chunks.filter(({ key }) => ['序号', '名称', '内容', '对应'].includes(key) && !isKept(key));
  const all = [...found.above, ...replaced.flatMap(({ comments }) => comments), ...found.below];
  const dropped = all.filter(isSuppression);
  if (dropped.length > 0) job.note(source, `没有搬的忽略注释：${[...new Set(dropped)].join('；')}`);
  return all.filter((row) => row !== '' && !isSuppression(row));
}
