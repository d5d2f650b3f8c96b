import type { Severity } from '../../../server/src/rules/finding';
import { type FaultKind, insert, remove, replace } from '../fault';
import { deadlinesIn, entryOf, inContents, isGrouped, textAt } from '../places';
import { fromAny } from '../random';

interface Options {
  readonly restores?: boolean;
  readonly severity?: Severity;
  readonly name?: string;
}

/** A deadline that says something else; `write` gets the right one. */
function written(
  rule: string,
  write: string | ((text: string) => string | undefined),
  { restores = false, severity, name }: Options = {},
): FaultKind {
  return {
    rule,
    name: name ?? `「${typeof write === 'string' ? write : ''}」`,
    inject: (clean, random) =>
      fromAny(random, deadlinesIn(clean), ({ entry, item, text }) => {
        const wrong = typeof write === 'string' ? write : write(text);
        if (wrong === undefined || wrong === text || isGrouped(clean, item)) return undefined;
        // A text with a date of its own would be a second thing to say.
        if (/\d月|年底|季度|\d{4}年|半年/.test(item.item.content)) return undefined;
        return {
          edits: [replace(entry.value, wrong)],
          at: [entry.value.start],
          restores,
          ...(severity && { severity }),
        };
      }),
  };
}

const DAY = /^(\d+)月(\d+)日前$/;

function reworded(name: string, write: (month: string, day: string) => string): FaultKind {
  return written(
    'deadline-format',
    (text) => {
      const [, month = '', day = ''] = DAY.exec(text) ?? [];
      return month === '' ? undefined : write(month, day);
    },
    { name, restores: true },
  );
}

function atHead(rule: string, key: string, value: string, name = `「${key}: ${value}」`): FaultKind {
  return {
    rule,
    name,
    inject: (clean) => {
      const entry = clean.head.get(key);
      return entry && { edits: [replace(entry.value, value)], at: [entry.value.start], restores: false };
    },
  };
}

