import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { startServer } from './server';
import { wellFormed } from './well-formed';

/** What is used of a worker's global scope; the project is compiled without the browser's types. */
interface WorkerScope {
  addEventListener(type: 'error' | 'unhandledrejection', listener: (event: Fault) => void): void;
  close(): void;
}

interface Fault {
  readonly error?: unknown;
  readonly reason?: unknown;
  preventDefault(): void;
}

declare const self: WorkerScope & { zhibiaoFormatsUrl?: string };

const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
  { messageStrategy: wellFormed },
);
// The editor must not lose its server over a fault in one answer. A fault that is kept here does not reach the client,
// which takes one for the server's end.
self.addEventListener('error', (event) => keep(event, event.error));
self.addEventListener('unhandledrejection', (event) => keep(event, event.reason));
connection.onExit(() => self.close());
// All files, the corpora that come with the tool among them, are the client's to read.
startServer(connection, {
  corpora: [],
  formatsAt: (url) => {
    // The build makes each import of a format's library load this file first (scripts/build.mjs).
    self.zhibiaoFormatsUrl = url;
  },
});

function keep(event: Fault, fault: unknown): void {
  event.preventDefault();
  connection.console.error(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
}
