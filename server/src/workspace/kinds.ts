import type { FileKind } from '../model/types';

const NAMES: readonly (readonly [RegExp, FileKind])[] = [
  [/(?:^|[/\\])zhibiao\.config\.ya?ml$/iu, 'config'],
  [/\.(?:指标|zhibiao)\.ya?ml$/iu, 'zhibiao'],
  [/\.(?:单位|danwei)\.ya?ml$/iu, 'danwei'],
  [/\.(?:要求|yaoqiu)\.ya?ml$/iu, 'yaoqiu'],
];

/** The kind of a file by its name (contract section 1), or undefined for any other name. @param name a path or a URI */
export function kindOf(name: string): FileKind | undefined {
  let plain = name;
  try {
    plain = decodeURIComponent(name);
  } catch {
    // A path with a lone percent sign is no encoded URI.
  }
  // A Mac may hand over decomposed names.
  plain = plain.normalize('NFC');
  return NAMES.find(([pattern]) => pattern.test(plain))?.[1];
}

/** Folders that are never looked into. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['node_modules', '.git', 'dist']);
