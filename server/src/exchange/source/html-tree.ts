import type { DefaultTreeAdapterTypes } from 'parse5';

export type HtmlNode = DefaultTreeAdapterTypes.Node;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function childrenOf(node: HtmlNode): readonly HtmlNode[] {
  return 'childNodes' in node ? node.childNodes : [];
}

export function attribute({ attrs }: HtmlElement, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}

export interface Visitor {
  /** @returns false: what is within is passed over, and the node is not left */
  enter(node: HtmlNode): boolean;
  leave(node: HtmlNode): void;
}

/** Walks below a node in the order of the source, however deep it goes: pages made by programs nest without end. */
export function walk(root: HtmlNode, { enter, leave }: Visitor): void {
  const stack: { node: HtmlNode; children: readonly HtmlNode[]; next: number }[] = [];
  let top: (typeof stack)[number] | undefined = { node: root, children: childrenOf(root), next: 0 };
  while (top) {
    const child: HtmlNode | undefined = top.children[top.next++];
    if (child === undefined) {
      if (top.node !== root) leave(top.node);
      top = stack.pop();
    } else if (enter(child)) {
      stack.push(top);
      top = { node: child, children: childrenOf(child), next: 0 };
    }
  }
}

const UNSEEN = new Set([
  'head',
  'script',
  'style',
  'template',
  'noscript',
  'title',
  'select',
  'option',
  'iframe',
  'object',
]);

/** Never shown as text, whatever a style says. */
export function isUnseen({ tagName }: HtmlElement): boolean {
  return UNSEEN.has(tagName);
}

export function isHidden(element: HtmlElement): boolean {
  if (attribute(element, 'hidden') !== undefined) return true;
  const style = attribute(element, 'style');
  return (
    style !== undefined && /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(style)
  );
}

const BLOCKS = new Set(
  `address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(
    /\s+/,
  ),
);

/** Begins a line of its own. */
export function isBlock({ tagName }: HtmlElement): boolean {
  return BLOCKS.has(tagName);
}
