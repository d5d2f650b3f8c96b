import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** Tells whether git would leave a path out, by the .gitignore files from the repository's root downwards. */
export type Ignores = (path: string, isFolder: boolean) => boolean;

/** Reads each .gitignore once. Without a repository around `start`, those from `start` downwards count. */
export function gitignore(start: string): Ignores {
  const root = repositoryRoot(start) ?? start;
  const rules = new Map<string, Ignore | undefined>();
  const rulesOf = (folder: string) => {
    if (!rules.has(folder)) rules.set(folder, readRules(folder));
    return rules.get(folder);
  };

  const ignored = (path: string, isFolder: boolean): boolean => {
    if (path === root || isOutside(root, path)) return false;
    // The nearest .gitignore that says anything decides.
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const name = relative(folder, path).replaceAll('\\', '/');
      const verdict = rulesOf(folder)?.test(isFolder ? `${name}/` : name);
      if (verdict?.unignored) return false;
      if (verdict?.ignored) return true;
      if (folder === root) return false;
    }
  };
  return ignored;
}

function readRules(folder: string): Ignore | undefined {
  try {
    return ignore().add(readFileSync(join(folder, '.gitignore'), 'utf8'));
  } catch {
    return undefined;
  }
}

function repositoryRoot(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function isOutside(root: string, path: string): boolean {
  return relative(root, path).startsWith('..');
}
