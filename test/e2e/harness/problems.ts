import type { Page } from 'playwright-core';

export type Severity = 'error' | 'warning' | 'info';

/** One line of the Problems panel, as a person sees it. */
export interface Problem {
  /** Name of the file, without its folder. */
  readonly file: string;
  readonly severity: Severity;
  readonly message: string;
  readonly source: string;
  readonly code: string;
  /** From 1, as the panel counts. */
  readonly line: number;
  readonly column: number;
}

/** What is used of a page's elements here; the project is compiled without the browser's types. */
interface Element {
  readonly textContent: string | null;
  readonly className: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
}

interface Row {
  readonly index: number;
  readonly isLast: boolean;
  /** Only of a row that stands for a file. */
  readonly file: string | undefined;
  /** A place that the problem above speaks of. */
  readonly isRelated: boolean;
  readonly problem: Omit<Problem, 'file'>;
}

const panel = '.markers-panel';

/** Opens the Problems panel unless it is open. */
export async function showProblems(page: Page): Promise<void> {
  const view = page.locator(panel);
  if (await view.isVisible()) return;
  await page.keyboard.press('Control+Shift+M');
  await view.waitFor();
}

/** Every problem in the panel, in its order; scrolls, since only the lines in sight exist on the page. */
export async function readProblems(page: Page): Promise<Problem[]> {
  await showProblems(page);
  const rows = new Map<number, Row>();
  const list = page.locator(`${panel} .monaco-list`);
  if ((await list.locator('.monaco-list-row').count()) === 0) return [];
  await list.hover();
  let step = -200;
  for (let round = 0; round < 200; round++) {
    // Not the file's name that sticks to the top of the list.
    const visible: Row[] = await list.locator('.monaco-list-rows > .monaco-list-row').evaluateAll(readRows);
    for (const row of visible) rows.set(row.index, row);
    const last = visible.find((row) => row.isLast);
    if (last !== undefined && rows.size === last.index + 1) break;
    if (visible.some((row) => row.index === 0)) step = 160;
    else if (last !== undefined) step = -200;
    await page.mouse.wheel(0, step);
    await page.waitForTimeout(20);
  }
  let file = '';
  return [...rows.values()]
    .sort((a, b) => a.index - b.index)
    .flatMap((row) => {
      file = row.file ?? file;
      return row.file === undefined && !row.isRelated ? [{ file, ...row.problem }] : [];
    });
}

/** Runs in the page. */
function readRows(elements: Element[]): Row[] {
  const severities = ['error', 'warning', 'info'] as const;
  return elements.map((row) => {
    const text = (selector: string) => row.querySelector(selector)?.textContent ?? '';
    const texts = (selector: string) => [...row.querySelectorAll(selector)].map((part) => part.textContent ?? '');
    const icon = row.querySelector('.marker-icon')?.className ?? '';
    const [line = 0, column = 0] = (text('.marker-line').match(/\d+/g) ?? []).map(Number);
    return {
      index: Number(row.getAttribute('data-index')),
      isLast: row.getAttribute('data-last-element') === 'true',
      isRelated: row.querySelector('.related-info-resource') !== null,
      file: row.querySelector('.resource-label-container') ? text('.label-name') : undefined,
      problem: {
        severity: severities.find((name) => icon.split(' ').includes(name)) ?? 'info',
        message: texts('.marker-message').join('\n'),
        source: text('.marker-source'),
        code: text('.marker-code, .code-link'),
        line,
        column,
      },
    };
  });
}
