import type { ExtensionContext } from 'vscode';
import { wire } from './activate';
import type { Lifecycle } from './lifecycle';

let server: Lifecycle | undefined;

/** Entry point on the desktop (and in a remote extension host). */
export function activate(context: ExtensionContext): void {
  server = wire(context, async (options) => {
    const { createNodeClient } = await import('./nodeClient');
    return createNodeClient(context, options);
  });
}

/** VS Code waits for the promise, so that the server can end in order. */
export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
