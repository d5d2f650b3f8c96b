import type { ToWebview } from '../protocol';
import type { DocumentView, Owner } from './document';

export interface Selection {
  /** The cursor of the editor went to a line. */
  follow(line: number): void;
  /** The editor shows other lines. */
  scroll(to: Extract<ToWebview, { type: 'scroll' }>): void;
  /** Parts of the page are new. */
  refresh(): void;
}

export interface SelectionListener {
  /** @param open true if the keyboard is to go there, too */
  reveal(line: number, open: boolean): void;
  changed(owner: Owner | undefined): void;
}

const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The current row or line: it follows the editor's cursor, clicks and the keyboard. */
export function createSelection(main: HTMLElement, view: DocumentView, listener: SelectionListener): Selection {
  let current: HTMLElement | undefined;
  /** The one part that the Tab key leads to; the arrow keys lead on from there. */
  let stop: HTMLElement | undefined;
  let wanted: number | undefined;

  /** @param look where the part is brought into sight */
  function select(target: HTMLElement | undefined, look: boolean): void {
    if (target !== current) {
      current?.classList.remove('current');
      current?.removeAttribute('aria-current');
      current = target;
      target?.classList.add('current');
      target?.setAttribute('aria-current', 'true');
    }
    const isStop = target?.isConnected === true && target.hasAttribute('tabindex');
    const next = isStop ? target : stop?.isConnected ? stop : main.querySelector<HTMLElement>('.paper [tabindex]');
    if (stop && stop !== next) stop.tabIndex = -1;
    stop = next ?? undefined;
    if (stop) stop.tabIndex = 0;
    listener.changed(target && view.ownerOf(target));
    // Only now: what the listener shows may take room away.
    if (look) bringIntoSight(target);
  }

  /** Up or down only: a row that is wider than the panel must not push the sheet aside. */
  function bringIntoSight(target: HTMLElement | undefined): void {
    const { scrollLeft } = main;
    target?.scrollIntoView({ block: 'nearest' });
    main.scrollLeft = scrollLeft;
  }

  function stops(): HTMLElement[] {
    return [...main.querySelectorAll<HTMLElement>('.paper [tabindex]')];
  }

  function partOf(target: EventTarget | null): HTMLElement | undefined {
    return (target instanceof Element && target.closest<HTMLElement>('.paper [tabindex]')) || undefined;
  }

  function activate(target: EventTarget | null, open: boolean): void {
    if (!(target instanceof Element) || !view.root.contains(target)) return;
    const line = view.lineOf(target);
    const part = partOf(target);
    if (part) select(part, false);
    wanted = undefined;
    if (line !== undefined) listener.reveal(line, open);
  }

  main.addEventListener('click', ({ target, detail }) => {
    // Text that was just selected is to be copied, as a rule.
    if (detail === 1 && getSelection()?.isCollapsed !== false) activate(target, false);
  });
  main.addEventListener('dblclick', ({ target }) => activate(target, true));
  main.addEventListener('focusin', ({ target }) => {
    const part = partOf(target);
    if (part === target && part !== current) select(part, false);
  });
  main.addEventListener('keydown', (event) => {
    const { key, target } = event;
    const part = partOf(target);
    if (!part || part !== target || event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === 'Enter') {
      event.preventDefault();
      activate(target, true);
      return;
    }
    const step = STEPS[key];
    if (!step) return;
    event.preventDefault();
    const all = stops();
    all[step(all.indexOf(part), all.length)]?.focus();
  });

  return {
    follow(line) {
      wanted = line;
      const target = view.places.at(line);
      select(target, target !== current);
    },
    scroll({ line, edge, hasCursor }) {
      const near = view.places.near(line);
      if (edge) {
        main.scrollTop = edge === 'top' ? 0 : main.scrollHeight;
      } else if (near) {
        const [part, frame] = [near.element.getBoundingClientRect(), main.getBoundingClientRect()];
        main.scrollTop += part.top + part.height * near.share - (frame.top + frame.height / 2);
      }
      if (hasCursor) bringIntoSight(current);
    },
    refresh() {
      const target = wanted === undefined ? current : view.places.at(wanted);
      select(target?.isConnected ? target : undefined, false);
    },
  };
}
