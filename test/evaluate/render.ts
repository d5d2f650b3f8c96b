import type { Span } from '../../server/src/text/span';
import { type County, type CountyItem, isItem, type Role } from './county';
import type { Random } from './random';
import { unitLines } from './units';

/** How a file is written; drafters and their tools differ. */
export interface Style {
  readonly lineBreak: '\n' | '\r\n';
  readonly byteOrderMark: boolean;
  readonly units: 'flow' | 'block' | 'mixed';
  readonly texts: 'plain' | 'mixed';
  readonly comments: boolean;
  readonly blankLines: boolean;
  /** Blanks before the dash of a list, counted from its key. */
  readonly dash: 0 | 2;
  readonly inlineRegistry: boolean;
  /** 加分项 and 否决项 in one line each. */
  readonly flowExtras: boolean;
}

export function randomStyle(random: Random): Style {
  return {
    lineBreak: random.chance(0.25) ? '\r\n' : '\n',
    byteOrderMark: random.chance(0.1),
    units: random.pick(['flow', 'flow', 'block', 'mixed']),
    texts: random.pick(['plain', 'mixed']),
    comments: random.chance(0.5),
    blankLines: random.chance(0.2),
    dash: random.chance(0.25) ? 0 : 2,
    inlineRegistry: random.chance(0.2),
    flowExtras: random.chance(0.2),
  };
}

/** A key with its value. */
export interface Entry {
  /** Its lines with the last line break. */
  readonly lines: Span;
  readonly key: Span;
  /** The value without quotes; for a text of several parts the first. */
  readonly value: Span;
}

export interface UnitPlace {
  readonly name: string;
  readonly role: Role;
  readonly span: Span;
  readonly style: 'flow' | 'block';
}

export interface ItemPlace {
  readonly item: CountyItem;
  readonly kind: 'item' | '加分项' | '否决项';
  /** Its lines with the last line break. */
  readonly lines: Span;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly units: readonly UnitPlace[];
  /** How 内容 is written. */
  readonly quoting: Quoting;
  /** Index of the nearest heading above. */
  readonly heading: number;
}

export interface HeadingPlace {
  readonly level: 1 | 2;
  readonly title: string;
  /** The title. */
  readonly value: Span;
  /** Its line and that of the list below it. */
  readonly lines: Span;
  readonly parent: number;
}

export interface GroupPlace {
  readonly from: number;
  readonly to: number;
  readonly target: Span;
  readonly evidence: readonly Span[];
}

export type Quoting = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** A clean file, and where everything stands in it. */
export interface Rendered {
  readonly text: string;
  readonly style: Style;
  readonly head: ReadonlyMap<string, Entry>;
  readonly items: readonly ItemPlace[];
  readonly headings: readonly HeadingPlace[];
  readonly groups: readonly GroupPlace[];
}

