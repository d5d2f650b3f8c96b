import schema from '../../schemas/zhibiao.schema.json';

/** What the rest of the file says, where a fragment does not say it itself. */
export interface Frame {
  readonly county: string;
  /** 依据. */
  readonly basis?: string;
}

const ITEM_KEYS = new Set(['内容', '完成时限', '牵头单位', '责任单位', '配合单位', '报送资料', '说明', '备注']);

/**
 * Makes a whole indicator file of a fragment, so that readers of the pages see no more than they need. A fragment holds
 * items (`- 序号: …`), keys of one item (`完成时限: …`) or keys of the file (`合并报送: …`).
 */
export function complete(fragment: string, { county, basis }: Frame): string {
  const [, first = ''] = /^(?!\s*#)\s*(-|[^\s:：]+)/m.exec(fragment) ?? [];
  const isItems = /^[-－—•]/.test(first);
  const isTop = !isItems && !ITEM_KEYS.has(first) && first in schema.properties;
  const top = isTop ? fragment : '';
  const items = isItems ? fragment : isTop ? item('') : item(fragment);
  const defaults: Record<string, string> = {
    标题: `${county}法治政府建设示范创建指标任务分解表`,
    县区: county,
    年度: '2022',
    ...(basis && { 依据: basis }),
    // Numbers from the middle of a document are no gap.
    ...(startsAtOne(isTop ? fragment : items) ? {} : { 节选: 'true' }),
  };
  const head = Object.entries(defaults).filter(([key]) => !hasKey(top, key));
  const tree = `一级指标:\n  - 名称: 一、政府职能依法全面履行\n    三级指标:\n${indented(items, 6)}`;
  return `${head.map(([key, value]) => `${key}: ${value}\n`).join('')}${hasKey(top, '一级指标') ? '' : tree}${top}`;
}

/** An item with these keys, and what every item needs. */
function item(keys: string): string {
  const missing = [
    '序号: 1',
    ...(hasKey(keys, '内容') ? [] : ['内容: 依法实施行政许可，非行政许可审批事项全部取消。']),
    ...(hasKey(keys, '责任单位') || hasKey(keys, '牵头单位') ? [] : ['责任单位: [县司法局]']),
  ];
  const [head, ...rest] = missing;
  return `- ${head}\n${rest.map((row) => `  ${row}\n`).join('')}${indented(keys, 2)}`;
}

function startsAtOne(text: string): boolean {
  const [, number = '1'] = /(?:^|\n)\s*- 序号\s*[:：]\s*(\d+)/.exec(text) ?? [];
  return number === '1';
}

/** The colon may be the very fault that the page shows. */
function hasKey(text: string, key: string): boolean {
  return new RegExp(`^${key}\\s*[:：]`, 'm').test(text);
}

function indented(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}
