import type { Clean } from '../clean';
import { type FaultKind, insert, remove, replace } from '../fault';
import { entryOf, extrasOf, isGrouped, itemsOf, unitsIn } from '../places';
import { fromAny } from '../random';
import type { Unit } from '../units';

/** A unit of some item replaced by another spelling of it. */
function respelled(
  rule: string,
  name: string,
  spell: (unit: Unit, clean: Clean) => string | undefined,
  restores = true,
): FaultKind {
  return {
    rule,
    name,
    inject: (clean, random) =>
      fromAny(random, unitsIn(clean), ({ span, name: written }) => {
        const unit = clean.county.units.find((one) => one.name === written);
        const other = unit && spell(unit, clean);
        return other && other !== written ? { edits: [replace(span, other)], at: [span.start], restores } : undefined;
      }),
  };
}

/** Another unit put in the place of one of a list of several. */
function stranger(
  rule: string,
  name: string,
  choose: (clean: Clean) => readonly string[],
  restores = false,
): FaultKind {
  return {
    rule,
    name,
    inject: (clean, random) =>
      fromAny(random, choose(clean), (other) =>
        fromAny(random, unitsIn(clean), ({ span, item }) =>
          item.units.some((unit) => unit.name === other)
            ? undefined
            : { edits: [replace(span, other)], at: [span.start], restores },
        ),
      ),
  };
}

/** Two neighbours of a list made one. */
function joined(mark: string, only: 'flow' | 'block' | 'any' = 'any', name = `两个单位之间用「${mark}」`): FaultKind {
  return {
    rule: 'unit-separator',
    name,
    inject: (clean, random) =>
      fromAny(random, unitsIn(clean), ({ item, span, style, role, name: first }) => {
        const next = item.units[item.units.findIndex((unit) => unit.span === span) + 1];
        if (
          !next ||
          next.role !== role ||
          (only !== 'any' && style !== only) ||
          next.name.startsWith('各') ||
          first.startsWith('各')
        )
          return undefined;
        return { edits: [replace({ start: span.end, end: next.span.start }, mark)], at: [span.start] };
      }),
  };
}

function unused(clean: Clean): Unit[] {
  const used = new Set(unitsIn(clean).map(({ name }) => name));
  return clean.county.units.filter(({ name, closed }) => !used.has(name) && !closed);
}

const LIST_KEYS = ['责任单位', '牵头单位'] as const;

