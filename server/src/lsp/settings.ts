import type { Connection } from 'vscode-languageserver';
import { SEVERITIES, type Severity } from '../rules/finding';
import { DEFAULT_SETTINGS, type FeatureSettings, UNIT_LIST_STYLES } from '../service/settings';
import type { FolderSettings, Settings } from '../workspace/settings';
import { isAbsolutePath, normalizeUri, resolveFrom } from '../workspace/uris';

export interface Loaded {
  /** For files outside the folders. */
  readonly settings: Settings;
  readonly byFolder: readonly FolderSettings[];
  readonly features: FeatureSettings;
}

/**
 * Asks the client for the settings of section `zhibiao`, of each folder on its own.
 * @param folders URIs of the workspace's folders
 * @param asks false for a client that only pushes its settings
 * @param pushed what it pushed last
 */
export async function loadSettings(
  connection: Connection,
  folders: readonly string[],
  asks: boolean,
  pushed: unknown,
): Promise<Loaded> {
  const section = 'zhibiao';
  const items = [{ section }, ...folders.map((scopeUri) => ({ section, scopeUri }))];
  const answers: readonly unknown[] = asks
    ? await connection.workspace.getConfiguration(items).catch(() => [])
    : items.map(() => pushed);
  const [whole = pushed, ...each] = answers;
  return {
    settings: readSettings(whole, folders[0]),
    byFolder: folders.map((folder, i) => ({
      folder: normalizeUri(folder).replace(/\/$/, ''),
      settings: readSettings(each[i] ?? whole, folder),
    })),
    features: readFeatures(whole),
  };
}

/** What checks obey: anything may be missing or of a wrong type. */
export function readSettings(value: unknown, folder: string | undefined): Settings {
  const given = record(value);
  const resolve = (path: unknown) =>
    typeof path === 'string' && path.trim() !== '' && (folder || isAbsolutePath(path))
      ? resolveFrom(`${folder ?? 'file://'}/_`, path.trim())
      : undefined;
  const registry = resolve(given.registry);
  const corpora = Array.isArray(given.corpora) ? given.corpora.flatMap((path) => resolve(path) ?? []) : [];
  return { yielding: true, rules: severities(given.rules), corpora, ...(registry && { registry }) };
}

/** What language features obey. */
export function readFeatures(value: unknown): FeatureSettings {
  const { codeLens, inlayHints, completion, format } = record(value);
  const hints = record(inlayHints);
  const defaults = DEFAULT_SETTINGS;
  return {
    codeLens: flag(record(codeLens).enable, defaults.codeLens),
    inlayHints: {
      deadlines: flag(hints.deadlines, defaults.inlayHints.deadlines),
      groups: flag(hints.groups, defaults.inlayHints.groups),
    },
    completionPinyin: flag(record(completion).pinyin, defaults.completionPinyin),
    formatKeyOrder: flag(record(format).keyOrder, defaults.formatKeyOrder),
    formatUnitLists: UNIT_LIST_STYLES.find((style) => style === record(format).unitLists) ?? defaults.formatUnitLists,
  };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function flag(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise;
}

function severities(value: unknown): Record<string, Severity | 'off'> {
  const known = new Set<unknown>([...SEVERITIES, 'off']);
  return Object.fromEntries(Object.entries(record(value)).filter(([, severity]) => known.has(severity))) as Record<
    string,
    Severity | 'off'
  >;
}
