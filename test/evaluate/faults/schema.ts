import { type FaultKind, insert, remove, replace } from '../fault';
import { entryOf, itemsOf } from '../places';
import { fromAny } from '../random';

const rule = 'schema';

/** A key of an item under another name. */
function renamed(key: string, name: string): FaultKind {
  return {
    rule,
    name: `「${key}」写成「${name}」`,
    inject: (clean, random) =>
      fromAny(random, itemsOf(clean), (item) => {
        const entry = entryOf(item, key);
        return entry && { edits: [replace(entry.key, name)], at: [entry.key.start] };
      }),
  };
}

/** A value of an item, or of the head, of a kind that it may not have. */
function valued(key: string, value: string, restores = false): FaultKind {
  return {
    rule,
    name: `「${key}: ${value}」`,
    inject: (clean, random) => {
      const entry = clean.head.get(key) ?? fromAny(random, itemsOf(clean), (item) => entryOf(item, key));
      return entry && { edits: [replace(entry.value, value)], at: [entry.key.start], restores };
    },
  };
}

export const schemaFaults: readonly FaultKind[] = [
  renamed('完成时限', '完成时间'),
  renamed('报送资料', '报送材料'),
  renamed('牵头单位', '牵头部门'),
  renamed('备注', '注备'),
  renamed('配合单位', '协助单位'),
  valued('年度', '二〇二一'),
  valued('节选', '是'),
  valued('编号', '连续编号'),
  valued('指标总数', '一百'),
  valued('总分', '100分'),
  {
    rule,
    name: '漏写「内容」',
    inject: (clean, random) =>
      fromAny(random, itemsOf(clean), (item) => {
        const entry = entryOf(item, '内容');
        return entry && { edits: [remove(entry.lines)], at: [item.lines.start] };
      }),
  },
  {
    rule,
    name: '「内容」空着',
    inject: (clean, random) =>
      fromAny(random, itemsOf(clean), (item) => {
        const value = entryOf(item, '内容')?.value;
        return value && item.quoting === 'plain' ? { edits: [remove(value)], at: [value.start] } : undefined;
      }),
  },
  ...(['标题', '县区'] as const).map(
    (key): FaultKind => ({
      rule,
      name: `漏写「${key}」`,
      inject: (clean) => {
        const entry = clean.head.get(key);
        const start = clean.head.get('标题')?.lines.start ?? 0;
        return entry && { edits: [remove(entry.lines)], at: [0, start, entry.lines.end] };
      },
    }),
  ),
  {
    rule,
    name: '文首多了不认识的键',
    inject: (clean) => {
      const at = clean.head.get('依据')?.lines.end;
      return at === undefined
        ? undefined
        : { edits: [insert(at, `负责科室: 督察科${clean.style.lineBreak}`)], at: [at] };
    },
  },
  ...['一', '第1项', '一、'].map(
    (value): FaultKind => ({
      rule,
      name: `「序号: ${value}」`,
      inject: (clean, random) =>
        fromAny(random, itemsOf(clean), (item) => {
          const entry = entryOf(item, '序号');
          return entry && { edits: [replace(entry.value, value)], at: [entry.key.start], restores: false };
        }),
    }),
  ),
];
