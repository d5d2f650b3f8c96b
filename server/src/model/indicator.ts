import { parseDeadline } from '../domain/deadline';
import { attached } from '../text/attached';
import { child, type Node } from '../yaml/nodes';
import { UNIT_KEYS, type UnitKey } from './keys';
import { asText, defined, headOf, items, keySpan, number, text, texts } from './read';
import { collectTexts } from './texts';
import type { DeadlineEntry, ExtraKey, Indicator, Leaf, Section, UnitList, UnitRef } from './types';

/** What the items of one version of a file are read with. */
export interface Reading {
  /** 年度: the year of a deadline without one. */
  readonly year: number | undefined;
}

interface Known {
  item: Indicator;
  /** The latest one that the item is part of. */
  reading: Reading;
}

const known = attached<Node, Known>();

/**
 * Reads one 三级指标 or one entry of 附加项. What an earlier version of the file had is taken over: the same node gives the same
 * object, which now belongs to this version.
 * @param home the section that it stands under, or the list of 附加项
 */
export function readIndicator(node: Node, reading: Reading, home: Section | ExtraKey): Indicator {
  const earlier = known.get(node);
  const extra = typeof home === 'string' ? home : undefined;
  // A node that stands in two places (a YAML alias) is an item in each.
  if (earlier && earlier.reading === reading) return makeIndicator(node, reading, home);
  if (earlier && earlier.reading.year === reading.year && earlier.item.extra === extra) {
    earlier.reading = reading;
    if (typeof home !== 'string') (earlier.item as { section: Section }).section = home;
    return earlier.item;
  }
  const item = makeIndicator(node, reading, home);
  known.set(node, { item, reading });
  return item;
}

function makeIndicator(node: Node, { year }: Reading, home: Section | ExtraKey): Indicator {
  const place = typeof home === 'string' ? { extra: home } : { section: home };
  const head = headOf(node);
  if (node.kind !== 'mapping') {
    const serial = damagedNumber(node);
    return {
      damaged: true,
      node,
      head,
      units: [],
      deadlines: [],
      evidence: [],
      variants: [],
      texts: collectTexts(node),
      ...place,
      ...(serial && { number: serial }),
    };
  }
  const optional = {
    number: number(node, '序号'),
    name: text(node, '名称'),
    content: text(node, '内容'),
    score: number(node, '分值'),
    corresponds: readCorrespondence(child(node, '对应')),
    formerly: readCorrespondence(child(node, '前版')),
    reason: text(node, '说明'),
    remark: text(node, '备注'),
    source: text(node, '出处'),
    certainty: text(node, '校勘'),
  };
  return {
    damaged: false,
    node,
    head,
    units: UNIT_KEYS.flatMap((role) => readUnits(node, role) ?? []),
    deadlines: readDeadlines(child(node, '完成时限'), year),
    evidence: texts(child(node, '报送资料')),
    variants: items(child(node, '异文')).flatMap((entry) => text(entry, '文字') ?? asText(entry) ?? []),
    texts: collectTexts(node),
    ...place,
    ...defined(optional),
  };
}

/** A damaged entry still has its number, as a rule: then its neighbours need not be said to skip one. */
function damagedNumber(node: Node): Leaf<number> | undefined {
  if (node.kind !== 'damaged') return undefined;
  const serial = /(?:序号|编号)\s*[:：]\s*["']?(\d{1,6})/.exec(node.raw);
  if (!serial?.[1]) return undefined;
  const end = serial.index + serial[0].length - (node.raw.length - node.raw.trimStart().length);
  const place = node.place.slice(end - serial[1].length, end);
  const value = Number(serial[1]);
  return { value, node: { kind: 'scalar', place, value, style: 'plain', raw: serial[1] } };
}

function readUnits(node: Node, role: UnitKey): UnitList | undefined {
  const value = child(node, role);
  const key = keySpan(node, role);
  if (!value || !key || value.kind === 'damaged') return undefined;
  const units: UnitRef[] = [];
  const style = value.kind === 'sequence' ? (value.flow ? 'flow' : 'block') : 'single';
  const list: UnitList = { role, key, node: value, style, units };
  for (const leaf of texts(value)) units.push({ ...leaf, list });
  return list;
}

/** One deadline, or a list of milestones. */
export function readDeadlines(node: Node | null | undefined, year: number | undefined): DeadlineEntry[] {
  const parts = node?.kind === 'sequence' ? node.items : [node];
  return parts.flatMap((part) => {
    const leaf = asText(part) ?? text(part, '时间');
    if (!leaf) return [];
    const task = text(part, '任务');
    return [{ text: leaf, reading: parseDeadline(leaf.value, year), ...(task && { task }) }];
  });
}

function readCorrespondence(node: Node | null | undefined): Indicator['corresponds'] {
  if (!node) return undefined;
  const parts = texts(node).map((leaf) => leaf.value);
  const numbers = parts.map(Number).filter((value) => Number.isInteger(value) && value > 0);
  return { numbers, none: parts.includes('无'), node };
}
