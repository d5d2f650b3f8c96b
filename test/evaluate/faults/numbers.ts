import { type FaultKind, insert, part, remove, replace } from '../fault';
import { entryOf, extrasOf, isContinuous, isGrouped, itemsOf, shiftNumbers, textAt } from '../places';
import { fromAny } from '../random';
import type { ItemPlace } from '../render';

function serial(item: ItemPlace, number: number) {
  const value = entryOf(item, '序号')?.value;
  return value && { edits: [replace(value, String(number))], at: [value.start] };
}

const HAN = '一二三四五六七八九十';

export const numberFaults: readonly FaultKind[] = [
  {
    rule: 'number-gap',
    name: '从某项起都多一号',
    inject: (clean, random) => {
      if (!isContinuous(clean)) return undefined;
      const behind = Math.max(1, ...clean.groups.map(({ to }) => to));
      return fromAny(
        random,
        itemsOf(clean).filter(({ item }) => item.number > behind),
        (item) => ({
          edits: shiftNumbers(clean, item.item.number, 1),
          at: [entryOf(item, '序号')?.value.start ?? 0],
        }),
      );
    },
  },
  {
    rule: 'number-gap',
    name: '末项的号写大了',
    inject: (clean, random) => {
      const last = itemsOf(clean).at(-1);
      return last && isContinuous(clean) ? serial(last, last.item.number + 1 + random.below(9)) : undefined;
    },
  },
  {
    rule: 'number-gap',
    name: '删了一项没有重排',
    inject: (clean, random) =>
      clean.county.shape === 'free' || clean.county.shape === 'scored'
        ? fromAny(random, itemsOf(clean).slice(1, -1), (item) => {
            const next = itemsOf(clean)[itemsOf(clean).indexOf(item) + 1];
            if (!next || isGrouped(clean, item) || item.item.score !== undefined) return undefined;
            return { edits: [remove(item.lines)], at: [next.lines.start], restores: false };
          })
        : undefined,
  },
  {
    rule: 'number-gap',
    name: '照抄上级而漏了一项',
    inject: (clean, random) =>
      clean.county.shape === 'whole'
        ? fromAny(random, itemsOf(clean).slice(1, -1), (item) => {
            const next = itemsOf(clean).find((other) => other.item.number === item.item.number + 1);
            const at = next && entryOf(next, '序号')?.value.start;
            return isGrouped(clean, item) || at === undefined
              ? undefined
              : { edits: [remove(item.lines)], at: [at], restores: false };
          })
        : undefined,
  },
  {
    rule: 'number-gap',
    name: '加分项跳号',
    inject: (clean) => {
      const last = extrasOf(clean, '加分项').at(-1);
      return last && clean.county.shape !== 'extract' ? serial(last, last.item.number + 1) : undefined;
    },
  },
  {
    rule: 'number-gap',
    name: '分级编号跳号',
    inject: (clean, random) =>
      clean.county.shape === 'by-parent'
        ? fromAny(random, itemsOf(clean), (item) => {
            const siblings = itemsOf(clean).filter(({ heading }) => heading === item.heading);
            return siblings.length > 1 && siblings.at(-1) === item ? serial(item, item.item.number + 1) : undefined;
          })
        : undefined,
  },
  {
    rule: 'number-duplicate',
    name: '与上一项同号',
    inject: (clean, random) =>
      isContinuous(clean)
        ? fromAny(random, itemsOf(clean).slice(1), (item) =>
            isGrouped(clean, item) ? undefined : serial(item, item.item.number - 1),
          )
        : undefined,
  },
  {
    rule: 'number-duplicate',
    name: '与远处一项同号',
    inject: (clean, random) =>
      isContinuous(clean)
        ? fromAny(random, itemsOf(clean), (item) => {
            const number = 1 + random.below(itemsOf(clean).length);
            return isGrouped(clean, item) || Math.abs(number - item.item.number) < 2 ? undefined : serial(item, number);
          })
        : undefined,
  },
  {
    rule: 'number-duplicate',
    name: '两位数颠倒',
    inject: (clean, random) =>
      isContinuous(clean)
        ? fromAny(random, itemsOf(clean).slice(9), (item) => {
            const turned = Number([...String(item.item.number)].reverse().join(''));
            const possible = turned > 0 && turned <= itemsOf(clean).length && Math.abs(turned - item.item.number) > 1;
            return possible && !isGrouped(clean, item) ? serial(item, turned) : undefined;
          })
        : undefined,
  },
  {
    rule: 'number-duplicate',
    name: '否决项同号',
    inject: (clean) => {
      const last = extrasOf(clean, '否决项').at(-1);
      return last && last.item.number > 1 ? serial(last, last.item.number - 1) : undefined;
    },
  },
  {
    rule: 'number-order',
    name: '相邻两项的号对调',
    inject: (clean, random) =>
      isContinuous(clean)
        ? fromAny(random, itemsOf(clean).slice(1), (item) => {
            const before = itemsOf(clean)[itemsOf(clean).indexOf(item) - 1];
            const [a, b] = [before && entryOf(before, '序号')?.value, entryOf(item, '序号')?.value];
            if (!before || !a || !b || isGrouped(clean, item) || isGrouped(clean, before)) return undefined;
            return { edits: [replace(a, textAt(clean, b)), replace(b, textAt(clean, a))], at: [a.start, b.start] };
          })
        : undefined,
  },
  {
    rule: 'number-order',
    name: '相邻两项整段对调',
    inject: (clean, random) =>
      fromAny(random, itemsOf(clean).slice(1), (item) => {
        const before = itemsOf(clean)[itemsOf(clean).indexOf(item) - 1];
        if (!before || before.heading !== item.heading || clean.county.shape === 'extract') return undefined;
        if (isGrouped(clean, before) || isGrouped(clean, item)) return undefined;
        return {
          edits: [replace(before.lines, textAt(clean, item.lines)), replace(item.lines, textAt(clean, before.lines))],
          at: [before.lines.start, item.lines.start],
          restores: false,
        };
      }),
  },
  {
    rule: 'number-order',
    name: '一项移到了别处',
    inject: (clean, random) =>
      clean.county.shape === 'whole'
        ? fromAny(random, itemsOf(clean), (item) => {
            const siblings = itemsOf(clean).filter(({ heading }) => heading === item.heading);
            const [first, last] = [siblings[0], siblings.at(-1)];
            if (
              !first ||
              !last ||
              siblings.length < 3 ||
              item === last ||
              siblings.some((one) => isGrouped(clean, one))
            )
              return undefined;
            return {
              edits: [remove(item.lines), insert(last.lines.end, textAt(clean, item.lines))],
              at: [last.lines.end],
              restores: false,
            };
          })
        : undefined,
  },
  {
    rule: 'number-total',
    name: '「指标总数」写错',
    inject: (clean, random) => {
      const entry = clean.head.get('指标总数');
      const wrong = entry && Number(textAt(clean, entry.value)) + random.pick([-10, -1, 1, 2]);
      return entry && { edits: [replace(entry.value, String(wrong))], at: [entry.value.start] };
    },
  },
  {
    rule: 'number-total',
    name: '「总分」与分值不符',
    inject: (clean, random) => {
      const entry = clean.head.get('总分');
      const value = entry && fromAny(random, itemsOf(clean), (item) => entryOf(item, '分值')?.value);
      return (
        entry && value && { edits: [replace(value, String(Number(textAt(clean, value)) + 1))], at: [entry.value.start] }
      );
    },
  },
  {
    rule: 'number-total',
    name: '有一项没有分值',
    inject: (clean, random) => {
      const entry = clean.head.get('总分');
      const lines = entry && fromAny(random, itemsOf(clean), (item) => entryOf(item, '分值')?.lines);
      return entry && lines && { edits: [remove(lines)], at: [entry.value.start] };
    },
  },
  {
    rule: 'number-total',
    name: '多出一项本地指标',
    inject: (clean) => {
      const last = itemsOf(clean).at(-1);
      const serialEntry = last && entryOf(last, '序号');
      if (!last || !serialEntry || clean.county.shape !== 'whole' || clean.head.has('指标总数')) return undefined;
      const { lineBreak } = clean.style;
      const dash = clean.text.slice(serialEntry.lines.start, serialEntry.key.start);
      const pad = ' '.repeat(dash.length);
      const lines = [
        `${dash}序号: ${last.item.number + 1}`,
        `${pad}内容: 每季度通报一次法治督察发现问题的整改销号进度，并抄送领导小组各成员。`,
        `${pad}责任单位: [${clean.county.inUse[0]}]`,
        '',
      ];
      const top = [...clean.headings].reverse().find(({ level }) => level === 1);
      return {
        edits: [insert(last.lines.end, lines.join(lineBreak))],
        at: [top?.lines.start ?? 0, last.lines.end],
        restores: false,
      };
    },
  },

  ...(['一级标题跳号', '一级标题同号'] as const).map(
    (name, which): FaultKind => ({
      rule: 'heading-sequence',
      name,
      inject: (clean, random) => {
        const tops = clean.headings.filter(({ level }) => level === 1);
        if (clean.county.shape === 'extract') return undefined;
        return fromAny(random, tops.slice(1, -1), (heading) => {
          const number = HAN.indexOf(heading.title.charAt(0));
          const other = HAN.charAt(number + (which === 0 ? 1 : -1));
          if (number < 1 || other === '') return undefined;
          // All that follow move along where a number is skipped.
          const moved = which === 0 ? tops.slice(tops.indexOf(heading)) : [heading];
          const edits = moved.map(({ value, title }) =>
            replace(part(value, 0, 1), HAN.charAt(HAN.indexOf(title.charAt(0)) + (which === 0 ? 1 : -1))),
          );
          return edits.some(({ newText }) => newText === '') ? undefined : { edits, at: [heading.value.start] };
        });
      },
    }),
  ),
  ...(['二级标题跳号', '二级标题同号'] as const).map(
    (name, which): FaultKind => ({
      rule: 'heading-sequence',
      name,
      inject: (clean, random) =>
        clean.county.shape === 'extract'
          ? undefined
          : fromAny(random, clean.headings, (heading) => {
              const digits = /^\d+/.exec(heading.title)?.[0];
              const siblings = clean.headings.filter(({ level, parent }) => level === 2 && parent === heading.parent);
              if (!digits || siblings.indexOf(heading) < 1) return undefined;
              if (which === 0 && siblings.at(-1) !== heading) return undefined;
              const number = Number(digits) + (which === 0 ? 1 : -1);
              return {
                edits: [replace(part(heading.value, 0, digits.length), String(number))],
                at: [heading.value.start],
                restores: which === 1,
              };
            }),
    }),
  ),
  {
    rule: 'heading-sequence',
    name: '二级标题序号样式不一',
    inject: (clean, random) =>
      fromAny(random, clean.headings, (heading) => {
        const digits = /^(\d+)\. ?/.exec(heading.title);
        const siblings = clean.headings.filter(({ level, parent }) => level === 2 && parent === heading.parent);
        if (!digits || siblings.length < 3) return undefined;
        return {
          edits: [replace(part(heading.value, 0, digits[0].length), `（${HAN.charAt(Number(digits[1]) - 1)}）`)],
          at: [heading.value.start],
        };
      }),
  },
];
