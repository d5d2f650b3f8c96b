/** What the reader must know of a file's language to tell a slip of the keyboard from text. Supplied by `model/keys`. */
export interface Vocabulary {
  /** Every key that the language knows. */
  readonly keys: ReadonlySet<string>;
  /** Keys whose lists hold names, never sentences: a full-width comma in them parts two entries. */
  readonly nameLists: ReadonlySet<string>;
  /** Keys whose lists hold sentences, which may begin like a key (`资料：…`). */
  readonly textLists: ReadonlySet<string>;
  /** Keys whose lists are long and are read entry by entry, so that an edit costs one entry. */
  readonly segmentLists: ReadonlySet<string>;
}
