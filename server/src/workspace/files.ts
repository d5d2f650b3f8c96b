/** The files that the engine may see. Node, a browser's workspace and a test's memory each bring their own. */
export interface Files {
  /** The bytes of the file, or undefined where there is none or it cannot be read. @param uri e.g. `file:///c%3A/县/a.yaml` */
  read(uri: string): Promise<Uint8Array | undefined>;
  /** URIs of the files (not folders) directly in a folder; empty where there is none. @param uri of the folder, without a trailing slash */
  list(uri: string): Promise<readonly string[]>;
}

/** Files that can be searched for, too. */
export interface WorkspaceFiles extends Files {
  /** URIs of the files of ours, by their names, below a folder at any depth; empty where there is none. */
  find(uri: string): Promise<readonly string[]>;
}

/** Files whose state can be told without reading them. */
export interface StatedFiles extends WorkspaceFiles {
  /** Differs after each change of the file; undefined where there is none. */
  stateOf(uri: string): Promise<string | undefined>;
}
