import type { IndicatorFile, Section } from '../../server/src/model/types';
import type { Random } from './random';
import { type Unit, unitsOf } from './units';

export type Role = '牵头单位' | '责任单位' | '配合单位';

export interface Milestone {
  readonly 时间: string;
  readonly 任务: string;
}

export interface CountyItem {
  number: number;
  readonly content: string;
  readonly units: readonly { readonly role: Role; readonly names: readonly string[] }[];
  deadline?: string | readonly Milestone[];
  readonly evidence?: string | readonly string[];
  readonly remark?: string;
  readonly score?: number;
  /** Number in the corpus. */
  readonly source: number;
}

export interface CountyHeading {
  readonly level: 1 | 2;
  readonly title: string;
}

export interface CountyGroup {
  readonly from: number;
  readonly to: number;
  readonly evidence: readonly string[];
}

/** A made-up county file, before it is written as YAML. */
export interface County {
  readonly shape: Shape;
  readonly name: string;
  readonly level: '县' | '区';
  readonly units: readonly Unit[];
  /** Those that the items may name; the rest is left for faults. */
  readonly inUse: readonly string[];
  readonly head: readonly (readonly [key: string, value: string])[];
  /** Headings and items in the order of the file. */
  readonly body: readonly (CountyHeading | CountyItem)[];
  readonly additions: readonly CountyItem[];
  readonly vetoes: readonly CountyItem[];
  readonly groups: readonly CountyGroup[];
}

/** whole: every item of a corpus · extract: some of them · by-parent: numbers restart · free: bound to no corpus · scored: the same with 分值 */
export const SHAPES = ['whole', 'extract', 'by-parent', 'free', 'scored'] as const;
export type Shape = (typeof SHAPES)[number];

const COUNTIES = ['云台县', '南屏县', '石桥区', '青石区', '望川县'];
const EVIDENCE = [
  '请提供2020年以来本级政府清理变相设置行政许可事项工作的情况说明。',
  '请提供本级政府部门权责清单的公开方式及网址。',
  '提供相关资料、实地核查',
  '除档案资料外，提供涉及各类市场主体准入的现行有效的行政规范性文件目录清单。',
  '请提供2019年以来本级政府在重要制度建设中对争议较大的事项开展协调决策的情况说明（举3个以上例子）。',
  '请提供本级政府及其部门行政执法人员培训的情况说明，任选3-5份材料。',
  '提供网址：http://www.example.gov.cn/fzzf/',
  '请提供本地区乡镇、村（居）委会中人民调解组织建设的情况说明。',
];
const REMARKS = ['按季度调度。', '见附件2第3项。', '参照省里的办法（晋政办发〔2020〕8号）执行。'];
const DEADLINES = [
  '5月31日前',
  '6月15日前',
  '7月底前',
  '9月上旬前',
  '年底前',
  '第三季度末前',
  '下半年',
  '2022年3月20日前',
  '2021-11-10',
  '2021年10月8日至10月20日',
  '每年12月10日前',
  '每季度末',
  '每月28日前',
  '长期坚持',
];

/** A file that a careful drafter would have issued. @param corpus the central text that it copies */
export function createCounty(random: Random, shape: Shape, corpus: IndicatorFile): County {
  const name = random.pick(COUNTIES);
  const level = name.endsWith('县') ? '县' : '区';
  const units = unitsOf(name, level);
  const open = units.filter(({ category, closed, host }) => !closed && !host && category !== '集合');
  const inUse = random.shuffle(open.map((unit) => unit.name)).slice(0, 16);
  const partial = shape === 'extract' ? 0.4 : shape === 'free' || shape === 'scored' ? 0.25 : 1;
  const bound = shape === 'whole' || shape === 'extract' || shape === 'by-parent';
  const body = bodyOf(random, corpus, { shape, partial, inUse });
  const items = body.filter(isItem);
  const groups = shape === 'by-parent' ? [] : groupsOf(random, items);
  for (const { from, to } of groups) {
    const members = items.filter(({ number }) => number >= from && number <= to);
    const shared = members.flatMap(({ content }) => earlyEnough(content) ?? [])[0] ?? random.pick(DEADLINES);
    for (const member of members) member.deadline = shared;
  }
  const extra = (content: string, index: number): CountyItem => ({
    number: index + 1,
    content,
    units: [{ role: '责任单位', names: [random.pick(inUse)] }],
    source: 0,
  });
  const extras = (key: string) =>
    corpus.extras
      .filter((one) => one.key === key)
      .flatMap((one) => one.items.flatMap(({ content }) => content?.value ?? []));
  const title = random.pick(['法治政府建设示范创建指标任务分解表', '法治政府建设指标责任分工']);
  return {
    shape,
    name,
    level,
    units,
    inUse,
    head: [
      ['标题', `${name}${title}`],
      ['县区', name],
      ['文号', `${name.charAt(0)}办发〔2021〕${1 + random.below(60)}号`],
      ['印发机关', `中共${name}委办公室 ${name}人民政府办公室`],
      ['印发日期', '2021-03-10'],
      ['年度', '2021'],
      ['创建周期', '{ 起: 2021-03-10, 止: 2022-12-31 }'],
      ['依据', bound ? (corpus.names[0]?.value ?? '无') : '无'],
      ...(shape === 'extract' ? [['节选', 'true'] as const] : []),
      ...(shape === 'by-parent' ? [['编号', '分级'] as const] : []),
      ...(shape === 'free' || (shape === 'whole' && random.chance(0.5))
        ? [['指标总数', String(items.length)] as const]
        : []),
      ...(shape === 'scored' ? [['总分', String(items.reduce((sum, { score = 0 }) => sum + score, 0))] as const] : []),
    ],
    body,
    additions: extras('加分项').map(extra),
    vetoes: extras('否决项').map(extra),
    groups,
  };
}

