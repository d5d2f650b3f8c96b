import type { Severity } from '../../../server/src/rules/finding';
import { type FaultKind, insert, part, remove, replace } from '../fault';
import { entryOf, inContents, isBound, isContinuous, isGrouped, itemsOf, shiftNumbers, textAt } from '../places';
import { fromAny } from '../random';

/** A number of the central text written differently. The first group of `pattern` is the number. */
function threshold(pattern: RegExp, other: (n: number) => number | string, severity: Severity): FaultKind {
  const sample = String(other(pattern.source.includes('0') ? 100 : 10));
  return {
    rule: 'requirement-threshold',
    name: `${pattern.source.replace(/[\\()?:]|d\+/g, '·').replace(/·+/g, '·')} ${severity === 'error' ? '放宽' : '收紧'}`,
    inject: (clean, random) =>
      isBound(clean) && sample !== ''
        ? fromAny(random, inContents(clean, pattern), ({ span, match }) => {
            const [whole, number = ''] = match;
            const at = span.start + whole.lastIndexOf(number);
            return {
              edits: [replace({ start: at, end: at + number.length }, String(other(Number(number))))],
              at: [at],
              severity,
              restores: false,
            };
          })
        : undefined,
  };
}

/** A stretch of the central text put differently. */
function changed(
  rule: string,
  name: string,
  pattern: RegExp,
  other: string | ((text: string) => string),
  severity?: Severity,
): FaultKind {
  return {
    rule,
    name,
    inject: (clean, random) =>
      isBound(clean)
        ? fromAny(random, inContents(clean, pattern), ({ span, match }) => {
            const newText = typeof other === 'string' ? other : other(match[0]);
            return newText === match[0]
              ? undefined
              : { edits: [replace(span, newText)], at: [span.start], ...(severity && { severity }) };
          })
        : undefined,
  };
}

/** Part of a text of the corpus taken out. */
function dropped(
  name: string,
  choose: (text: string) => readonly (readonly [start: number, length: number])[],
): FaultKind {
  return {
    rule: 'requirement-dropped',
    name,
    inject: (clean, random) =>
      isBound(clean)
        ? fromAny(random, itemsOf(clean), (item) => {
            const value = entryOf(item, '内容')?.value;
            if (!value) return undefined;
            const text = textAt(clean, value);
            return fromAny(random, choose(text), ([start, length]) => {
              const clause = text.slice(start, start + length);
              // What holds a number is a threshold, and what makes most of an item leaves none.
              if (/[\d一二三四五六七八九十]/.test(clause) || length > text.length / 2.5 || length < 6) return undefined;
              return { edits: [remove(part(value, start, length))], at: [value.start], restores: false };
            });
          })
        : undefined,
  };
}

function pieces(text: string, pattern: RegExp): (readonly [number, number])[] {
  return [...text.matchAll(pattern)].map((match) => [match.index, match[0].length] as const);
}

function added(name: string, mark: RegExp, clause: string): FaultKind {
  return {
    rule: 'requirement-added',
    name,
    inject: (clean, random) =>
      isBound(clean)
        ? fromAny(random, inContents(clean, mark), ({ span }) => ({
            edits: [insert(span.start, clause)],
            at: [span.start],
            severity: 'info',
            restores: false,
          }))
        : undefined,
  };
}

const TITLE_CHANGES: readonly (readonly [RegExp, string])[] = [
  [/推进/, '推动'],
  [/加强/, '强化'],
  [/健全/, '完善'],
  [/全面/, '全方位'],
  [/落实/, '贯彻落实'],
  [/依法/, ''],
  [/制度/, '机制'],
  [/能力/, '水平'],
  [/力度/, '工作力度'],
];

const SIMILAR: readonly (readonly [string, string])[] = [
  ['联合', '联全'],
  ['处置', '设置'],
  ['政务服务', '政府服务'],
  ['行政事业性', '政事事业性'],
  ['设置', '设制'],
  ['责任', '则任'],
  ['监督', '监督督'],
  ['及时', '急时'],
  ['部门', '部们'],
  ['机制', '机治'],
  ['权限', '权现'],
  ['程序', '程续'],
  ['公开', '公幵'],
  ['审核', '审合'],
  ['规定', '规订'],
  ['建立', '健立'],
  ['落实', '落识'],
];

