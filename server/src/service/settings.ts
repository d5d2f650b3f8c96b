/** What a person may switch in the editor; each has a setting `zhibiao.*` of the same name. */
export interface FeatureSettings {
  readonly codeLens: boolean;
  readonly inlayHints: { readonly deadlines: boolean; readonly groups: boolean };
  /** Type pinyin or its initials to complete a unit. */
  readonly completionPinyin: boolean;
  /** Reorder the keys of an item when a document is formatted. */
  readonly formatKeyOrder: boolean;
}

export const DEFAULT_SETTINGS: FeatureSettings = {
  codeLens: true,
  inlayHints: { deadlines: true, groups: true },
  completionPinyin: true,
  formatKeyOrder: false,
};
