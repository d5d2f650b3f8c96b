import { Disposable, window } from 'vscode';
import type { ClientHost } from '../host';
import { createItemsView } from './itemsView';
import { decorations } from './treeItem';
import { registerUnitsView } from './unitsView';

/** The trees in the activity bar, both following the file and the cursor. */
export function registerViews(host: ClientHost): Disposable {
  return Disposable.from(
    createItemsView(host),
    registerUnitsView(host),
    window.registerFileDecorationProvider(decorations(() => host.messages.views)),
  );
}