export const requirementFaults: readonly FaultKind[] = [
  ...TITLE_CHANGES.map(
    ([word, other]): FaultKind => ({
      rule: 'heading-text',
      name: `标题「${word.source}」改为「${other}」`,
      inject: (clean, random) =>
        isBound(clean)
          ? fromAny(random, clean.headings, ({ value, title }) => {
              const at = title.search(word);
              return at < 0 || title.length < 7
                ? undefined
                : { edits: [replace(part(value, at, word.source.length), other)], at: [value.start], restores: false };
            })
          : undefined,
    }),
  ),
  {
    rule: 'section-placement',
    name: '归入下一个二级指标',
    inject: (clean, random) =>
      clean.county.shape === 'whole' || clean.county.shape === 'extract'
        ? fromAny(random, itemsOf(clean), (item) => {
            const siblings = itemsOf(clean).filter(({ heading }) => heading === item.heading);
            const next = clean.headings[item.heading + 1];
            if (siblings.length < 2 || siblings.at(-1) !== item || next?.level !== 2) return undefined;
            return {
              edits: [remove(item.lines), insert(next.lines.end, textAt(clean, item.lines))],
              at: [next.lines.end],
              restores: false,
            };
          })
        : undefined,
  },
  {
    rule: 'section-placement',
    name: '归入上一个二级指标',
    inject: (clean, random) =>
      clean.county.shape === 'whole' || clean.county.shape === 'extract'
        ? fromAny(random, itemsOf(clean), (item) => {
            const siblings = itemsOf(clean).filter(({ heading }) => heading === item.heading);
            const own = clean.headings[item.heading];
            const before = itemsOf(clean)[itemsOf(clean).indexOf(item) - 1];
            if (
              siblings.length < 2 ||
              siblings[0] !== item ||
              own?.level !== 2 ||
              !before ||
              clean.headings[before.heading]?.parent !== own.parent
            )
              return undefined;
            return {
              edits: [insert(before.lines.end, textAt(clean, item.lines)), remove(item.lines)],
              at: [before.lines.end],
              restores: false,
            };
          })
        : undefined,
  },

  threshold(/不少于(\d+)日/, (n) => n - 10, 'error'),
  threshold(/不少于(\d+)日/, (n) => n + 10, 'warning'),
  threshold(/不少于(\d+)个工作日/, (n) => n - 2, 'error'),
  threshold(/不少于(\d+)个工作日/, (n) => n + 3, 'warning'),
  threshold(/不超过(\d+)个工作日/, (n) => n + 5, 'error'),
  threshold(/不超过(\d+)个工作日/, (n) => n - 2, 'warning'),
  threshold(/(\d+)个工作日内/, (n) => n * 2, 'error'),
  threshold(/(\d+)个工作日内/, (n) => n - 2, 'warning'),
  threshold(/不低于(\d+)%/, (n) => n - 10, 'error'),
  threshold(/不低于(\d+)%/, (n) => n + 5, 'warning'),
  threshold(/达到?(100)%/, () => 95, 'error'),
  threshold(/达到?(\d\d)%以上/, (n) => n - 5, 'error'),
  threshold(/达到?(\d\d)%以上/, (n) => n + 3, 'warning'),
  threshold(/(\d+)名以上/, (n) => n + 2, 'warning'),
  threshold(/(\d+)期以上/, (n) => n - 1, 'error'),
  threshold(/(\d+)期以上/, (n) => n + 2, 'warning'),
  threshold(/(\d+)人以上/, (n) => n + 1, 'warning'),
  threshold(/不少于(\d+)学时/, (n) => n / 2, 'error'),
  threshold(/不少于(\d+)学时/, (n) => n + 20, 'warning'),
  threshold(/不少于[^\d，。]{4,20}(\d+)%/, (n) => n - 2, 'error'),
  threshold(/至少[^\d，。]{0,6}(\d+)[次件]/, (n) => n + 1, 'warning'),
  threshold(/(\d+)小时内/, (n) => n * 2, 'error'),
  threshold(/(\d+)小时内/, (n) => n - 2, 'warning'),
  threshold(/每年(\d)月1日前/, (n) => n + 3, 'error'),
  changed(
    'requirement-threshold',
    '删去数量要求',
    /(?:[12]名以上|2人以上|(?<=满意度)达到?\d\d%以上)(?=[专行执，。])/,
    '',
    'error',
  ),
  changed(
    'requirement-dropped',
    '漏了带数量的分句',
    /，(?:期限)?一般不少于30日|，实际办理时限不超过5个工作日|，最长不超过15个工作日/,
    '',
  ),
  changed('requirement-threshold', '不少于改为不超过', /不少于(?=\d+(?:日|个工作日|学时))/, '不超过'),
  changed('requirement-threshold', '不超过改为不少于', /不超过(?=\d)/, '不少于'),
  changed('requirement-threshold', '不低于改为低于', /不低于(?=\d)/, '低于'),
  changed('requirement-threshold', '去掉「至少」的次数', /至少组织1次|至少组织开展1次|至少对1件/, (text) =>
    text.replace(/至少/, '').replace(/1[次件]/, ''),
  ),
  changed('requirement-threshold', '每年改为每两年', /每年(?=至少|开展|应当)/, '每两年', 'error'),

  dropped('漏了一整句', (text) => pieces(text, /(?<=。)[^。]{8,}。/g)),
  dropped('漏了中间一个分句', (text) => pieces(text, /(?<=[，；])[^，。；、]{8,}[，；]/g)),
  dropped('漏了末尾一个分句', (text) => pieces(text, /，[^，。；、]{8,}(?=。$)/g)),
  added('句末加一个分句', /。$/, '，并主动接受社会各界监督'),
  added('末尾加一句', /$/, '每季度向领导小组办公室书面报告进展情况。'),
  added('中间加一个分句', /(?<=[^，。]{8})，/, '，明确专人负责日常联络'),
  {
    rule: 'requirement-leftover',
    name: '别处都删去的词语还留在一项',
    inject: (clean, random) => {
      if (!isBound(clean)) return undefined;
      const places = inContents(clean, /地方政府规章(?:草案|或者|、)/);
      const kept = random.pick(places.length > 0 ? places : [undefined]);
      const others = places.filter((place) => place !== kept && !/\d/.test(place.match[0]));
      if (!kept || others.length < 3 || 2 * others.length <= places.length) return undefined;
      const edits = others.flatMap(({ item }) => {
        const value = entryOf(item, '内容')?.value;
        if (!value) return [];
        return pieces(textAt(clean, value), /地方政府规章(?:或者|、)/g).map(([start, length]) =>
          remove(part(value, start, length)),
        );
      });
      return { edits, at: [kept.span.start], severity: 'info', restores: false };
    },
  },
  {
    rule: 'requirement-missing',
    name: '漏抄一项，后面依次前移',
    inject: (clean, random) =>
      clean.county.shape === 'whole' && !clean.head.has('指标总数')
        ? fromAny(random, itemsOf(clean).slice(0, -1), (item) => {
            const heading = clean.headings[item.heading];
            const siblings = itemsOf(clean).filter((one) => one.heading === item.heading);
            if (isGrouped(clean, item) || !heading || siblings.length < 2) return undefined;
            const shifted = shiftNumbers(clean, item.item.number + 1, -1);
            return {
              edits: [remove(item.lines), ...shifted].sort((a, b) => a.span.start - b.span.start),
              at: [heading.lines.start],
              restores: false,
            };
          })
        : undefined,
  },
  {
    rule: 'requirement-missing',
    name: '分级编号的文件漏抄一组的末项',
    inject: (clean, random) =>
      clean.county.shape === 'by-parent'
        ? fromAny(random, itemsOf(clean), (item) => {
            const heading = clean.headings[item.heading];
            const siblings = itemsOf(clean).filter((one) => one.heading === item.heading);
            if (!heading || siblings.length < 2 || siblings.at(-1) !== item) return undefined;
            return { edits: [remove(item.lines)], at: [heading.lines.start], restores: false };
          })
        : undefined,
  },
  {
    rule: 'requirement-missing',
    name: '一项换成了本地的内容',
    inject: (clean, random) =>
      isContinuous(clean) && isBound(clean)
        ? fromAny(random, itemsOf(clean), (item) => {
            const [entry, heading] = [entryOf(item, '内容'), clean.headings[item.heading]];
            if (!entry || !heading || item.quoting !== 'plain' || isGrouped(clean, item)) return undefined;
            const pad = ' '.repeat(entry.key.start - entry.lines.start);
            const local = `${pad}内容: 县级领导包联重点执法单位，按月听取汇报、协调解决困难问题。${clean.style.lineBreak}${pad}对应: 无${clean.style.lineBreak}`;
            return { edits: [replace(entry.lines, local)], at: [heading.lines.start], restores: false };
          })
        : undefined,
  },
  ...SIMILAR.map(([right, wrong]) =>
    changed(
      'text-typo',
      `「${right}」错成「${wrong}」`,
      new RegExp(`(?<=[^，。；、]{3})${right}(?=[^，。；、]{3})`),
      wrong,
    ),
  ),
  changed('text-typo', '两字颠倒', /(?<=[^，。；、]{4})(?:规范|保障|监督|审查|评估|公开)(?=[^，。；、]{4})/, (text) =>
    [...text].reverse().join(''),
  ),
  changed(
    'text-typo',
    '漏一个字',
    /(?<=[^，。；、]{4})(?:行政执法|规范性文件|行政复议|突发事件|人民调解)(?=[^，。；、]{4})/,
    (text) => text.charAt(0) + text.slice(2),
  ),
  changed(
    'text-typo',
    '多一个字',
    /(?<=[^，。；、]{4})(?:行政执法|规范性文件|行政复议|突发事件|重大行政决策)(?=[^，。；、]{4})/,
    (text) => text.charAt(0) + text,
  ),
];
