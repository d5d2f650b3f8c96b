import { CompletionItemKind } from 'vscode-languageserver-types';
import { UNIT_KEYS } from '../../model/keys';
import { allowedKeys, keySchema } from '../../model/schemas';
import { EXTRA_KEYS, type Indicator } from '../../model/types';
import { ENTRY } from './context';
import { nextNumber } from './numbers';
import type { Offer, Proposal } from './proposal';
import { isItemEntry, lastKey, type Scene } from './scene';

/** Keys that nobody has used near by come behind those that one has. */
const UNUSUAL = 100;
/** Items before the cursor whose keys show what is usual. */
const FELLOWS = 10;

/** Keys of the mapping at hand that it does not have yet, in the order of the contract, the usual ones first. */
export function keyProposals(scene: Scene): Proposal[] {
  const { file, context } = scene;
  const place = context.path.map((step) => (step === ENTRY ? '0' : step));
  const { kind } = file.document;
  const usual = usualKeys(scene);
  const keys = allowedKeys(kind, place.map((step) => `/${step}`).join(''));
  return keys.flatMap((key, index): Proposal[] => {
    if (context.siblings.has(key)) return [];
    const isUsual = usual.has(key) || keySchema(kind, place, key)?.required === true;
    return [
      {
        ...written(scene, key),
        label: key,
        kind: CompletionItemKind.Property,
        order: isUsual ? index : key === '名称' ? 2 * UNUSUAL : UNUSUAL + index,
        data: { kind: 'key', place, key },
      },
    ];
  });
}

/** `责任单位：` with a full-width colon becomes the key as it should be; so does a beginning of a key with one. */
export function oddColonOffer(scene: Scene): Offer[] {
  const { context, file } = scene;
  const { lines } = file.document;
  if (context.place === 'value' && context.oddColon && context.typed === '') {
    const { key, keySpan } = context.oddColon;
    const path = context.path.slice(0, -1);
    const siblings = new Map(context.siblings);
    const proposals = keyProposals({
      ...scene,
      context: { ...context, place: 'key', path, siblings, hasColon: false },
    });
    return [
      { proposals: proposals.filter(({ label }) => label === key), start: keySpan.start, end: context.end, query: '' },
    ];
  }
  const half = /[:：]$/.exec(context.typed);
  if (context.flow || !half || (context.place !== 'key' && context.place !== 'entry')) return [];
  const query = context.typed.slice(0, half.index);
  if (query.trim() === '' || lines.text.slice(scene.cursor, context.end).trim() !== '') return [];
  return [{ proposals: keyProposals(scene), start: context.start, end: context.end, query }];
}

function usualKeys({ model, context, cursor }: Scene): ReadonlySet<string> {
  if (!model || !isItemEntry(context.path)) return new Set();
  const index = model.items.findIndex(({ node }) => node.place.start > cursor);
  const end = index < 0 ? model.items.length : index;
  const fellows: readonly Indicator[] = model.items.slice(Math.max(0, end - FELLOWS), end);
  return new Set(
    fellows.flatMap(({ node }) => (node.kind === 'mapping' ? node.entries.map(({ key }) => String(key.value)) : [])),
  );
}

/** What is written for a key: with its colon and the shape of its value, as far as the client and the place allow. */
function written(scene: Scene, key: string): Pick<Proposal, 'newText' | 'snippet' | 'again'> {
  const { context, client, lineBreak } = scene;
  // The colon comes behind the quote that closes a key.
  if (context.hasColon || context.quote !== '') return { newText: key };
  const shape = context.flow ? undefined : shapeOf(scene, key);
  if (!shape) return { newText: `${key}: `, again: true };
  const [first = '', ...rest] = shape.text.split('\n');
  if (!client.snippets) return { newText: first === '' ? `${key}:` : `${key}: ` };
  const indent = ' '.repeat(context.column);
  const lines = [first === '' ? `${key}:` : `${key}: ${first}`, ...rest.map((line) => indent + line)];
  return { newText: lines.join(lineBreak), snippet: true, ...(shape.again && { again: true }) };
}

/** A flow list of placeholders. */
function stops(...texts: readonly string[]): string {
  return `[${texts.map((text, i) => `\${${i + 1}:${text}}`).join(', ')}]$0`;
}

interface Shape {
  /** A snippet; lines after the first are indented relative to the key. */
  readonly text: string;
  readonly again?: boolean;
}

const NAME_LIST: Shape = { text: '[$1]$0', again: true };
const SECTIONS: Shape = { text: '\n  - 名称: $1', again: true };

/** Values that are more than a word. */
const SHAPES: Readonly<Record<string, Shape>> = {
  ...Object.fromEntries(
    [...UNIT_KEYS, '成员', '别名', '曾用名', '简称', '承继', '要求库', '忽略'].map((key) => [key, NAME_LIST]),
  ),
  一级指标: SECTIONS,
  二级指标: SECTIONS,
  层级名称: { text: stops('一级指标', '二级指标', '三级指标') },
  等次: { text: stops('优秀', '良好', '合格', '不合格') },
  阶段: { text: '\n  - 名称: $1\n    时间: $2\n    内容: $3' },
  考核方式: { text: '\n  - 名称: $1\n    内容: $2' },
  附加项: { text: `\n  \${1|${EXTRA_KEYS.join()}|}:\n    - 序号: 1\n      内容: $2` },
  合并报送: { text: '\n  - 指标: $1\n    资料: $2', again: true },
  单位: { text: '\n  - 名称: $1\n    类别: $2' },
  规则: { text: '\n  $1', again: true },
  覆盖: { text: '\n  - 文件: $1\n    规则:\n      $2' },
  异文: { text: '\n  - 来源: $1\n    文字: $2' },
};

function shapeOf(scene: Scene, key: string): Shape | undefined {
  const { model, context, workspace } = scene;
  if (key === '三级指标' || key === '条目') {
    const number = nextNumber({ ...scene, context: { ...context, path: [...context.path, key, ENTRY] } });
    return { text: `\n  - 序号: ${number}\n    内容: $1`, again: true };
  }
  if (key === '加分项' || key === '否决项' || key === '扣分项') return { text: '\n  - 序号: 1\n    内容: $1' };
  if (key === '创建周期') {
    const year = model?.year?.value ?? Number(workspace.today.slice(0, 4));
    return { text: `{ 起: \${1:${year}-01-01}, 止: \${2:${year}-12-31} }$0` };
  }
  if (key === '序号') return { text: `\${1:${nextNumber(scene)}}` };
  if (key === '年度') return { text: `\${1:${workspace.today.slice(0, 4)}}` };
  // 指标 of 合并报送 and 单位名录 of an indicator file are plain values; 名称 has completions of its own.
  return lastKey(context.path) === '规则' ? undefined : SHAPES[key];
}
