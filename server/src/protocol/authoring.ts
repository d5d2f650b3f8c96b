import { request } from './request';

/** A corpus that a new file can follow. */
export interface Edition {
  /** 名称. */
  readonly name: string;
  /** The shortest of its names: 2021年版. */
  readonly shortName: string;
  readonly items: number;
  /** Items whose text is not certain (校勘: 待核). */
  readonly doubtful: number;
  /** What the corpus says of itself (first sentence of its 说明): a reconstructed text is not to be taken for the official one. */
  readonly note?: string;
}

/** The corpora that files in a folder can follow. @see {@link newFileRequest} */
export const editionsRequest = request<{ readonly folder: string }, readonly Edition[]>('zhibiao/editions');

export interface NewFileParams {
  /** URI of the folder that the file is for. */
  readonly folder: string;
  /** 名称 of an edition. */
  readonly edition: string;
  readonly county: string;
  readonly year: number;
  /** Written as 单位名录: a path relative to the folder. */
  readonly registryPath?: string;
}

/** The text of a new indicator file with all items of an edition, or null where there is no such edition. */
export const newFileRequest = request<NewFileParams, string | null>('zhibiao/newFile');

/** The text of a new registry with the units that most counties have. */
export const newRegistryRequest = request<{ readonly county: string }, string>('zhibiao/newRegistry');

export interface NumberEdit {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly newText: string;
}

/** Edits that number all items of a file 1..N in their order, references included; empty where nothing is to do. */
export const renumberRequest = request<{ readonly uri: string }, readonly NumberEdit[]>('zhibiao/renumber');
