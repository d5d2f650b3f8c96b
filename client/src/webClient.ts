import { Uri } from 'vscode';
import {
  BrowserMessageReader,
  LanguageClient,
  type LanguageClientOptions,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { messagesFor } from './messages';

/** What is used of a worker; the project is compiled without the browser's types. */
interface ServerWorker {
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

declare const Worker: new (url: string) => ServerWorker;

/** A client for the server in `dist/web/server.js`, in a worker of its own that ends with the client. */
export function createWebClient(extension: Uri, options: LanguageClientOptions): LanguageClient {
  const worker = new Worker(Uri.joinPath(extension, 'dist', 'web', 'server.js').toString(true));
  return new WorkerClient(worker, options);
}

class WorkerClient extends LanguageClient {
  constructor(
    private readonly server: ServerWorker,
    options: LanguageClientOptions,
  ) {
    super('zhibiao', messagesFor('zh-cn').name, options, server);
  }

  /** Its own remarks, in English, go to the output only; what the user has to know is said in `activate`. */
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  override async stop(timeout?: number): Promise<void> {
    try {
      await super.stop(timeout);
    } finally {
      this.server.terminate();
    }
  }

  protected override async createMessageTransports(encoding: string): Promise<MessageTransports> {
    const { writer } = await super.createMessageTransports(encoding);
    return { reader: new WorkerReader(this.server), writer };
  }
}

/**
 * A worker has no end that could be seen. It keeps its own faults (server/src/lsp/browser.ts), so that an error event is
 * one that it does not survive, or a script that was not found: that counts as its end.
 */
class WorkerReader extends BrowserMessageReader {
  constructor(worker: ServerWorker) {
    super(worker);
    worker.addEventListener('error', () => this.fireClose());
  }
}
