import { Disposable, window } from 'vscode';
import type { ClientHost } from '../host';
import { createFollowed } from './followed';
import { createItemsView } from './itemsView';
import { decorations } from './treeItem';
import { registerUnitsView } from './unitsView';

/** The trees in the activity bar, both following the file and the cursor. */
export function registerViews(host: ClientHost): Disposable {
  const followed = createFollowed(host);
  return Disposable.from(
    followed,
    createItemsView(host, followed),
    registerUnitsView(host, followed),
    window.registerFileDecorationProvider(decorations(() => host.messages.views)),
  );
}
