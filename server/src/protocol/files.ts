import { request } from './request';

/*
 * From the server to the client: files that only the editor can read, such as those of a browser's workspace or of a
 * virtual file system. A client that answers these says so with `initializationOptions.files: true`.
 */

/** The bytes of a file in base64, or null where there is none or it cannot be read. */
export const readFileRequest = request<{ readonly uri: string }, string | null>('zhibiao/files/read');

/** URIs of the files (not folders) directly in a folder; empty where there is none. */
export const listFilesRequest = request<{ readonly uri: string }, readonly string[]>('zhibiao/files/list');

export interface FindFilesParams {
  readonly uri: string;
  /** Names of folders that are not looked into. */
  readonly skipped: readonly string[];
}

/** URIs of the YAML files below a folder, at any depth; the server picks ours (contract section 1). */
export const findFilesRequest = request<FindFilesParams, readonly string[]>('zhibiao/files/find');
