import { request } from './request';

export interface MigrateParams {
  /** The indicator file. */
  readonly uri: string;
  /** 名称 of the edition that it is to follow. @see editionsRequest */
  readonly edition: string;
}

/** What became of a file, or why nothing did. */
export type MigrateAnswer =
  | {
      /** The file on the new edition. */
      readonly text: string;
      /** Markdown, in Chinese like the file. */
      readonly report: string;
      /** Places that are marked 待核. */
      readonly doubts: number;
    }
  | { readonly refusal: 'unreadable' | 'same-edition' | 'no-edition' };

/** An indicator file moved to another edition; nothing is written. Null where there is no such file. */
export const migrateRequest = request<MigrateParams, MigrateAnswer | null>('zhibiao/migrate');

export interface CompareParams {
  /** Two or more indicator files; the first one's edition gives the order. */
  readonly uris: readonly string[];
  readonly onlyDifferences: boolean;
}

/** The items of several counties side by side, as a web page; null where there are not two files to compare. */
export const compareRequest = request<CompareParams, string | null>('zhibiao/compare');
