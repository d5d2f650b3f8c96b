import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach } from 'vitest';
import { vsix } from './product';
import { type Files, root } from './temporary';
import { openVsCode } from './vscode';
import { openVsCodeWeb } from './vscode-web';
import type { Workbench } from './workbench';

/** One of the two that a drafter may have, with our extension. */
export interface Editor {
  readonly name: string;
  readonly isWeb: boolean;
  /** Opens it on a workspace folder. `folder`: where that stands; absent where it is in the browser's memory. */
  open(files: Files): Promise<{ readonly code: Workbench; readonly folder?: string }>;
  /** What it calls a thing that has the name `key` in package.nls.json. */
  title(key: string): string;
}

/** For `describe.each`. */
export const editors: readonly Editor[] = [
  {
    name: 'VS Code',
    isWeb: false,
    async open(files) {
      const code = await openVsCode({ extensions: [vsix()], files });
      return { code, folder: code.workspace };
    },
    title: titles('package.nls.en.json'),
  },
  {
    name: 'VS Code for the Web',
    isWeb: true,
    open: async (files) => ({ code: await openVsCodeWeb({ files }) }),
    // This version takes the default words, which are Chinese, whatever its own language.
    title: titles('package.nls.json'),
  },
];

function titles(file: string): (key: string) => string {
  const words: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(root, file), 'utf8'));
  return (key) => {
    const found = words[key];
    if (found === undefined) throw new Error(`${file} has no ${key}`);
    return found.replace('…', '');
  };
}

/**
 * Looks after a window for the tests of the enclosing block: one that fails leaves a picture, and it is closed at the end.
 * @param current the window, once it is open
 * @param kind stands before the names of the pictures
 */
export function attend(current: () => Workbench | undefined, kind = ''): void {
  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(async () => {
      await current()?.screenshot(`failed ${kind}${task.name}`);
    });
  });
  afterAll(() => current()?.close());
}