export const unitFaults: readonly FaultKind[] = [
  respelled('unit-unknown', '局写成厅', ({ name }) => name.replace(/局$/, '厅')),
  respelled('unit-unknown', '多一个字', ({ name }) => (name.endsWith('局') ? `${name.slice(0, -1)}总局` : undefined)),
  respelled('unit-unknown', '错一个字', ({ name }) =>
    name.length > 5
      ? name
          .replace('和', '与')
          .replace('行政', '行证')
          .replace('管理', '官理')
          .replace('资源', '资原')
          .replace('农村', '农材')
      : undefined,
  ),
  stranger('unit-unknown', '名录里没有的单位', ({ county: { level } }) => [
    `${level}地方金融工作局`,
    `${level}机关事务服务中心`,
    `${level}气象局`,
    `${level}委老干部局`,
  ]),
  joined('、'),
  joined('，', 'block'),
  joined('；'),
  joined('/'),
  joined('和'),
  joined(' '),
  joined('\u3000'),
  joined('', 'any', '两个单位连写'),
  {
    rule: 'unit-separator',
    name: '单位名称中间有空格',
    inject: (clean, random) =>
      fromAny(random, unitsIn(clean), ({ span, name }) =>
        name.length > 4 && !name.startsWith('各')
          ? { edits: [insert(span.start + 2 + random.below(name.length - 3), ' ')], at: [span.start] }
          : undefined,
      ),
  },
  {
    rule: 'unit-missing',
    name: '责任单位和牵头单位都没写',
    inject: (clean, random) =>
      fromAny(random, itemsOf(clean), (item) => {
        if (isGrouped(clean, item)) return undefined;
        const edits = LIST_KEYS.flatMap((key) => entryOf(item, key)?.lines ?? []).map(remove);
        return { edits, at: [item.lines.start], severity: 'error', restores: false };
      }),
  },
  {
    rule: 'unit-missing',
    name: '「责任单位」空着',
    inject: (clean, random) =>
      fromAny(random, itemsOf(clean), (item) => {
        const entry = entryOf(item, '责任单位');
        if (!entry || entryOf(item, '牵头单位') || isGrouped(clean, item)) return undefined;
        const { lineBreak } = clean.style;
        return {
          edits: [
            replace({ start: entry.key.end, end: entry.lines.end }, random.pick([`: []${lineBreak}`, `:${lineBreak}`])),
          ],
          at: [entry.key.start],
        };
      }),
  },
  {
    rule: 'unit-missing',
    name: '合并报送的后一项没有单位',
    inject: (clean, random) =>
      fromAny(random, clean.groups, ({ to }) => {
        const item = itemsOf(clean).find((one) => one.item.number === to);
        if (!item) return undefined;
        const edits = LIST_KEYS.flatMap((key) => entryOf(item, key)?.lines ?? []).map(remove);
        return { edits, at: [item.lines.start], severity: 'warning', restores: false };
      }),
  },
  {
    rule: 'unit-missing',
    name: '否决项没有单位',
    inject: (clean, random) =>
      fromAny(random, extrasOf(clean, '否决项'), (item) => {
        const entry = entryOf(item, '责任单位');
        return entry && { edits: [remove(entry.lines)], at: [item.lines.start], severity: 'warning' };
      }),
  },
  {
    rule: 'unit-duplicate',
    name: '同一列表里写了两次',
    inject: (clean, random) =>
      fromAny(random, unitsIn(clean), ({ span, style, name, item }) => {
        if (style !== 'flow') {
          const start = clean.text.lastIndexOf('\n', span.start) + 1;
          const end = clean.text.indexOf('\n', span.end) + 1;
          return { edits: [insert(end, clean.text.slice(start, end))], at: [end] };
        }
        const list = [...item.entries.values()].find(({ value }) => value.start <= span.start && span.end <= value.end);
        return list && clean.text[list.value.start - 1] === '['
          ? { edits: [insert(list.value.end, `, ${name}`)], at: [list.value.end] }
          : undefined;
      }),
  },
  {
    rule: 'unit-duplicate',
    name: '牵头单位又列为责任单位',
    inject: (clean, random) =>
      fromAny(random, itemsOf(clean), (item) => {
        const lead = item.units.find(({ role }) => role === '牵头单位');
        const answer = item.units.find(({ role, name }) => role === '责任单位' && !name.startsWith('各'));
        return lead && answer
          ? { edits: [replace(answer.span, lead.name)], at: [answer.span.start], restores: false }
          : undefined;
      }),
  },
  {
    rule: 'unit-duplicate',
    name: '挂牌前后的同一单位用别名又写一次',
    inject: (clean, random) =>
      fromAny(random, itemsOf(clean), (item) =>
        fromAny(random, unused(clean), ({ name, aliases }) => {
          const [first, second] = item.units.filter(({ name }) => !name.startsWith('各'));
          const [alias] = aliases ?? [];
          return alias && first && second
            ? {
                edits: [replace(first.span, name), replace(second.span, alias)],
                at: [second.span.start],
                restores: false,
              }
            : undefined;
        }),
      ),
  },
  ...(['aliases', 'fullName'] as const).map(
    (form): FaultKind => ({
      rule: 'unit-alias',
      name: form === 'aliases' ? '用了别名' : '用了全称',
      inject: (clean, random) =>
        fromAny(random, unused(clean), (unit) => {
          const name = form === 'aliases' ? unit.aliases?.[0] : unit.fullName;
          const use = name && random.pick(unitsIn(clean));
          return use ? { edits: [replace(use.span, name)], at: [use.span.start], restores: false } : undefined;
        }),
    }),
  ),
  ...(['aliases', 'fullName'] as const).map(
    (form): FaultKind => ({
      rule: 'unit-inconsistent',
      name: form === 'aliases' ? '名称和别名混用' : '名称和全称混用',
      inject: (clean, random) =>
        fromAny(random, unitsIn(clean), ({ span, name }) => {
          const unit = clean.county.units.find((one) => one.name === name);
          const other = form === 'aliases' ? unit?.aliases?.[0] : unit?.fullName;
          const uses = unitsIn(clean).filter((use) => use.name === name).length;
          return other && uses > 1 ? { edits: [replace(span, other)], at: [span.start] } : undefined;
        }),
    }),
  ),
  {
    rule: 'unit-retired',
    name: '用了曾用名',
    inject: (clean, random) =>
      fromAny(random, clean.county.units, ({ formerNames, name }) =>
        fromAny(random, formerNames ?? [], (former) => {
          // The successor must not stand in the same item already.
          const use = fromAny(random, unitsIn(clean), (one) => (one.name === name ? one : undefined));
          return use && { edits: [replace(use.span, former)], at: [use.span.start] };
        }),
      ),
  },
  stranger('unit-retired', '用了停用的单位', ({ county }) =>
    county.units.flatMap(({ closed, name }) => (closed ? [name] : [])),
  ),
  respelled('unit-level', '漏写县、区', ({ name }, { county: { level } }) =>
    name.startsWith(level) && !/^.[委政人]/.test(name) ? name.slice(1) : undefined,
  ),
  respelled('unit-level', '县、区写反', ({ name }, { county: { level } }) =>
    name.startsWith(level) && !/^.[委政人]/.test(name) ? (level === '县' ? '区' : '县') + name.slice(1) : undefined,
  ),
  respelled('unit-level', '写成市', ({ name }, { county: { level } }) =>
    name.startsWith(level) && !/^.[委政人]/.test(name) ? `市${name.slice(1)}` : undefined,
  ),
  stranger('unit-collective', '名录没有写成员的统称', () => ['各有关部门（单位）']),
  ...[
    '由{}提供上年度工作总结。',
    '请{}提供案卷目录。',
    '{}提供行政执法人员名单。',
    '{}、{2}等部门负责提供清单和网址。',
  ].map(
    (sentence): FaultKind => ({
      rule: 'unit-in-materials',
      name: `报送资料写「${sentence}」`,
      inject: (clean, random) =>
        fromAny(random, itemsOf(clean), (item) => {
          const entry = entryOf(item, '报送资料');
          const own = new Set(item.units.map(({ name }) => name));
          const others = clean.county.inUse.filter(
            (name) => !own.has(name) && !/^.委|市/.test(name) && name.length > 3,
          );
          const [first] = random.shuffle(others);
          const [partner] = item.units;
          if (!entry || !first || !partner || [...own].some((name) => name.startsWith('各')) || isGrouped(clean, item))
            return undefined;
          const text = sentence.replace('{2}', partner.name).replace('{}', first);
          return { edits: [replace(entry.value, text)], at: [entry.value.start], restores: false };
        }),
    }),
  ),
];