export function render(county: County, style: Style, random: Random): Rendered {
  const { lineBreak, dash } = style;
  let text = style.byteOrderMark ? '\uFEFF' : '';
  const put = (part: string): Span => {
    const start = text.length;
    text += part;
    return { start, end: text.length };
  };
  const line = (part = '') => put(part + lineBreak);
  const note = (comment: string) => (style.comments && random.chance(0.1) ? `  # ${comment}` : '');

  const entry = (pad: string, key: string, value: string, quoting: Quoting = 'plain'): Entry => {
    const start = text.length;
    put(pad);
    const keySpan = put(key);
    const quote = quoting === 'double' ? '"' : quoting === 'single' ? "'" : '';
    const block = quoting === 'literal' ? '|-' : quoting === 'folded' ? '>-' : undefined;
    put(block ? `: ${block}${lineBreak}${' '.repeat(keySpan.start - start + 2)}` : `: ${quote}`);
    const valueSpan = put(value);
    line(block ? '' : quote + note('待会签'));
    return { lines: { start, end: text.length }, key: keySpan, value: valueSpan };
  };

  const unitList = (pad: string, role: Role, names: readonly string[], places: UnitPlace[]): Entry => {
    const start = text.length;
    put(pad);
    const key = put(role);
    const flow = style.units === 'flow' || (style.units === 'mixed' && random.chance(0.5));
    const one = flow && names.length === 1 && random.chance(0.3);
    put(one ? ': ' : flow ? ': [' : `:${lineBreak}`);
    const from = text.length;
    for (const [i, name] of names.entries()) {
      if (!flow) put(`${' '.repeat(key.start - start + dash)}- `);
      const span = put(name);
      places.push({ name, role, span, style: flow ? 'flow' : 'block' });
      if (!flow) line();
      else if (i < names.length - 1) put(', ');
    }
    const value = { start: from, end: text.length };
    if (flow) line((one ? '' : ']') + note('已征求意见'));
    return { lines: { start, end: text.length }, key, value };
  };

  const headings: HeadingPlace[] = [];
  const items: ItemPlace[] = [];

  const writeItem = (item: CountyItem, column: number, kind: ItemPlace['kind']): void => {
    const start = text.length;
    const pad = ' '.repeat(column + 2);
    const entries = new Map<string, Entry>();
    const units: UnitPlace[] = [];
    entries.set('序号', entry(`${' '.repeat(column)}- `, '序号', String(item.number)));
    const quoting =
      style.texts === 'plain' ? 'plain' : random.pick(['plain', 'single', 'double', 'literal', 'folded'] as const);
    entries.set('内容', entry(pad, '内容', item.content, quoting));
    for (const { role, names } of item.units) entries.set(role, unitList(pad, role, names, units));
    if (typeof item.deadline === 'string') entries.set('完成时限', entry(pad, '完成时限', item.deadline));
    else if (item.deadline) {
      line(`${pad}完成时限:`);
      for (const { 时间, 任务 } of item.deadline) {
        line(`${pad}${' '.repeat(dash)}- { 时间: ${时间}, 任务: ${任务} }`);
      }
    }
    if (typeof item.evidence === 'string') {
      const quoted = style.texts === 'mixed' && random.chance(0.3) ? 'double' : 'plain';
      entries.set('报送资料', entry(pad, '报送资料', item.evidence, quoted));
    } else if (item.evidence) {
      line(`${pad}报送资料:`);
      for (const part of item.evidence) line(`${pad}${' '.repeat(dash)}- ${part}`);
    }
    if (item.score !== undefined) entries.set('分值', entry(pad, '分值', String(item.score)));
    if (item.remark) entries.set('备注', entry(pad, '备注', item.remark));
    items.push({
      item,
      kind,
      lines: { start, end: text.length },
      entries,
      units,
      quoting,
      heading: headings.length - 1,
    });
    if (style.blankLines) line();
  };

  if (style.comments) line('# 本表由领导小组办公室编制，征求意见后印发。');
  const head = new Map(county.head.map(([key, value]) => [key, entry('', key, value)] as const));
  if (style.inlineRegistry) {
    line('单位名录:');
    for (const part of unitLines(county.units)) line(' '.repeat(dash) + part);
  } else line('单位名录: ./w.danwei.yaml');
  line();
  line('一级指标:');

  let parent = -1;
  for (const [i, part] of county.body.entries()) {
    if (isItem(part)) {
      const depth = headings.at(-1)?.level ?? 1;
      if (style.comments && random.chance(0.03)) line(`${' '.repeat(depth * (2 + dash))}# 会议议定事项`);
      writeItem(part, depth * (2 + dash) + dash, 'item');
      continue;
    }
    const next = county.body[i + 1];
    const column = (part.level - 1) * (2 + dash) + dash;
    const start = text.length;
    put(`${' '.repeat(column)}- 名称: `);
    const value = put(part.title);
    line();
    line(`${' '.repeat(column + 2)}${next && !isItem(next) ? '二级指标' : '三级指标'}:`);
    if (part.level === 1) parent = headings.length;
    headings.push({ level: part.level, title: part.title, value, lines: { start, end: text.length }, parent });
  }

  if (county.additions.length + county.vetoes.length > 0) {
    line();
    line('附加项:');
    for (const [key, list] of [
      ['加分项', county.additions],
      ['否决项', county.vetoes],
    ] as const) {
      if (list.length === 0) continue;
      line(`  ${key}:`);
      for (const item of list) {
        if (!style.flowExtras) writeItem(item, 2 + dash, key);
        else
          line(
            `${' '.repeat(2 + dash)}- { 序号: ${item.number}, 内容: "${item.content}", 责任单位: [${item.units[0]?.names.join(', ')}] }`,
          );
      }
    }
  }

  const groups: GroupPlace[] = [];
  if (county.groups.length > 0) {
    line();
    line('合并报送:');
    for (const { from, to, evidence } of county.groups) {
      put(`${' '.repeat(dash)}- 指标: `);
      const target = put(`${from}-${to}`);
      line();
      line(`${' '.repeat(dash + 2)}资料:`);
      const spans = evidence.map((part) => {
        put(`${' '.repeat(2 * dash + 2)}- `);
        const span = put(part);
        line();
        return span;
      });
      groups.push({ from, to, target, evidence: spans });
    }
  }
  return { text, style, head, items, headings, groups };
}