export function isItem(part: CountyHeading | CountyItem): part is CountyItem {
  return 'number' in part;
}

interface Plan {
  readonly shape: Shape;
  /** Share of the items that are taken over. */
  readonly partial: number;
  readonly inUse: readonly string[];
}

function bodyOf(random: Random, corpus: IndicatorFile, { shape, partial, inUse }: Plan): County['body'] {
  const body: (CountyHeading | CountyItem)[] = [];
  let count = 0;
  const visit = (section: Section, serial: number): void => {
    const at = body.length;
    body.push({ level: section.level, title: section.title?.value ?? '' });
    let own = 0;
    for (const { content, number } of section.items) {
      if (!content || !number || !random.chance(partial)) continue;
      count++;
      own++;
      const place = shape === 'extract' ? number.value : shape === 'by-parent' ? own : count;
      body.push(itemOf(random, { number: place, source: number.value, content: content.value, inUse, shape }));
    }
    let children = 0;
    for (const child of section.sections) {
      const before = body.length;
      visit(child, children + 1);
      if (body.length > before) children++;
    }
    if (body.length === at + 1) body.length = at;
    else if (partial < 1 && shape !== 'extract')
      body[at] = { level: section.level, title: reserialised(section, serial) };
  };
  let serial = 0;
  for (const section of corpus.sections) {
    const before = body.length;
    visit(section, serial + 1);
    if (body.length > before) serial++;
  }
  return body;
}

/** A title with another serial in the style of its own. */
function reserialised(section: Section, serial: number): string {
  const title = section.title?.value ?? '';
  return section.level === 1
    ? title.replace(/^[一二三四五六七八九十]+、/, `${'一二三四五六七八九十'.charAt(serial - 1)}、`)
    : title.replace(/^\d+/, String(serial));
}

function itemOf(
  random: Random,
  { number, source, content, inUse, shape }: Pick<CountyItem, 'number' | 'source' | 'content'> & ItemPlan,
): CountyItem {
  const names = random.shuffle(inUse);
  const lead = names.splice(0, 1 + random.below(2));
  const answer = names.splice(0, 1 + random.below(4));
  if (random.chance(0.15)) answer.push(random.pick(['各乡镇', '各行政执法单位']));
  const help = names.splice(0, 1 + random.below(2));
  const deadline = earlyEnough(content) ?? deadlineOf(random);
  return {
    number,
    source,
    content,
    units: [
      ...(random.chance(0.6) ? [{ role: '牵头单位' as const, names: lead }] : []),
      { role: '责任单位', names: answer },
      ...(random.chance(0.2) ? [{ role: '配合单位' as const, names: help }] : []),
    ],
    ...(random.chance(0.85) && { deadline }),
    ...(random.chance(0.7) && {
      evidence: random.chance(0.25) ? random.shuffle(EVIDENCE).slice(0, 2) : random.pick(EVIDENCE),
    }),
    ...(random.chance(0.15) && { remark: random.pick(REMARKS) }),
    ...(shape === 'scored' && { score: random.pick([1, 2, 3, 0.5]) }),
  };
}

interface ItemPlan {
  readonly inUse: readonly string[];
  readonly shape: Shape;
}

function deadlineOf(random: Random): string | readonly Milestone[] {
  if (!random.chance(0.08)) return random.pick(DEADLINES);
  return [
    { 时间: '4月15日前', 任务: '制定方案' },
    { 时间: '10月底前', 任务: '组织实施' },
    { 时间: '12月20日前', 任务: '总结上报' },
  ];
}

/** A deadline before the dates that a text of the corpus sets; undefined for a text without any. */
function earlyEnough(content: string): string | undefined {
  if (/2021年/.test(content)) return '2021年9月10日前';
  return /\d月|年底|季度|\d{4}年|半年/.test(content) ? '2022年1月15日前' : undefined;
}

/** Three neighbours that share their evidence, in each third of the file. */
function groupsOf(random: Random, items: readonly CountyItem[]): CountyGroup[] {
  const [first, last] = [items[0], items.at(-1)];
  if (!first || !last || items.length < 20) return [];
  const groups: CountyGroup[] = [];
  for (const third of [0, 1, 2]) {
    const at = Math.floor((third * items.length) / 3) + random.below(4);
    const members = items.slice(at, at + 3);
    const [from, to] = [members[0]?.number, members.at(-1)?.number];
    if (from === undefined || to === undefined || to - from !== 2) continue;
    groups.push({
      from,
      to,
      evidence: [`请合并提供下列材料：第${from}项至第${to}项工作开展情况的说明。`, '该三项指标的工作台账。'],
    });
  }
  return groups;
}
