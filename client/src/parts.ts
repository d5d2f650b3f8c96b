import type { Disposable } from 'vscode';
import type { ClientHost } from './host';

/** The parts of the extension beside the language client, each in a folder of its own. */
export const parts: readonly ((host: ClientHost) => Disposable)[] = [];
