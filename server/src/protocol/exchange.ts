import { request } from './request';

/** A document as the client has it: a file's bytes in base64, or what the clipboard holds. */
export type DocumentContent =
  | { readonly base64: string }
  | {
      readonly text: string /** The same as markup, where the program that it was copied from gave that. */;
      readonly html?: string;
    };

export interface ImportParams {
  /** The document's name without folders, as messages and the report call it. */
  readonly name: string;
  readonly content: DocumentContent;
  /** URI of the folder that the new files are for: its registry and corpora are made use of. */
  readonly folder: string;
  /** Which of several documents are wanted, counted from 0 as the answer lists them; default: all. */
  readonly documents?: readonly number[];
}

/** Either what the document became, or in a sentence why it cannot be imported. */
export type ImportAnswer =
  | {
      readonly files: readonly { readonly name: string; readonly text: string }[];
      /** Markdown, in Chinese like the files. */
      readonly report: string;
      readonly items: number;
      /** The tables or plans that became files, each with the number of its items. */
      readonly documents: readonly { readonly title: string; readonly items: number }[];
      /** Places that the person has to look at. */
      readonly doubts: number;
    }
  | { readonly refusal: string };

/** Reads a document of Word, Excel or the web as indicator files and a registry. Null where the server has failed. */
export const importRequest = request<ImportParams, ImportAnswer | null>('zhibiao/import');

export interface PasteParams {
  /** The indicator file that is pasted into. */
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
  readonly name: string;
  readonly content: DocumentContent;
}

/** What to write, or in a sentence why the table cannot stand there. */
export type PasteAnswer =
  | {
      readonly edits: readonly {
        readonly range: { readonly start: PasteParams['position']; readonly end: PasteParams['position'] };
        readonly newText: string;
      }[];
      readonly items: number;
      readonly doubts: number;
      /** Text of the table that the edits do not hold. */
      readonly left: readonly string[];
    }
  | { readonly refusal: string };

/** A table as items of an indicator file, put where the cursor is; null where the server has failed. */
export const pasteRequest = request<PasteParams, PasteAnswer | null>('zhibiao/pasteTable');
