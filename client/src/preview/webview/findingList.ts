import type { PlacedFinding } from '../../../../server/src/protocol/preview';
import { element } from './dom';

export interface FindingList {
  readonly root: HTMLElement;
  /** @param base the line that the findings are counted from */
  show(title: string, findings: readonly PlacedFinding[], base: number): void;
}

/** Findings as buttons that lead to their place; nothing where there are none. */
export function createFindingList(className: string, reveal: (line: number, character: number) => void): FindingList {
  const root = element('section', `findings ${className}`);
  root.setAttribute('aria-live', 'polite');
  root.hidden = true;
  let shown = '';
  return {
    root,
    show(title, findings, base) {
      const next = JSON.stringify([title, findings, base]);
      if (next === shown) return;
      shown = next;
      root.hidden = findings.length === 0;
      root.setAttribute('aria-label', title);
      const buttons = findings.map(({ severity, message, line, character }) => {
        const button = element('button', `finding ${severity}`, message);
        button.type = 'button';
        button.addEventListener('click', () => reveal(base + line, character));
        return button;
      });
      root.replaceChildren(element('div', 'caption', title), ...buttons);
    },
  };
}
