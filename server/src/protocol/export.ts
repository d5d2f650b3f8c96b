import { request } from './request';

/** What can be made of an indicator file. */
export const EXPORT_VIEWS = ['master', 'unit', 'evidence', 'deadlines', 'draft', 'changes'] as const;
export type ExportView = (typeof EXPORT_VIEWS)[number];

export const EXPORT_FORMATS = ['docx', 'xlsx', 'html', 'md', 'csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportParams {
  readonly uri: string;
  readonly view: ExportView;
  readonly format: ExportFormat;
  /** For lists of units: only this one, by any of its names. */
  readonly unit?: string;
  /** For lists of units: a document each. */
  readonly split?: boolean;
}

export interface Exported {
  /** With a name for each, without folders. */
  readonly documents: readonly { readonly name: string; readonly base64: string }[];
  /** Errors that the file has still. */
  readonly errors: number;
}

/** The documents, or in a sentence why there are none; null where there is no such file. */
export const exportRequest = request<ExportParams, Exported | { readonly message: string } | null>('zhibiao/export');
