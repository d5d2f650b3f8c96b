import type { Range } from 'vscode-languageserver-types';
import type { Message } from '../../rules/finding';
import type { FileEdits } from '../workspace-edit';
import { renamePhrases } from './phrases';

/** What the editor shows in its box before a person types. */
export interface RenameSpot {
  readonly range: Range;
  readonly placeholder: string;
}

/** The edits of a renaming, or the reason why it cannot be. */
export type Renaming = { readonly files: readonly FileEdits[] } | { readonly problem: Message };

export function problem(key: keyof typeof renamePhrases, data: Message['data'] = {}): { problem: Message } {
  return { problem: { template: renamePhrases[key], data } };
}
