import { afterEach, expect, it, vi } from 'vitest';

interface Told {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly type: number; readonly message: string };
  readonly result?: { readonly capabilities: object };
}

/** Stands for a worker's global scope. */
function workerScope() {
  const listeners = new Map<string, ((event: object) => void)[]>();
  return {
    told: [] as Told[],
    onmessage: undefined as ((event: { data: object }) => void) | undefined,
    close: vi.fn(),
    postMessage(message: Told) {
      // What a worker could not send is an error here, too.
      this.told.push(structuredClone(message));
    },
    addEventListener(type: string, listener: (event: object) => void) {
      listeners.set(type, [...(listeners.get(type) ?? []), listener]);
    },
    fire(type: string, event: object) {
      for (const listener of listeners.get(type) ?? []) listener(event);
    },
    send(message: object) {
      this.onmessage?.({ data: { jsonrpc: '2.0', ...message } });
    },
  };
}

afterEach(() => vi.unstubAllGlobals());

it('serves a client from a worker, survives its own faults, and ends when it is told to', async () => {
  const scope = workerScope();
  vi.stubGlobal('self', scope);
  await import('../../server/src/lsp/browser');

  scope.send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  await vi.waitFor(() => expect(scope.told.find(({ id }) => id === 1)?.result?.capabilities).toBeDefined());

  const faults = { error: { error: new Error('one') }, unhandledrejection: { reason: 'two' } };
  for (const [type, fault] of Object.entries(faults)) {
    const preventDefault = vi.fn();
    scope.fire(type, { ...fault, preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  }
  const logged = () => scope.told.filter(({ method }) => method === 'window/logMessage');
  await vi.waitFor(() => expect(logged()).toHaveLength(2));
  expect(logged().map(({ params }) => params?.message)).toEqual([expect.stringContaining('one'), 'two']);

  expect(scope.close).not.toHaveBeenCalled();
  scope.send({ id: 2, method: 'shutdown' });
  scope.send({ method: 'exit' });
  await vi.waitFor(() => expect(scope.close).toHaveBeenCalledOnce());
});