export const registryFaults: readonly FaultKind[] = [
  ...(
    [
      ['重复登记', ({ county: { level } }: Clean) => `- 名称: ${level}司法局\n  类别: 政府部门\n`],
      [
        '别名与另一单位的名称相同',
        ({ county: { level } }: Clean) => `- 名称: ${level}公共资源局\n  别名: [${level}财政局]\n  类别: 政府部门\n`,
      ],
      [
        '成员不在名录中',
        ({ county: { level } }: Clean) => `- 名称: 各园区\n  类别: 集合\n  成员: [${level}开发区管委会]\n`,
      ],
      [
        '挂牌于的单位不在名录中',
        ({ county: { level } }: Clean) => `- 名称: ${level}外事办\n  类别: 挂牌\n  挂牌于: ${level}侨务局\n`,
      ],
      [
        '承继的单位不在名录中',
        ({ county: { level } }: Clean) =>
          `- 名称: ${level}粮食局\n  类别: 政府部门\n  停用: 2019-03-01\n  承继: ${level}粮食和物资储备局\n`,
      ],
      [
        '挂牌于自己',
        ({ county: { level } }: Clean) => `- 名称: ${level}外事办\n  类别: 挂牌\n  挂牌于: ${level}外事办\n`,
      ],
      [
        '互相包含',
        () => `- 名称: 各园区\n  类别: 集合\n  成员: [各片区]\n- 名称: 各片区\n  类别: 集合\n  成员: [各园区]\n`,
      ],
    ] as const
  ).map(
    ([name, entry]): FaultKind => ({
      rule: 'registry',
      name,
      inject: (clean) => {
        const { lineBreak } = clean.style;
        const text = entry(clean)
          .replace(/^(?=.)/gm, '  ')
          .replaceAll('\n', lineBreak);
        const at = clean.registry.length;
        return { target: 'registry', edits: [insert(at, text)], at: [at], inserted: true, restores: false };
      },
    }),
  ),
  {
    rule: 'registry',
    name: '单位名录的路径不存在',
    inject: (clean) => {
      const start = clean.text.indexOf('./w.danwei.yaml');
      if (start < 0) return undefined;
      return { edits: [replace({ start, end: start + 15 }, './mingdan.danwei.yaml')], at: [start] };
    },
  },
];
