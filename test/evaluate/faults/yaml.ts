import { type FaultKind, insert, part, remove, replace } from '../fault';
import { deadlinesIn, entryOf, isGrouped, itemsOf, textAt, unitsIn } from '../places';
import { fromAny } from '../random';
import type { Entry, ItemPlace } from '../render';

const rule = 'yaml-syntax';
const wide = 'yaml-fullwidth';
const KEYS = ['内容', '责任单位', '牵头单位', '完成时限', '报送资料', '备注'];

type Make = (entry: Entry, key: string, item: ItemPlace) => ReturnType<FaultKind['inject']>;

/** A fault at some key of some item, not the last key of a block list or text unless `make` can do with it. */
function atKey(rule: string, name: string, keys: readonly string[], make: Make): FaultKind {
  return {
    rule,
    name,
    inject: (clean, random) =>
      fromAny(random, itemsOf(clean), (item) =>
        fromAny(random, keys, (key) => {
          const entry = entryOf(item, key);
          const isQuoted = entry && key !== '内容' && clean.text[entry.value.start - 1] === '"';
          return entry && !isQuoted ? make(entry, key, item) : undefined;
        }),
      ),
  };
}

function indentOf({ lines, key }: Entry): number {
  return key.start - lines.start;
}

/** Texts that stand on the line of their key, unquoted. */
function isPlain(key: string, { quoting }: ItemPlace): boolean {
  return key !== '内容' || quoting === 'plain';
}

/** True where more indentation would make a line part of the block text above it. */
function isBelowBlock({ lines }: Entry, { quoting, entries }: ItemPlace): boolean {
  return (quoting === 'literal' || quoting === 'folded') && entries.get('内容')?.lines.end === lines.start;
}

function flowList(
  rule: string,
  name: string,
  make: (open: number, close: number, names: number[]) => ReturnType<FaultKind['inject']>,
): FaultKind {
  return {
    rule,
    name,
    inject: (clean, random) =>
      fromAny(random, itemsOf(clean), (item) =>
        fromAny(random, ['责任单位', '牵头单位'], (key) => {
          const entry = entryOf(item, key);
          if (!entry || clean.text[entry.value.start - 1] !== '[') return undefined;
          const inside = item.units.filter(
            ({ span }) => span.start >= entry.value.start && span.end <= entry.value.end,
          );
          return inside.length < 2
            ? undefined
            : make(
                entry.value.start - 1,
                entry.value.end,
                inside.map(({ span }) => span.end),
              );
        }),
      ),
  };
}

