import type { Content, Paragraph, PlacedFinding } from '../../../../server/src/protocol/preview';

/** An element with classes and children; texts become text nodes, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

/** The paragraphs of a cell or line, with the findings that stand at certain characters marked. */
export function paragraphs({ paragraphs: all, findings = [] }: Content): HTMLElement[] {
  return all.map((runs) => element('div', 'paragraph', ...runs.map((run) => runNode(run, findings))));
}

function runNode({ text, strong, finding }: Paragraph[number], findings: readonly PlacedFinding[]): Node {
  const found = finding === undefined ? undefined : findings[finding];
  if (!found && !strong) return document.createTextNode(text);
  const made = element(strong ? 'strong' : 'span', found ? `mark ${found.severity}` : '', text);
  if (found) made.title = found.message;
  return made;
}

/** Marks a cell or line as a whole where none of its characters could be marked, and tells its findings. */
export function markWhole(target: HTMLElement, { paragraphs: all, findings = [] }: Content): void {
  const [worst] = findings;
  if (!worst) return;
  const isMarked = all.some((runs) => runs.some(({ finding }) => finding !== undefined));
  if (isMarked) return;
  target.classList.add('marked', worst.severity);
  target.title = findings.map(({ message }) => message).join('\n');
}

/** Makes the children of an element these, moving as little as possible. */
export function reconcile(parent: Element, children: readonly Element[]): void {
  for (const [index, child] of children.entries()) {
    const there = parent.children[index];
    if (there !== child) parent.insertBefore(child, there ?? null);
  }
  while (parent.children.length > children.length) parent.lastElementChild?.remove();
}
