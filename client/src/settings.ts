/** The settings that the extension itself obeys; the language server asks for the rest (`workspace/configuration`, section `zhibiao`). */
export interface Settings {
  readonly enable: boolean;
  /** Globs of plain `yaml` files that are checked too. */
  readonly include: readonly string[];
  readonly locale: Locale;
}

export type Locale = 'zh-cn' | 'en';

/** Names of the settings in `Settings`; a change of one of them needs another client. */
export const clientSettings = ['zhibiao.enable', 'zhibiao.files.include', 'zhibiao.locale'] as const;

/** Reads the settings; a value of a wrong type, which settings.json may well hold, counts as absent. */
export function readSettings(get: (name: (typeof clientSettings)[number]) => unknown): Settings {
  const include = get('zhibiao.files.include');
  return {
    enable: get('zhibiao.enable') !== false,
    include: Array.isArray(include) ? include.filter(isGlob) : [],
    locale: get('zhibiao.locale') === 'en' ? 'en' : 'zh-cn',
  };
}

function isGlob(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
