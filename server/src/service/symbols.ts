import { type DocumentSymbol, type SymbolInformation, SymbolKind, SymbolTag } from 'vscode-languageserver-types';
import { keySpan } from '../model/read';
import type { IndicatorFile, RegistryFile, RegistryUnit } from '../model/types';
import type { OutlineKind } from '../protocol/outline';
import type { LineIndex } from '../text/lines';
import type { Span } from '../text/span';
import type { Checked } from '../workspace/project';
import type { Entry, Node } from '../yaml/nodes';
import { oneLine } from './one-line';
import { type Part, partsOfFile, unitPart } from './outline/parts';

/** A symbol with spans; what stands outside its parent (by a YAML alias, say) is cut off when it is placed. */
interface Outlined {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  readonly whole: Span;
  readonly head: Span;
  readonly closed?: boolean;
  readonly children?: readonly Outlined[];
}

/** Characters of an item's text that an outline has room for. */
export const LABEL_LENGTH = 24;
const DETAIL_LENGTH = 40;
/** Levels of a configuration that are listed: key, rule or folder, its rules. */
const CONFIG_LEVELS = 4;

const KINDS: Readonly<Partial<Record<OutlineKind, SymbolKind>>> = {
  item: SymbolKind.Field,
  group: SymbolKind.Array,
  phase: SymbolKind.Event,
};
const UNIT_KINDS: Readonly<Record<string, SymbolKind>> = { 集合: SymbolKind.Enum, 挂牌: SymbolKind.Interface };

/**
 * The outline of a file: 标题 → 一级 → 二级 → items with their units, then 附加项, 合并报送, 阶段 and an own list of units; the units
 * of a registry; the keys of a configuration. Ranges of children lie within those of their parents.
 */
export function documentSymbols({ document: { kind, model, lines, tree } }: Checked): DocumentSymbol[] {
  const outlined =
    kind === 'danwei'
      ? (model as RegistryFile).units.map(unitSymbol)
      : kind === 'config'
        ? entriesOf(tree.root, CONFIG_LEVELS)
        : fileSymbols(model as IndicatorFile, lines.text.length);
  return outlined.map((symbol) => placed(symbol, { start: 0, end: lines.text.length }, lines));
}

/** The same without a hierarchy, each with the name of its parent, for clients that know no other. */
export function flatSymbols(symbols: readonly DocumentSymbol[], uri: string, parent?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, tags, children = [] }) => [
    { name, kind, location: { uri, range }, ...(tags && { tags }), ...(parent && { containerName: parent }) },
    ...flatSymbols(children, uri, name),
  ]);
}

function placed(symbol: Outlined, outer: Span, lines: LineIndex): DocumentSymbol {
  const { name, detail, kind, closed, children = [] } = symbol;
  const whole = within(symbol.whole, outer);
  return {
    // An editor refuses a symbol without a name.
    name: name || '…',
    kind,
    range: lines.range(whole),
    selectionRange: lines.range(within(symbol.head, whole)),
    ...(detail && { detail }),
    ...(closed && { tags: [SymbolTag.Deprecated] }),
    ...(children.length > 0 && { children: children.map((child) => placed(child, whole, lines)) }),
  };
}

function within({ start, end }: Span, outer: Span): Span {
  const clamp = (offset: number) => Math.max(outer.start, Math.min(offset, outer.end));
  return { start: clamp(start), end: clamp(end) };
}

function fileSymbols(file: IndicatorFile, length: number): Outlined[] {
  const { title, root, inlineUnits } = file;
  const units = inlineUnits ? [ownUnits(file, inlineUnits.map(unitSymbol))] : [];
  const children = [...partsOfFile(file).map((part) => partSymbol(part, file, 1)), ...units].sort(
    (a, b) => a.whole.start - b.whole.start,
  );
  if (!title || !root) return children;
  const detail = oneLine(file.documentNumber?.value ?? file.county?.value ?? '', DETAIL_LENGTH);
  const head = title.node.place;
  return [
    { name: oneLine(title.value), kind: SymbolKind.File, whole: { start: 0, end: length }, head, detail, children },
  ];
}

