import type { Diagnostic } from 'vscode-languageserver-types';
import { request } from './request';

export interface CheckWorkspaceParams {
  /** Only these files, and without a word of progress; default: all of the workspace. */
  readonly uris?: readonly string[];
  /** Where the client shows the progress; without one, the server asks it for a place. */
  readonly workDoneToken?: string | number;
}

export interface WorkspaceSummary {
  /** Files that were checked, open ones included. */
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  /** True where the client took the request back half-way; what was found so far has been sent. */
  readonly cancelled: boolean;
}

/** Checks all files of the workspace; meanwhile {@link fileFindings} come in. */
export const checkWorkspaceRequest = request<CheckWorkspaceParams, WorkspaceSummary>('zhibiao/checkWorkspace');

/** Notification: the findings of a file that is not open (those of open ones go their usual way). */
export const fileFindings = 'zhibiao/checkWorkspace/findings';

export interface FileFindings {
  readonly uri: string;
  /** Empty for a file without fault. */
  readonly diagnostics: readonly Diagnostic[];
  /** URIs of the registry, corpora and configuration that the findings lean on, existing or not. */
  readonly dependencies: readonly string[];
}
