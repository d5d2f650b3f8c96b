import type { Disposable, DocumentSelector, Event, ExtensionContext } from 'vscode';
import type { Request } from '../../server/src/protocol/request';
import type { Messages } from './messages';
import type { Followed } from './views/followed';

/** What the parts of the extension (views, preview, commands) are given. */
export interface ClientHost {
  readonly context: ExtensionContext;
  /** In the language of the setting `zhibiao.locale`, which may change. */
  readonly messages: Messages;
  /** Asks the server; starts it if need be. Undefined where it does not run or the request failed. */
  request<P, R>(request: Request<P, R>, params: P): Promise<R | undefined>;
  /**
   * The same with the server's progress in a notification, and a button there that takes the request back. The server
   * finds the place of the progress in `workDoneToken`.
   */
  requestWithProgress<P extends object, R>(request: Request<P, R>, params: P, title: string): Promise<R | undefined>;
  /** Hears what the server tells by itself, whichever server is running. */
  onNotification<P>(method: string, handle: (params: P) => void): Disposable;
  /** The documents that are checked; the setting `zhibiao.files.include` may change it. */
  readonly selector: DocumentSelector;
  /** The file that the views show, which stays when a preview or another page has the keyboard. */
  readonly followed: Followed;
  /** The server came up, or came up again. */
  readonly onReady: Event<void>;
}