export const deadlineFaults: readonly FaultKind[] = [
  reworded('漏写「前」', (month, day) => `${month}月${day}日`),
  reworded('漏写「日」', (month, day) => `${month}月${day}前`),
  reworded('句末多了句号', (month, day) => `${month}月${day}日前。`),
  reworded('「日」写成「号」', (month, day) => `${month}月${day}号前`),
  reworded('「以前」', (month, day) => `${month}月${day}日以前`),
  reworded('「之前完成」', (month, day) => `${month}月${day}日前完成`),
  reworded('「截至」', (month, day) => `截至${month}月${day}日前`),
  reworded(
    '全角数字',
    (month, day) => `${month.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))}月${day}日前`,
  ),
  reworded('斜线日期', (month, day) => `${month}/${day}前`),
  reworded('点号日期', (month, day) => `${month}.${day}前`),
  written('deadline-format', (text) => (/^每年12月10日前$/.test(text) ? '每年12月1O日前' : undefined), {
    name: '字母O代零',
    restores: true,
  }),
  written('deadline-format', '五月三十一日前'),
  written('deadline-format', '二〇二一年六月底前'),
  written('deadline-format', '21年6月15日前'),
  written('deadline-format', '2021.6.15'),
  written('deadline-format', '2021/6/15前'),
  written('deadline-format', '2021年6月15日'),
  written('deadline-format', '2021-6-15'),
  written('deadline-format', '20210615'),
  written('deadline-format', '2017322'),
  written('deadline-format', '6月'),
  written('deadline-format', '6月前'),
  written('deadline-format', '15日前'),
  written('deadline-format', '3季度'),
  written('deadline-format', '三季度末'),
  written('deadline-format', '年内'),
  written('deadline-format', '已完成'),
  written('deadline-format', '按月报送'),
  written('deadline-format', '5个工作日内'),
  written('deadline-format', '每年不少于2次'),
  written('deadline-format', '尽快完成'),
  written('deadline-format', '待定'),
  written('deadline-format', '6月□日前'),
  written('deadline-format', '10月8日到10月20日'),
  atHead('deadline-format', '印发日期', '2021年3月10日'),
  atHead('deadline-format', '印发日期', '2021.3.10'),
  written('deadline-date', '6月31日前'),
  written('deadline-date', '2022年2月30日前'),
  written('deadline-date', '13月10日前'),
  written('deadline-date', '2022年2月29日前'),
  written('deadline-date', '2021-11-31'),
  written('deadline-date', '每月32日前'),
  written('deadline-date', '9月31日至10月8日'),
  atHead('deadline-date', '印发日期', '2021-02-30'),
  written('deadline-range', '2021年11月20日至11月10日'),
  written('deadline-range', '10月8日至9月30日'),
  written('deadline-range', '2022-03-10至2021-12-10'),
  atHead('deadline-range', '创建周期', '{ 起: 2021-03-10, 止: 2020-12-31 }', '创建周期止早于起'),
  {
    rule: 'deadline-range',
    name: '时间节点先后颠倒',
    inject: (clean) => {
      const first = clean.text.indexOf('时间: 4月15日前');
      const at = clean.text.indexOf('10月底前', first);
      return first < 0 || at < 0
        ? undefined
        : { edits: [replace({ start: at, end: at + 5 }, '3月底前')], at: [at], restores: false };
    },
  },
  {
    rule: 'deadline-year',
    name: '时限没有年份，又没写「年度」',
    inject: (clean) => {
      const year = clean.head.get('年度');
      const first = clean.text.search(
        /(?:完成时限: |时间: )(?:\d+月\d+日前|\d+月(?:底|上旬)前|年底前|第.季度末前|下半年)/,
      );
      return year && first >= 0 ? { edits: [remove(year.lines)], at: [first], restores: false } : undefined;
    },
  },
  written('deadline-window', '2020年12月20日前'),
  written('deadline-window', '2023年6月15日前'),
  written('deadline-window', '2月20日前'),
  written('deadline-window', '2021年1月10日至2月8日'),
  atHead('deadline-window', '年度', '2012', '年度写错成2012'),
  atHead('deadline-window', '年度', '2031', '年度写错成2031'),
  {
    rule: 'deadline-text',
    name: '晚于内容里的日期',
    inject: (clean, random) =>
      fromAny(random, inContents(clean, /3月1日前|2021年年底|第一季度/), ({ item, match }) => {
        const entry = entryOf(item, '完成时限');
        const late = match[0].startsWith('2021')
          ? '2022年3月15日前'
          : random.pick(['5月31日前', '2022年7月底前', '年底前']);
        return entry && !isGrouped(clean, item)
          ? { edits: [replace(entry.value, late)], at: [entry.value.start], restores: false }
          : undefined;
      }),
  },
  {
    rule: 'deadline-text',
    name: '内容改出更早的日期',
    inject: (clean, random) =>
      clean.county.shape !== 'free' && clean.county.shape !== 'scored'
        ? undefined
        : fromAny(random, deadlinesIn(clean), ({ item, entry, text }) => {
            const end = entryOf(item, '内容')?.value.end;
            return end !== undefined && /^(?:7|9|6)月|^年底|^下半年/.test(text) && !isGrouped(clean, item)
              ? { edits: [insert(end, '有关情况于4月30日前报送。')], at: [entry.value.start], restores: false }
              : undefined;
          }),
  },
  {
    rule: 'deadline-group',
    name: '合并报送的几项时限不同',
    inject: (clean, random) =>
      fromAny(random, deadlinesIn(clean), ({ item, entry }) => {
        const group = clean.groups.find(({ from, to }) => from <= item.item.number && item.item.number <= to);
        if (!group || item.item.number === group.from || /\d月|年底|季度|\d{4}年|半年/.test(item.item.content))
          return undefined;
        return { edits: [replace(entry.value, '2021年8月13日前')], at: [entry.value.start], restores: false };
      }),
  },
  ...['长期坚持', '持续推进', '常态化'].map((open) => written('deadline-open', open, { severity: 'info' })),
  ...['5月30日前', '2021年10月30日前', '6月29日前', '2021-12-30'].map((eve) =>
    written('deadline-month-end', eve, { severity: 'hint' }),
  ),
];

export const headCitationFaults: readonly FaultKind[] = (
  [
    ['圆括号', (text) => text.replace('〔', '（').replace('〕', '）'), true],
    ['方括号', (text) => text.replace('〔', '[').replace('〕', ']'), true],
    ['六角括号写成【】', (text) => text.replace('〔', '【').replace('〕', '】'), true],
    ['序号前写「第」', (text) => text.replace('〕', '〕第'), true],
    ['序号前补零', (text) => text.replace('〕', '〕0'), true],
    ['两位年份', (text) => text.replace('2021', '21'), true],
    ['年份后写「年」', (text) => text.replace('2021', '2021年'), true],
    ['漏写「号」', (text) => text.replace('号', ''), true],
    ['没有年份', (text) => text.replace(/〔.*〕/, ''), false],
  ] satisfies [string, (text: string) => string, boolean][]
).flatMap(([name, write, restores]): FaultKind[] => [
  {
    rule: 'citation',
    name,
    inject: (clean) => {
      const entry = clean.head.get('文号');
      if (!entry) return undefined;
      return { edits: [replace(entry.value, write(textAt(clean, entry.value)))], at: [entry.value.start], restores };
    },
  },
]);
