import { levelPrefix, looksLikeUnit } from '../../domain/unit';
import { splitUnits } from '../../domain/unit-split';
import type { Block } from '../source/types';
import type { DraftItem, DraftUnit } from './draft';

/** 类别 by what a name ends in or begins with, where that is certain; the first that fits counts. */
const CATEGORIES: readonly (readonly [string, RegExp])[] = [
  ['集合', /^各|各(?:单位|部门|乡镇|镇|街道|行政执法单位)$/],
  ['纪检监察', /纪委|监委/],
  ['司法机关', /(?:法院|检察院)$/],
  ['人大政协', /人大|政协/],
  ['群团', /(?:总工会|工商联|妇联|残联|文联|科协|侨联|团委|红十字会)$/],
  ['垂直管理', /^(?:国家|.{0,4}市).*(?:分局|税务局)$|^.?(?:税务局|气象局|公安分局|.{2,8}分局)$/],
  ['挂牌', /^[^（(]+[（(][^（）()]+(?:局|办|办公室|中心)[）)]$/],
  ['党委部门', /^(?:中共.*)?[^政]{0,6}委(?:办|组织部|宣传部|统战部|政法委|编办|党校|政研室|督查|督委|依法|全面依法)/],
  ['乡镇街道', /^[^各县区市]{1,5}(?:镇|乡|街道|街道办事处)$/],
  ['政府部门', /^[县区市](?:(?!委).{1,16}局|(?:人民)?政府(?:办|办公室)?)$/],
];

const ABBREVIATED = /([\p{Script=Han}]{4,30})[（(]以下(?:统一)?简称[：:“「"]?([\p{Script=Han}]{2,15})[”」"]?[）)]/gu;

/** Full names by the short ones that a text introduces: X（以下简称“Y”）. */
export function abbreviationsIn(blocks: readonly Block[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue;
    for (const [, full = '', short = ''] of block.text.matchAll(ABBREVIATED)) {
      if (looksLikeUnit(full) && looksLikeUnit(short)) found.set(short, full);
    }
  }
  return found;
}

/** The units that the items name, each once: what is run together as its parts, 纪委监委 as another name of 县纪委监委. */
export function unitsOf(items: readonly DraftItem[], abbreviations: ReadonlyMap<string, string>): DraftUnit[] {
  const named = items.flatMap(({ lead, answer, cooperate }) => [...lead, ...answer, ...cooperate]);
  const printed = new Set(named.map((name) => name.replace(/\s+/g, '')));
  const names = new Set([...printed].flatMap((name) => partsOf(name, printed)));
  const level = [...names].map(levelPrefix).find((prefix) => prefix !== null) ?? '县';
  return [...names].flatMap((name): DraftUnit[] => {
    if (isAlias(name, names, level)) return [];
    const category = CATEGORIES.find(([, pattern]) => pattern.test(name))?.[0];
    const fullName = abbreviations.get(name);
    const alias = name.startsWith(level) ? name.slice(level.length) : '';
    return [
      {
        name,
        aliases: isAlias(alias, names, level) ? [alias] : [],
        ...(fullName && fullName !== name && { fullName }),
        ...(category && { category }),
      },
    ];
  });
}

function partsOf(name: string, names: ReadonlySet<string>): string[] {
  const split = splitUnits(name, (part) => part !== name && names.has(part));
  return split?.kind === 'glued' ? split.parts.map(({ text }) => text) : [name];
}

/** A name without its level that stands beside the one with it. */
function isAlias(name: string, names: ReadonlySet<string>, level: string): boolean {
  return name.length > 2 && names.has(name) && levelPrefix(name) === null && names.has(level + name);
}
