import type { Line, PlacedFinding, Printed, Row, Table } from '../../../../server/src/protocol/preview';
import { pagesOf } from '../pages';
import { type Placed, type Places, placesOf } from '../places';
import type { PreviewWords } from '../words';
import { element, reconcile } from './dom';
import { columnElements, findingsOf, headElement, isLevel, lineElement, rowElement } from './rowElements';

/** What a row or line on the page stands for. */
export interface Owner {
  /** The line of the file that it begins at. */
  readonly line: number;
  readonly findings: readonly PlacedFinding[];
}

export interface DocumentView {
  readonly root: HTMLElement;
  /**
   * Draws a newer version; what did not change stays as it is, and with it the place that the reader looks at.
   * @param isFiltered true where it need not be all of the file
   */
  show(printed: Printed, words: PreviewWords, isFiltered: boolean): void;
  readonly places: Places<HTMLElement>;
  ownerOf(target: HTMLElement): Owner | undefined;
  /** Where a click on a cell or line leads. */
  lineOf(target: Element): number | undefined;
}

/** Rows that are drawn in one go; a file of usual size is one page. */
const PAGE = 400;

/** The printed form on the page. @param onPlaced called when parts of a long document have been added */
export function createDocumentView(onPlaced: () => void): DocumentView {
  const [head, tables, notes] = [element('header', 'head'), element('div', 'tables'), element('footer', 'notes')];
  const root = element('article', 'paper', head, tables, notes);
  let known = new Map<string, HTMLElement[]>();
  let owners = new WeakMap<Element, Owner>();
  let lines = new WeakMap<Element, number>();
  let places = placesOf<HTMLElement>([]);
  let version = 0;

  function show(printed: Printed, words: PreviewWords, isFiltered: boolean): void {
    version++;
    const mine = version;
    const [before, next] = [known, new Map<string, HTMLElement[]>()];
    owners = new WeakMap();
    lines = new WeakMap();
    known = next;
    const placed: Placed<HTMLElement>[] = [];

    function reuse<T extends HTMLElement>(signature: string, make: () => T): T {
      const made = (before.get(signature)?.shift() as T | undefined) ?? make();
      const same = next.get(signature);
      if (same) same.push(made);
      else next.set(signature, [made]);
      return made;
    }

    function line(one: Line): HTMLElement {
      const { place, ...rest } = one;
      const made = reuse(`line ${JSON.stringify(rest)} ${place !== undefined}`, () => lineElement(one));
      if (place) {
        placed.push({ ...place, element: made });
        owners.set(made, { line: place.line, findings: one.findings ?? [] });
        lines.set(made, place.line);
      }
      return made;
    }

    function row(one: Row, { columns }: Table, look: string): HTMLElement {
      const { place, ...rest } = one;
      const made = reuse(`${look} ${JSON.stringify(rest)} ${place !== undefined}`, () =>
        rowElement(one, columns, words),
      );
      const base = place?.line ?? 0;
      if (place) {
        placed.push({ ...place, element: made });
        owners.set(made, { line: base, findings: findingsOf(one, columns) });
        lines.set(made, base);
      }
      for (const [index, cell] of one.cells.entries()) {
        const target = made.children[index];
        if (!(target instanceof HTMLElement)) continue;
        if (cell.line !== undefined) lines.set(target, base + cell.line);
        for (const range of cell.outside ?? []) placed.push({ ...range, line: base + range.line, element: target });
        if (isLevel(columns[cell.column])) owners.set(target, { line: base, findings: cell.findings ?? [] });
      }
      return made;
    }

    /** Pages of all tables, drawn one by one with pauses in between; those that are there already stay till then. */
    async function draw(): Promise<void> {
      const sections: HTMLElement[] = [];
      for (const [index, table] of printed.tables.entries()) {
        const look = JSON.stringify([table.columns, words.damaged]);
        for (const [page, rows] of pagesOf(table.rows, PAGE).entries()) {
          if (sections.length > 0) await pause();
          if (version !== mine) return;
          const section = reuse(`page ${index} ${page} ${look}`, () => pageElement(table));
          const body = section.querySelector('tbody');
          if (body)
            reconcile(
              body,
              rows.map((one) => row(one, table, look)),
            );
          section.classList.toggle('long', table.rows.length > PAGE);
          section.querySelector('table')?.setAttribute('aria-label', labelOf(printed, table));
          sections.push(section);
          if (tables.children[sections.length - 1] !== section) {
            tables.insertBefore(section, tables.children[sections.length - 1] ?? null);
          }
          update();
        }
      }
      if (sections.length === 0) {
        sections.push(element('p', 'nothing', isFiltered ? words.noRows : words.noItems));
      }
      reconcile(tables, sections);
      update();
    }

    function update(): void {
      places = placesOf(placed);
      onPlaced();
    }

    reconcile(head, printed.head.map(line));
    reconcile(notes, printed.notes.map(line));
    draw();
  }

  return {
    root,
    show,
    get places() {
      return places;
    },
    ownerOf: (target) => owners.get(target),
    lineOf(target) {
      for (let at: Element | null = target; at && at !== root; at = at.parentElement) {
        const found = lines.get(at);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}

function pageElement({ kind, columns }: Table): HTMLElement {
  const table = element('table', kind, columnElements(columns), headElement(columns), element('tbody', ''));
  return element('section', 'page', table);
}

function labelOf({ head }: Printed, table: Table): string {
  const title = head.find(({ style }) => style === 'title');
  const name = table.kind === 'items' ? title?.paragraphs.flat().map(({ text }) => text) : undefined;
  return name?.join('') ?? table.columns[0]?.title ?? '';
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
