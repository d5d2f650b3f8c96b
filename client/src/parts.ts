import type { Disposable } from 'vscode';
import { registerCheckWorkspace } from './commands/checkWorkspace';
import { registerGoTo } from './commands/goTo';
import { registerNewFile } from './commands/newFile';
import { registerOpenExample } from './commands/openExample';
import { registerRenumber } from './commands/renumber';
import { registerShowReferences } from './commands/showReferences';
import { registerExport } from './exchange/export';
import { registerExchange } from './exchange/index';
import type { ClientHost } from './host';
import { registerPreview } from './preview/index';
import { registerViews } from './views/index';

/** The parts of the extension beside the language client, each in a folder of its own. */
export const parts: readonly ((host: ClientHost) => Disposable)[] = [
  registerNewFile,
  registerRenumber,
  registerShowReferences,
  registerOpenExample,
  registerGoTo,
  registerCheckWorkspace,
  registerViews,
  registerPreview,
  registerExchange,
  registerExport,
];