function partSymbol(part: Part, file: IndicatorFile, level: 1 | 2): Outlined {
  const { kind, text, head, span, more = {} } = part;
  const children = part.children.map((child) => partSymbol(child, file, 2));
  const section = level === 1 ? SymbolKind.Module : SymbolKind.Namespace;
  const symbol = { kind: KINDS[kind] ?? section, whole: span, head, children };
  if (kind === 'section') return { ...symbol, name: text || oneLine(file.levelNames[level - 1] ?? '') };
  if (kind === 'item') return { ...symbol, name: itemLabel(text, more.number), detail: unitsDetail(more) };
  if (kind === 'extras' || kind === 'groups' || kind === 'phases')
    return { ...symbol, name: text, ...underKey(file, text, span) };
  return { ...symbol, name: oneLine(text, LABEL_LENGTH), detail: oneLine(more.note ?? '', DETAIL_LENGTH) };
}

/** `4. 对各类证明事项…` @param text of an item, or its short title @param length characters of it that are shown */
export function itemLabel(text: string, number: number | undefined, length = LABEL_LENGTH): string {
  const label = oneLine(text, length) || '…';
  return number === undefined ? label : `${number}. ${label}`;
}

/** `县委办 → 县司法局、县财政局`: who leads, and who answers. */
function unitsDetail({ leads = [], answers = [] }: NonNullable<Part['more']>): string {
  const text = leads.length > 0 ? `${leads.join('、')} → ${answers.join('、')}`.trimEnd() : answers.join('、');
  return oneLine(text, DETAIL_LENGTH);
}

function unitSymbol(unit: RegistryUnit): Outlined {
  const { text, span, head } = unitPart(unit);
  const { category, fullName, closed } = unit;
  return {
    name: text,
    detail: oneLine([category, fullName].flatMap((one) => one?.value ?? []).join(' '), DETAIL_LENGTH),
    kind: UNIT_KINDS[category?.value.trim() ?? ''] ?? SymbolKind.Class,
    whole: span,
    head,
    ...(closed && { closed: true }),
  };
}

function ownUnits(file: IndicatorFile, children: readonly Outlined[]): Outlined {
  const name = '单位名录';
  const span = { start: children[0]?.whole.start ?? 0, end: children.at(-1)?.whole.end ?? 0 };
  return { name, kind: SymbolKind.Module, children, ...underKey(file, name, span) };
}

/** Parts with the key of the root that they stand under. */
function underKey({ root }: IndicatorFile, key: string, span: Span): Pick<Outlined, 'whole' | 'head'> {
  const head = keySpan(root, key) ?? { start: span.start, end: span.start };
  return { head, whole: { start: Math.min(head.start, span.start), end: Math.max(head.end, span.end) } };
}

/** The entries of a mapping by their keys, down to so many levels. An element of a list goes by its first text. */
function entriesOf(node: Node | null, levels: number): Outlined[] {
  if (levels === 0 || !node) return [];
  if (node.kind === 'mapping') return node.entries.map((entry) => entrySymbol(entry, levels));
  const parts = node.kind === 'sequence' ? node.items.filter((part) => part.kind === 'mapping') : [];
  return parts.flatMap((part) => {
    const [first] = part.entries;
    if (!first) return [];
    const name = textOf(first.value, LABEL_LENGTH);
    const children = entriesOf(part, levels - 1);
    return [{ name, kind: SymbolKind.Object, whole: part.place, head: first.key.place, children }];
  });
}

function entrySymbol({ key, value }: Entry, levels: number): Outlined {
  const { start, end } = key.place;
  return {
    name: oneLine(String(key.value ?? ''), LABEL_LENGTH),
    detail: textOf(value, DETAIL_LENGTH),
    kind: SymbolKind.Key,
    whole: { start, end: Math.max(end, value?.place.end ?? end) },
    head: key.place,
    children: entriesOf(value, levels - 1),
  };
}

/** A scalar, or the scalars of a list. */
function textOf(node: Node | null, length: number): string {
  const parts = node?.kind === 'sequence' ? node.items : [node];
  return oneLine(parts.flatMap((part) => (part?.kind === 'scalar' ? String(part.value ?? '') : [])).join('、'), length);
}
