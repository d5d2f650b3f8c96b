import type { Position } from 'vscode-languageserver-types';
import type { Outline, OutlineNode } from '../../../server/src/protocol/outline';
import type { ViewMessages } from './messages';
import { compare, contains, type Look, type Problems, siblingIds } from './tree';

/** A node of an outline in its place; its children are made when somebody looks at them. */
export interface ItemElement {
  readonly id: string;
  readonly node: OutlineNode;
  readonly parent: ItemElement | undefined;
  readonly children: () => readonly ItemElement[];
}

/** @param prefix tells the trees of two files apart */
export function itemElements({ nodes }: Outline, prefix: string): readonly ItemElement[] {
  return elementsOf(nodes, undefined, prefix);
}

function elementsOf(nodes: readonly OutlineNode[], parent: ItemElement | undefined, prefix: string): ItemElement[] {
  const ids = siblingIds(nodes.map(({ kind, number, text }) => `${kind} ${number ?? text}`));
  return nodes.map((node, index) => {
    const id = `${prefix}/${ids[index]}`;
    let children: readonly ItemElement[] | undefined;
    const element: ItemElement = {
      id,
      node,
      parent,
      children() {
        children ??= elementsOf(node.children ?? [], element, id);
        return children;
      },
    };
    return element;
  });
}

/** The innermost element that a cursor is in; of two that share a place, the one that starts there. */
export function itemElementAt(elements: readonly ItemElement[], position: Position): ItemElement | undefined {
  let found: ItemElement | undefined;
  for (let level = elements; ; ) {
    const inside = level.filter(({ node }) => contains(node.range, position));
    // Units of a category are scattered over the registry: each category may seem to hold the cursor.
    const nested = inside.filter(({ node }) => node.kind === 'category').flatMap((category) => category.children());
    const candidates = nested.length > 0 ? nested.filter(({ node }) => contains(node.range, position)) : inside;
    const last = candidates.reduce<ItemElement | undefined>(
      (best, element) => (best && compare(best.node.range.start, element.node.range.start) > 0 ? best : element),
      undefined,
    );
    if (!last) return found;
    found = last;
    level = last.children();
  }
}

/** Units named in a line before it gets too long. */
const MOST_NAMES = 2;

const PLAIN_ICONS: Readonly<Record<OutlineNode['kind'], string>> = {
  section: 'list-tree',
  item: 'circle-small',
  extras: 'diff-added',
  extra: 'list-unordered',
  groups: 'combine',
  group: 'link',
  phases: 'calendar',
  phase: 'milestone',
  category: 'folder',
  unit: 'organization',
};

/** What an element of the 指标 tree looks like: the icon says how bad the worst finding inside is. */
export function itemLook(node: OutlineNode, messages: ViewMessages): Look {
  const label = labelOf(node, messages);
  const description = descriptionOf(node, messages);
  const { error: errors = 0, warning: warnings = 0, info = 0 } = node.findings ?? {};
  const problems: Problems = { errors, warnings };
  const worst = errors > 0 ? 'error' : warnings > 0 ? 'warning' : info > 0 && node.kind === 'item' ? 'info' : undefined;
  const spoken = [label, description, messages.problems(errors, warnings)].filter(Boolean);
  return {
    label,
    description,
    icon: worst ?? PLAIN_ICONS[node.kind],
    ...(worst && { color: COLORS[worst] }),
    ...(errors + warnings > 0 && { problems }),
    spoken: messages.sentence(spoken),
    context: node.kind,
  };
}

const COLORS = {
  error: 'problemsErrorIcon.foreground',
  warning: 'problemsWarningIcon.foreground',
  info: 'problemsInfoIcon.foreground',
} as const;

function labelOf({ kind, text, number }: OutlineNode, messages: ViewMessages): string {
  if (kind === 'item') return `${number === undefined ? '' : `${number}. `}${text || messages.noText}`;
  if (kind === 'category') return text || messages.noCategory;
  // 34-46, but not 第34项至第46项.
  if (kind === 'group') return /^[\d\s、，,~～—–-]+$/.test(text) ? messages.group(text) : text || messages.noNumbers;
  return text || messages.noTitle;
}

function descriptionOf(node: OutlineNode, messages: ViewMessages): string {
  const { kind, leads = [], answers = [], note, size = 0 } = node;
  if (kind === 'groups') return messages.groups(size);
  if (kind === 'category' || kind === 'phases') return messages.units(size);
  if (size > 0) return messages.items(size);
  const names = (units: readonly string[]) => messages.names(units.slice(0, MOST_NAMES), units.length);
  return [
    leads.length > 0 ? messages.lead(names(leads)) : '',
    answers.length > 0 ? messages.answer(names(answers)) : '',
    note ?? '',
  ]
    .filter(Boolean)
    .join(' · ');
}
