import type {
  Extra,
  Group,
  Indicator,
  IndicatorFile,
  Phase,
  RegistryFile,
  RegistryUnit,
  Section,
  Text,
} from '../../model/types';
import type { OutlineKind, OutlineNode } from '../../protocol/outline';
import type { Span } from '../../text/span';
import { oneLine } from '../one-line';

/** A part of a file that has a line of its own in the tree. */
export interface Part {
  readonly kind: OutlineKind;
  readonly text: string;
  /** All of it. */
  readonly span: Span;
  /** Where the cursor goes. */
  readonly head: Span;
  /** Sorted by place. */
  readonly children: readonly Part[];
  /** What only some kinds have. */
  readonly more?: Partial<Pick<OutlineNode, 'number' | 'leads' | 'answers' | 'note'>>;
}

/** The parts of an indicator file or a corpus, in the order of the file. */
export function partsOfFile(file: IndicatorFile): Part[] {
  return inOrder([
    ...file.sections.map(sectionPart),
    ...heading('extras', '附加项', file.extras.map(extraPart)),
    ...heading('groups', '合并报送', file.groups.map(groupPart)),
    ...heading('phases', '阶段', file.phases.flatMap(phasePart)),
  ]);
}

/** The units of a registry under their 类别, in the order in which it first has them; a plain list where there is only one. */
export function partsOfRegistry({ units }: RegistryFile): Part[] {
  const categories = new Map<string, Part[]>();
  for (const unit of units) {
    const category = oneLine(unit.category?.value ?? '');
    const group = categories.get(category) ?? [];
    categories.set(category, group);
    group.push(unitPart(unit));
  }
  const groups = [...categories].map(([text, children]) => over('category', text, children));
  return groups.length < 2 ? units.map(unitPart) : groups;
}

function sectionPart(section: Section): Part {
  return {
    kind: 'section',
    text: oneLine(section.title?.value ?? ''),
    span: section.node.place,
    head: section.head,
    // Either list may come first in the file.
    children: inOrder([...section.items.map(itemPart), ...section.sections.map(sectionPart)]),
  };
}

function itemPart(item: Indicator): Part {
  const units = (wanted: string) =>
    item.units.flatMap(({ role, units }) => (role === wanted ? units.map(({ value }) => oneLine(value)) : []));
  const leads = units('牵头单位');
  const answers = units('责任单位');
  return {
    kind: 'item',
    text: oneLine((item.name ?? item.content)?.value ?? ''),
    span: item.node.place,
    head: item.head,
    children: [],
    more: {
      ...(item.number && { number: item.number.value }),
      ...(leads.length > 0 && { leads }),
      ...(answers.length > 0 && { answers }),
      ...note(item.certainty),
    },
  };
}

function extraPart({ key, keySpan, items }: Extra): Part {
  const children = inOrder(items.map(itemPart));
  const span = hull([keySpan, ...children.map((child) => child.span)]);
  return { kind: 'extra', text: key, span, head: keySpan, children };
}

function groupPart({ head, node, evidence }: Group): Part {
  const written = node?.kind === 'sequence' ? node.items : [node];
  const numbers = written.flatMap((one) => (one?.kind === 'scalar' ? String(one.value ?? '') : []));
  return {
    kind: 'group',
    text: oneLine(numbers.join('、')),
    span: hull([head, ...evidence.map((text) => text.node.place)]),
    head,
    children: [],
    more: note(evidence[0]),
  };
}

function phasePart({ name, deadline }: Phase): Part[] {
  const places = [name?.node.place, deadline?.text.node.place].filter((place) => place !== undefined);
  const [head] = places;
  if (!head) return [];
  const text = oneLine(name?.value ?? '');
  return [{ kind: 'phase', text, span: hull(places), head, children: [], more: note(deadline?.text) }];
}

export function unitPart({ node, name, fullName }: RegistryUnit): Part {
  const { start } = node.place;
  return {
    kind: 'unit',
    text: oneLine((name ?? fullName)?.value ?? ''),
    span: node.place,
    head: name?.node.place ?? { start, end: start },
    children: [],
    more: name ? note(fullName) : {},
  };
}

function note(text: Text | undefined): { note?: string } {
  return text ? { note: oneLine(text.value) } : {};
}

function heading(kind: OutlineKind, text: string, parts: readonly Part[]): Part[] {
  return parts.length > 0 ? [over(kind, text, parts)] : [];
}

/** A heading over parts; as far as the file is concerned, they are all there is to it. */
function over(kind: OutlineKind, text: string, parts: readonly Part[]): Part {
  const children = inOrder(parts);
  const span = hull(children.map((child) => child.span));
  return { kind, text, span, head: children[0]?.head ?? span, children };
}

function inOrder(parts: readonly Part[]): Part[] {
  return parts.toSorted((a, b) => a.span.start - b.span.start);
}

function hull([first = { start: 0, end: 0 }, ...others]: readonly Span[]): Span {
  let { start, end } = first;
  for (const other of others) {
    start = Math.min(start, other.start);
    end = Math.max(end, other.end);
  }
  return { start, end };
}
