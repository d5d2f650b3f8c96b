import type { Event, ExtensionContext } from 'vscode';
import type { Request } from '../../server/src/protocol/request';
import type { Messages } from './messages';

/** What the parts of the extension (views, preview, commands) are given. */
export interface ClientHost {
  readonly context: ExtensionContext;
  /** In the language of the setting `zhibiao.locale`, which may change. */
  readonly messages: Messages;
  /** Asks the server; starts it if need be. Undefined where it does not run or the request failed. */
  request<P, R>(request: Request<P, R>, params: P): Promise<R | undefined>;
  /** The server came up, or came up again. */
  readonly onReady: Event<void>;
}
