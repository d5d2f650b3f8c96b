/** `initializationOptions` of the language server. Any client may leave out any of them. */
export interface InitializationOptions {
  /** Language of what the server says: `en`, else Chinese. */
  readonly locale?: string;
  /** The client answers the requests of `protocol/files.ts`. */
  readonly files?: boolean;
  /** URIs of corpora beside those that the server finds by itself. */
  readonly corpora?: readonly string[];
  /** URI of a folder with a page `<rule>.md` for each rule that the client can open; wins over the server's own pages. */
  readonly rulePages?: string;
  /** The client knows VS Code's command `editor.action.triggerSuggest`: after one completion it may ask for the next. */
  readonly suggestAgain?: boolean;
  /** The client knows the commands of `protocol/commands.ts`. */
  readonly commands?: boolean;
  /** URI of a folder (`file:`) of this workspace's own, where the server may keep its index between sessions. */
  readonly storage?: string;
  /** URL of dist/web/formats.js: a server in a browser loads it when a document of Word or Excel is to be read or written. */
  readonly formats?: string;
}
