/** What the server says, beyond the Language Server Protocol, of the files that it checks a document against. */
export const statusNotification = 'zhibiao/status';

export interface FileStatus {
  readonly uri: string;
  /** Name of the 要求库 in use, if any. */
  readonly corpus?: string | null;
  /** Name of the 单位名录 in use, if any. */
  readonly registry?: string | null;
}

/** `source` of the server's diagnostics. */
export const diagnosticSource = 'zhibiao';

/** Code action that repairs all that can be repaired in a file. */
export const fixAllKind = 'source.fixAll.zhibiao';