export const yamlFaults: readonly FaultKind[] = [
  atKey(rule, '缩进用制表符', KEYS, (entry) => ({
    edits: [replace({ start: entry.lines.start, end: entry.key.start }, '\t'.repeat(indentOf(entry) / 2))],
    at: [entry.lines.start],
  })),
  atKey(rule, '缩进少一格', KEYS, (entry) => ({ edits: [remove(part(entry.lines, 0, 1))], at: [entry.lines.start] })),
  atKey(rule, '缩进多一格', KEYS, (entry) => ({ edits: [insert(entry.lines.start, ' ')], at: [entry.lines.start] })),
  atKey(rule, '缩进多两格', ['完成时限', '责任单位', '备注'], (entry, _, item) =>
    isBelowBlock(entry, item) ? undefined : { edits: [insert(entry.lines.start, '  ')], at: [entry.lines.start] },
  ),
  {
    rule,
    name: '引号少一半',
    inject: (clean, random) =>
      fromAny(random, itemsOf(clean), (item) => {
        const value = entryOf(item, '内容')?.value;
        if (!value || (item.quoting !== 'double' && item.quoting !== 'single')) return undefined;
        return { edits: [remove({ start: value.end, end: value.end + 1 })], at: [value.start] };
      }),
  },
  flowList(rule, '方括号少一半', (open, close) => ({ edits: [remove({ start: close, end: close + 1 })], at: [open] })),
  flowList(rule, '方括号多一个', (open, close) => ({ edits: [insert(close, ']')], at: [open], restores: false })),
  {
    rule,
    name: '花括号少一半',
    inject: (clean) => {
      const entry = clean.head.get('创建周期');
      return (
        entry && { edits: [remove({ start: entry.value.end - 2, end: entry.value.end })], at: [entry.value.start] }
      );
    },
  },
  {
    rule,
    name: '版本合并的冲突标记',
    inject: (clean, random) =>
      fromAny(random, deadlinesIn(clean), ({ entry, item }) => {
        if (isGrouped(clean, item)) return undefined;
        const { lineBreak } = clean.style;
        const line = textAt(clean, entry.lines);
        const other = line.replace(textAt(clean, entry.value), '6月16日前');
        return {
          edits: [
            insert(entry.lines.start, `<<<<<<< HEAD${lineBreak}`),
            insert(entry.lines.end, `=======${lineBreak}${other}>>>>>>> zhengqiuyijian${lineBreak}`),
          ],
          at: [entry.lines.start],
        };
      }),
  },
  atKey(rule, '正文里有冒号加空格', ['内容', '报送资料', '备注'], (entry, key, item) =>
    isPlain(key, item) && entry.value.end - entry.value.start > 10
      ? { edits: [insert(entry.value.start + 5, ': ')], at: [entry.value.start], restores: false }
      : undefined,
  ),
  ...['@', '`', '%', '*', '&', '!', '|', '>'].map((sign) =>
    atKey(rule, `正文以「${sign}」开头`, ['内容'], (entry, key, item) =>
      isPlain(key, item)
        ? { edits: [insert(entry.value.start, sign)], at: [entry.value.start], restores: false }
        : undefined,
    ),
  ),
  atKey(rule, '键名后没有冒号', ['完成时限', '备注', '责任单位'], (entry) => ({
    edits: [remove(part({ start: entry.key.end, end: 0 }, 0, 1))],
    at: [entry.key.start],
  })),
  atKey(rule, '正文从中间折到行首', ['内容'], (entry, key, item) => {
    const middle = entry.value.start + 12;
    return isPlain(key, item) && entry.value.end > middle + 8
      ? { edits: [insert(middle, '\n')], at: [middle + 1], restores: false }
      : undefined;
  }),
  {
    rule,
    name: '中间夹了「---」',
    inject: (clean, random) =>
      fromAny(random, itemsOf(clean).slice(2), (item) => ({
        edits: [insert(item.lines.start, `---${clean.style.lineBreak}`)],
        at: [item.lines.start],
        restores: false,
      })),
  },
  {
    rule,
    name: '双引号里的反斜杠',
    inject: (clean, random) =>
      fromAny(random, itemsOf(clean), (item) => {
        const value = entryOf(item, '内容')?.value;
        return value && item.quoting === 'double'
          ? { edits: [insert(value.start + 4, '\\d')], at: [value.start] }
          : undefined;
      }),
  },

  ...['：', '： ', ' ：']
    .map((colon) =>
      atKey(wide, `键名后用「${colon}」`, ['序号', ...KEYS], (entry) => ({
        edits: [replace({ start: entry.key.end, end: entry.key.end + 2 }, colon)],
        at: [entry.key.start],
      })),
    )
    .map((kind) => ({
      ...kind,
      // A list in block style has nothing but a line break behind its colon.
      inject: ((clean, random) => {
        const fault = kind.inject(clean, random);
        const [edit] = fault?.edits ?? [];
        return edit && clean.text.slice(edit.span.start, edit.span.end) === ': ' ? fault : undefined;
      }) satisfies FaultKind['inject'],
    })),
  ...['县区', '年度', '依据'].map(
    (key): FaultKind => ({
      rule: wide,
      name: `文首「${key}」后用全角冒号`,
      inject: (clean) => {
        const entry = clean.head.get(key);
        return (
          entry && { edits: [replace({ start: entry.key.end, end: entry.value.start }, '：')], at: [entry.key.start] }
        );
      },
    }),
  ),
  atKey(wide, '冒号后没有空格', ['序号', '完成时限', '备注', '内容'], (entry, key, item) =>
    isPlain(key, item)
      ? { edits: [remove({ start: entry.key.end + 1, end: entry.key.end + 2 })], at: [entry.key.start] }
      : undefined,
  ),
  {
    rule: wide,
    name: '列表里用全角逗号',
    inject: (clean, random) =>
      fromAny(random, unitsIn(clean), ({ span, style }) =>
        style === 'flow' && clean.text.slice(span.end, span.end + 2) === ', '
          ? { edits: [replace({ start: span.end, end: span.end + 2 }, '，')], at: [span.start] }
          : undefined,
      ),
  },
  flowList(wide, '列表用【】', (open, close) => ({
    edits: [replace({ start: open, end: open + 1 }, '【'), replace({ start: close, end: close + 1 }, '】')],
    at: [open],
  })),
  flowList(wide, '列表用［］', (open, close) => ({
    edits: [replace({ start: open, end: open + 1 }, '［'), replace({ start: close, end: close + 1 }, '］')],
    at: [open],
  })),
  flowList(wide, '列表用【】和全角逗号', (open, close, ends) => ({
    edits: [
      replace({ start: open, end: open + 1 }, '【'),
      ...ends.slice(0, -1).map((end) => replace({ start: end, end: end + 2 }, '，')),
      replace({ start: close, end: close + 1 }, '】'),
    ],
    at: [open],
  })),
  ...['－', '—', '–'].map(
    (dash): FaultKind => ({
      rule: wide,
      name: `列表项用「${dash}」`,
      inject: (clean, random) =>
        fromAny(random, itemsOf(clean), (item) => {
          const serial = entryOf(item, '序号');
          if (!serial) return undefined;
          const at = serial.key.start - 2;
          return { edits: [replace({ start: at, end: at + 1 }, dash)], at: [at] };
        }),
    }),
  ),
  {
    rule: wide,
    name: '短横后没有空格',
    inject: (clean, random) =>
      fromAny(random, itemsOf(clean), (item) => {
        const serial = entryOf(item, '序号');
        return (
          serial && { edits: [remove({ start: serial.key.start - 1, end: serial.key.start })], at: [serial.key.start] }
        );
      }),
  },
  ...(
    [
      ['缩进里的全角空格', '\u3000'],
      ['缩进里的不断行空格', '\u00A0'],
    ] as const
  ).map(([name, blank]) =>
    atKey(wide, name, KEYS, (entry) => ({
      edits: [
        replace({ start: entry.key.start - 2, end: entry.key.start }, blank === '\u3000' ? blank : blank + blank),
      ],
      at: [entry.lines.start],
    })),
  ),
  atKey(wide, '冒号后是全角空格', ['完成时限', '序号', '备注'], (entry) => ({
    edits: [replace({ start: entry.key.end + 1, end: entry.key.end + 2 }, '\u3000')],
    at: [entry.key.start],
  })),
  atKey(wide, '整段用全角引号', ['完成时限', '备注', '内容'], (entry, key, item) =>
    isPlain(key, item)
      ? {
          edits: [insert(entry.value.start, '“'), insert(entry.value.end, '”')],
          at: [entry.value.start],
          restores: false,
        }
      : undefined,
  ),

  {
    rule: 'yaml-duplicate-key',
    name: '同一项里的键写了两次',
    inject: (clean, random) =>
      fromAny(random, itemsOf(clean), (item) =>
        fromAny(random, ['责任单位', '完成时限', '内容', '备注'], (key) => {
          const entry = entryOf(item, key);
          return entry && { edits: [insert(item.lines.end, textAt(clean, entry.lines))], at: [item.lines.end] };
        }),
      ),
  },
  {
    rule: 'yaml-duplicate-key',
    name: '文首的键写了两次',
    inject: (clean, random) =>
      fromAny(random, ['县区', '年度', '印发日期'], (key) => {
        const [entry, last] = [clean.head.get(key), clean.head.get('依据')];
        return entry && last && { edits: [insert(last.lines.end, textAt(clean, entry.lines))], at: [last.lines.end] };
      }),
  },
];
