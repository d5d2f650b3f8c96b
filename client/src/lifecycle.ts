/** The part of a language client that starting and stopping needs. */
export interface Startable {
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface Lifecycle {
  /** Starts the server unless it runs already. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts and stops a server strictly one after the other, however fast the requests come.
 * No promise rejects: a failed start is told to `onFailure`, and the next start tries again.
 */
export function createLifecycle(create: () => Promise<Startable>, onFailure: (error: unknown) => void): Lifecycle {
  let client: Startable | undefined;
  let last: Promise<void> = Promise.resolve();

  async function start(): Promise<void> {
    if (client !== undefined) return;
    try {
      client = await create();
      await client.start();
    } catch (error) {
      await stop();
      onFailure(error);
    }
  }

  async function stop(): Promise<void> {
    const stopping = client;
    client = undefined;
    // A server that never came up, or is gone, refuses to be stopped: that is as good as stopped.
    await stopping?.stop().catch(() => undefined);
  }

  function enqueue(step: () => Promise<void>): Promise<void> {
    last = last.then(step);
    return last;
  }

  return { start: () => enqueue(start), stop: () => enqueue(stop) };
}
