import { type FaultKind, insert, part, replace } from '../fault';
import { entryOf, extrasOf, inContents, itemsOf, textAt } from '../places';
import { fromAny } from '../random';

/** Something put into, or in the place of, a stretch of some item's text. */
function spoilt(
  rule: string,
  name: string,
  pattern: RegExp,
  spoil: (text: string) => string,
  restores = true,
): FaultKind {
  return {
    rule,
    name,
    inject: (clean, random) =>
      fromAny(random, inContents(clean, pattern), ({ item, span, match }) => {
        const newText = spoil(match[0]);
        if (/["'\\<&]/.test(newText) && item.quoting !== 'plain' && item.quoting !== 'literal') return undefined;
        return newText === match[0] ? undefined : { edits: [replace(span, newText)], at: [span.start], restores };
      }),
  };
}

const WORD = /(?<=[\u4e00-\u9fff]{3})[\u4e00-\u9fff]{2}(?=[\u4e00-\u9fff]{3})/;

export const textFaults: readonly FaultKind[] = [
  {
    rule: 'text-duplicate',
    name: '两项内容相同',
    inject: (clean, random) =>
      clean.county.shape === 'free' || clean.county.shape === 'scored'
        ? fromAny(random, itemsOf(clean).slice(1), (item) => {
            const other = random.pick(itemsOf(clean).slice(0, itemsOf(clean).indexOf(item)));
            const [value, source] = [entryOf(item, '内容')?.value, entryOf(other, '内容')?.value];
            if (!value || !source || /\d月|年底|季度|\d{4}年|半年/.test(other.item.content)) return undefined;
            return { edits: [replace(value, textAt(clean, source))], at: [value.start] };
          })
        : undefined,
  },
  {
    rule: 'text-duplicate',
    name: '两项内容只差几个字',
    inject: (clean, random) =>
      clean.county.shape === 'free' || clean.county.shape === 'scored'
        ? fromAny(random, itemsOf(clean).slice(1), (item) => {
            const other = random.pick(itemsOf(clean).slice(0, itemsOf(clean).indexOf(item)));
            const [value, source] = [entryOf(item, '内容')?.value, entryOf(other, '内容')?.value];
            const text = source && textAt(clean, source);
            if (!value || !text || text.length < 40 || /\d月|年底|季度|\d{4}年|半年/.test(text)) return undefined;
            return {
              edits: [replace(value, `认真${text.slice(0, 20)}${text.slice(22)}`)],
              at: [value.start],
              severity: 'error',
            };
          })
        : undefined,
  },
  {
    rule: 'text-duplicate',
    name: '别项的一句又抄了一遍',
    inject: (clean, random) =>
      clean.county.shape === 'free' || clean.county.shape === 'scored'
        ? fromAny(random, itemsOf(clean).slice(1), (item) => {
            const value = entryOf(item, '内容')?.value;
            const other = random.pick(itemsOf(clean).slice(0, itemsOf(clean).indexOf(item)));
            const sentence = /(?<=。|^)[^。\d]{16,}。/.exec(other.item.content)?.[0];
            if (!value || !sentence || sentence.length > item.item.content.length) return undefined;
            return { edits: [insert(value.end, sentence)], at: [value.start], severity: 'warning' };
          })
        : undefined,
  },
  spoilt('text-encoding', '读不出来的字 U+FFFD', WORD, () => '\uFFFD\uFFFD', false),
  spoilt('text-encoding', '自造字', WORD, (text) => `${text.charAt(0)}\uE5E5`, false),
  spoilt('text-encoding', '网页标签', WORD, (text) => `<br>${text}`),
  spoilt('text-encoding', '成对的网页标签', WORD, (text) => `<p>${text}</p>`),
  spoilt('text-encoding', '网页空格', WORD, (text) => `${text}&nbsp;`, false),
  spoilt('text-encoding', '混入外文', WORD, (text) => `${text}responsibility`, false),
  spoilt('text-encoding', '外文代替中文', WORD, () => 'system', false),
  spoilt('text-encoding', '零宽空格', WORD, (text) => `${text.charAt(0)}\u200b${text.charAt(1)}`),
  ...(
    [
      ['执法', '執法'],
      ['机关', '機關'],
      ['规定', '規定'],
      ['决策', '決策'],
      ['责任', '責任'],
    ] as const
  ).map(([simple, traditional]) =>
    spoilt('text-encoding', `繁体「${traditional}」`, new RegExp(simple), () => traditional),
  ),
  {
    rule: 'text-encoding',
    name: '文件是 GBK 编码',
    inject: () => ({ edits: [], at: [0], encoding: 'gb18030', restores: false }),
  },

  spoilt('typography', '半角逗号', /(?<=[\u4e00-\u9fff])，(?=[\u4e00-\u9fff])/, () => ','),
  spoilt('typography', '半角分号', /(?<=[\u4e00-\u9fff])；(?=[\u4e00-\u9fff])/, () => ';'),
  spoilt('typography', '半角括号', /（[\u4e00-\u9fff]{1,9}）/, (text) => `(${text.slice(1, -1)})`),
  spoilt('typography', '词语中间有空格', WORD, (text) => `${text.charAt(0)} ${text.charAt(1)}`),
  spoilt('typography', '词语中间有全角空格', WORD, (text) => `${text.charAt(0)}\u3000${text.charAt(1)}`),
  {
    rule: 'typography',
    name: '标题序号「1、」',
    inject: (clean, random) =>
      fromAny(random, clean.headings, ({ title, value }) => {
        const dot = /^\d+(\. ?)/.exec(title);
        if (!dot?.[1]) return undefined;
        return {
          edits: [replace(part(value, dot[0].length - dot[1].length, dot[1].length), '、')],
          at: [value.start],
          restores: false,
        };
      }),
  },
  {
    rule: 'extra-items',
    name: '否决项写了完成时限',
    inject: (clean, random) =>
      fromAny(random, extrasOf(clean, '否决项'), (item) => {
        const entry = entryOf(item, '责任单位');
        if (!entry) return undefined;
        const pad = ' '.repeat(entry.key.start - entry.lines.start);
        const [key, value] = random.pick([
          ['完成时限', '7月31日前'],
          ['分值', '2'],
        ] as const);
        return {
          edits: [insert(entry.lines.end, `${pad}${key}: ${value}${clean.style.lineBreak}`)],
          at: [entry.lines.end],
          severity: 'info',
        };
      }),
  },
];

/** An item's evidence or remark with a sentence that refers to other items. */
function referring(rule: string, name: string, sentence: (last: number, item: number) => string): FaultKind {
  return {
    rule,
    name,
    inject: (clean, random) => {
      if (clean.county.shape === 'extract' || clean.county.shape === 'by-parent') return undefined;
      const last = itemsOf(clean).length;
      return fromAny(random, itemsOf(clean), (item) => {
        const entry = entryOf(item, '报送资料');
        if (!entry || clean.groups.some(({ from, to }) => from <= item.item.number && item.item.number <= to))
          return undefined;
        return {
          edits: [replace(entry.value, sentence(last, item.item.number))],
          at: [entry.value.start],
          restores: false,
        };
      });
    },
  };
}

export const referenceFaults: readonly FaultKind[] = [
  referring('reference-target', '引用不存在的项', (last) => `同第${last + 5}项。`),
  referring('reference-target', '列举里有不存在的项', (last) => `第2、3、${last + 1}项合并提供情况说明。`),
  referring('reference-target', '引用的起止颠倒', () => '第8项至第5项的工作总结。'),
  ...(
    [
      ['合并报送超出总数', (from: number, _to: number, last: number) => `${from}-${last + 8}`],
      ['合并报送起止颠倒', (from: number, to: number) => `${to}-${from}`],
      ['合并报送不相连', (from: number, to: number) => `${from}、${to + 3}`],
      ['合并报送看不懂', () => '有关各项'],
    ] as const
  ).map(
    ([name, write]): FaultKind => ({
      rule: 'reference-target',
      name,
      inject: (clean, random) => {
        if (clean.county.shape === 'extract') return undefined;
        const last = itemsOf(clean).length;
        const group = clean.groups.at(-1);
        if (!group || group.to + 3 > last) return undefined;
        return (
          random && {
            edits: [replace(group.target, write(group.from, group.to, last))],
            at: [group.target.start],
            restores: false,
          }
        );
      },
    }),
  ),
  {
    rule: 'reference-target',
    name: '两组合并报送重叠',
    inject: (clean) => {
      const [first, second] = clean.groups;
      if (!first || !second || clean.county.shape === 'extract') return undefined;
      return {
        edits: [replace(second.target, `${first.to}-${first.to + 2}`)],
        at: [second.target.start],
        restores: false,
      };
    },
  },
  referring('reference-range', '「合并提供」没有写哪几项', () => '合并提供：有关工作的情况说明。'),
  referring('reference-range', '「该三项」只列了两项', () => '第3、4项合并提供下列材料，该三项指标的台账。'),
  {
    rule: 'reference-range',
    name: '组里写「该四项」',
    inject: (clean, random) =>
      fromAny(random, clean.groups, ({ evidence }) => {
        const span = evidence[1];
        return span && clean.county.shape !== 'extract'
          ? { edits: [replace(span, textAt(clean, span).replace('三', '四'))], at: [span.start], restores: false }
          : undefined;
      }),
  },
  ...(['（2020）8号', '[2020]8号', '〔2020〕第8号', '〔2020〕08号', '〔20〕8号'] as const).map(
    (wrong): FaultKind => ({
      rule: 'citation',
      name: `备注里的文号「${wrong}」`,
      inject: (clean, random) =>
        fromAny(random, itemsOf(clean), (item) => {
          const value = entryOf(item, '备注')?.value;
          const at = value ? textAt(clean, value).indexOf('〔2020〕8号') : -1;
          return value && at >= 0 ? { edits: [replace(part(value, at, 8), wrong)], at: [value.start] } : undefined;
        }),
    }),
  ),
  {
    rule: 'citation',
    name: '同一文号两个标题',
    inject: (clean, random) =>
      fromAny(random, itemsOf(clean), (first) =>
        fromAny(random, itemsOf(clean), (second) => {
          const [a, b] = [entryOf(first, '报送资料')?.value, entryOf(second, '报送资料')?.value];
          if (!a || !b || a.start >= b.start) return undefined;
          return {
            edits: [
              replace(a, '提供贯彻《法治政府建设实施方案》（晋发〔2021〕18号）的情况说明。'),
              replace(b, '提供贯彻《重大行政决策程序规定》（晋发〔2021〕18号）的情况说明。'),
            ],
            at: [b.start],
            restores: false,
          };
        }),
      ),
  },

  {
    rule: 'suppression',
    name: '忽略的规则没有问题',
    inject: (clean, random) =>
      fromAny(random, itemsOf(clean), (item) => {
        const at = entryOf(item, '内容')?.lines.start ?? 0;
        const comment = `# zhibiao-disable-next-line ${random.pick(['deadline-format', 'unit-unknown', 'number-gap'])} 会议议定`;
        return { edits: [insert(at, comment + clean.style.lineBreak)], at: [at], restores: false };
      }),
  },
  {
    rule: 'suppression',
    name: '忽略的规则名写错',
    inject: (clean, random) =>
      fromAny(random, itemsOf(clean), (item) => {
        const at = item.lines.start;
        const comment = `# zhibiao-disable-next-line ${random.pick(['deadline-fromat', 'unit-unknow', 'wrong'])} 会议议定`;
        return { edits: [insert(at, comment + clean.style.lineBreak)], at: [at], restores: false };
      }),
  },
  {
    rule: 'suppression',
    name: '忽略没有写理由',
    inject: (clean, random) =>
      fromAny(random, itemsOf(clean), (item) => {
        const entry = entryOf(item, '完成时限');
        if (!entry || clean.groups.some(({ from, to }) => from <= item.item.number && item.item.number <= to))
          return undefined;
        // There has to be something to silence.
        return {
          edits: [
            insert(entry.lines.start, `# zhibiao-disable-next-line deadline-format${clean.style.lineBreak}`),
            replace(entry.value, '尽快'),
          ],
          at: [entry.lines.start],
          restores: false,
        };
      }),
  },
];
