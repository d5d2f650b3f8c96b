import { expect } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-types';
import { refactoringActions } from '../../../server/src/service/refactorings/actions';
import type { Checked } from '../../../server/src/workspace/project';
import { applied, editsByUri } from '../apply';
import { type OpenOptions, open } from '../harness';

export interface Offered {
  readonly titles: readonly string[];
  readonly actions: readonly CodeAction[];
  readonly file: Checked;
  /** The texts that a refactoring changes, by file name, after it. */
  after(title: string): Promise<Readonly<Record<string, string>>>;
}

const NAME = 't.zhibiao.yaml';

/**
 * What is offered for a text with a cursor `|` or a selection ⟦ ⟧.
 * @param others more files of the folder, by name
 */
export async function offers(
  text: string,
  others: Readonly<Record<string, string>> = {},
  options?: OpenOptions,
): Promise<Offered> {
  const start = text.search(/⟦|\|(?!\s*$)|(?<!: )\|/m);
  const isSelection = text.includes('⟦');
  const end = isSelection ? text.indexOf('⟧') - 1 : start;
  const plain = isSelection ? text.replace(/[⟦⟧]/g, '') : text.slice(0, start) + text.slice(start + 1);
  const opened = await open({ [NAME]: plain, ...others }, options);
  const file = await opened.at(NAME);
  const range = file.document.lines.range({ start, end });
  const how = { isLazy: false, hasDocumentChanges: true };
  const actions = refactoringActions(file, range, opened.workspace.render, () => true, how);
  return {
    titles: actions.map(({ title }) => title),
    actions,
    file,
    async after(title) {
      const action = actions.find((one) => one.title === title);
      expect(actions.map((one) => one.title)).toContain(title);
      const texts: Record<string, string> = {};
      for (const [uri, edits] of editsByUri(action?.edit)) {
        const name = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
        texts[name] = applied((await opened.at(name)).document.lines.text, edits);
      }
      return texts;
    },
  };
}

/** The text of the file itself after a refactoring that changes nothing else. */
export async function rewritten(
  text: string,
  title: string,
  others?: Readonly<Record<string, string>>,
): Promise<string> {
  const texts = await (await offers(text, others)).after(title);
  expect(Object.keys(texts)).toEqual([NAME]);
  return texts[NAME] ?? '';
}

/** Rules of the findings of a text, errors and warnings only, sorted. */
export async function faults(text: string, others: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { file } = await open({ [NAME]: text, ...others });
  return file.findings
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule }) => rule)
    .sort();
}

export const crlf = (text: string) => text.replaceAll('\n', '\r\n');

/** Both kinds of line breaks, for `describe.each`. */
export const LINE_BREAKS = [
  ['LF', (text: string) => text],
  ['CRLF', crlf],
] as const;

/** A file with one section that has these lines as its items, and these lines at its end. */
export function section(items: string, tail = '', head = ''): string {
  return `标题: 表\n县区: 某县\n${head}一级指标:\n  - 名称: 一、甲\n    三级指标:\n${items}${tail}`;
}
