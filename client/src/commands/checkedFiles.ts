export interface CheckedFiles {
  /** @param dependencies URIs of registries, corpora and configurations */
  put(uri: string, dependencies: readonly string[]): void;
  delete(uri: string): void;
  clear(): void;
  readonly uris: readonly string[];
  /** The files whose findings are out of date when some file has changed: itself, and those that lean on it. */
  touchedBy(changed: string): string[];
}

/** The files that a check of the workspace has looked at, and what their findings lean on. */
export function createCheckedFiles(): CheckedFiles {
  const files = new Map<string, ReadonlySet<string>>();
  return {
    put: (uri, dependencies) => files.set(uri, new Set(dependencies)),
    delete: (uri) => files.delete(uri),
    clear: () => files.clear(),
    get uris() {
      return [...files.keys()];
    },
    touchedBy: (changed) =>
      [...files].flatMap(([uri, dependencies]) => (uri === changed || dependencies.has(changed) ? [uri] : [])),
  };
}
