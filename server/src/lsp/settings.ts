import { SEVERITIES, type Severity } from '../rules/finding';
import type { Settings } from '../workspace/project';
import { isAbsolutePath, resolveFrom } from '../workspace/uris';

/** Settings of section `zhibiao` as the client sends them: anything may be missing or of a wrong type. */
export function readSettings(value: unknown, folder: string | undefined): Settings {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const resolve = (path: unknown) =>
    typeof path === 'string' && path.trim() !== '' && (folder || isAbsolutePath(path))
      ? resolveFrom(`${folder ?? 'file://'}/_`, path.trim())
      : undefined;
  const registry = resolve(given.registry);
  const corpora = Array.isArray(given.corpora) ? given.corpora.flatMap((path) => resolve(path) ?? []) : [];
  return { yielding: true, rules: severities(given.rules), corpora, ...(registry && { registry }) };
}

function severities(value: unknown): Record<string, Severity | 'off'> {
  const known = new Set<unknown>([...SEVERITIES, 'off']);
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter(([, severity]) => known.has(severity))) as Record<string, Severity | 'off'>;
}
