/** A document filter that both VS Code and the language client understand. */
export interface Filter {
  readonly language: string;
  readonly scheme: string;
  readonly pattern?: string;
}

/** File systems whose documents are checked; `git:` and the like would show each finding twice. */
const usualSchemes = ['file', 'untitled', 'vscode-vfs', 'vscode-test-web'];

/** The files of ours by their names (contract section 1), and the configuration. */
export const watchedGlobs = ['**/*.{zhibiao,指标,danwei,单位,yaoqiu,要求}.{yaml,yml}', '**/zhibiao.config.{yaml,yml}'];

/**
 * Documents to check: all of language `zhibiao`, and `yaml` files that match one of `include`.
 * @param folderSchemes file systems of the open folders
 */
export function documentSelector(include: readonly string[], folderSchemes: readonly string[] = []): Filter[] {
  const schemes = [...new Set([...usualSchemes, ...folderSchemes])];
  const named = schemes.map((scheme) => ({ language: 'zhibiao', scheme }));
  const plain = include.flatMap((glob) =>
    schemes
      .filter((scheme) => scheme !== 'untitled')
      .map((scheme) => ({ language: 'yaml', scheme, pattern: anywhere(glob) })),
  );
  return [...named, ...plain];
}

/** Filters match absolute paths, users write globs that start at the folder they have open. */
function anywhere(glob: string): string {
  const path = glob.trim().replaceAll('\\', '/');
  return /^(?:\*\*\/|\/|[A-Za-z]:\/)/.test(path) ? path : `**/${path.replace(/^(?:\.\/)+/, '')}`;
}
