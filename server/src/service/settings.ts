/** What a person may switch in the editor; each has a setting `zhibiao.*` of the same name. */
export interface FeatureSettings {
  readonly codeLens: boolean;
  readonly inlayHints: { readonly deadlines: boolean; readonly groups: boolean };
  /** Type pinyin or its initials to complete a unit. */
  readonly completionPinyin: boolean;
  /** Reorder the keys of an item when a document is formatted. */
  readonly formatKeyOrder: boolean;
  /** How unit lists are written when a document is formatted. */
  readonly formatUnitLists: UnitListStyle;
}

export const UNIT_LIST_STYLES = ['keep', 'inline', 'lines'] as const;
/** As they are; `[甲, 乙]`; one unit a line. */
export type UnitListStyle = (typeof UNIT_LIST_STYLES)[number];

export const DEFAULT_SETTINGS: FeatureSettings = {
  codeLens: true,
  inlayHints: { deadlines: true, groups: true },
  completionPinyin: true,
  formatKeyOrder: false,
  formatUnitLists: 'keep',
};
