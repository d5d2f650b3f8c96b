import { expect, test } from 'vitest';
import { createLifecycle, type Startable } from '../../client/src/lifecycle';

/** A client that writes down what happens to it; `faults` says which step of which client fails. */
function recorder(...faults: string[]) {
  const log: string[] = [];
  let created = 0;
  const step = async (name: string) => {
    await Promise.resolve();
    log.push(name);
    if (faults.includes(name)) throw new Error(name);
  };
  const lifecycle = createLifecycle(
    async (): Promise<Startable> => {
      created += 1;
      const id = created;
      await step(`create ${id}`);
      return { start: () => step(`start ${id}`), stop: () => step(`stop ${id}`) };
    },
    (error) => log.push(`failure: ${error instanceof Error ? error.message : error}`),
  );
  return { log, lifecycle };
}

test('starts once, however often it is asked', async () => {
  const { log, lifecycle } = recorder();
  await Promise.all([lifecycle.start(), lifecycle.start(), lifecycle.start()]);
  expect(log).toEqual(['create 1', 'start 1']);
});

test('stopping what never started does nothing', async () => {
  const { log, lifecycle } = recorder();
  await lifecycle.stop();
  expect(log).toEqual([]);
});

test('requests that overlap run one after the other', async () => {
  const { log, lifecycle } = recorder();
  await Promise.all([lifecycle.start(), lifecycle.stop(), lifecycle.start(), lifecycle.stop()]);
  expect(log).toEqual(['create 1', 'start 1', 'stop 1', 'create 2', 'start 2', 'stop 2']);
});

test('a start that fails is told, and the next one tries again with another client', async () => {
  const { log, lifecycle } = recorder('start 1', 'stop 1');
  await lifecycle.start();
  await lifecycle.start();
  expect(log).toEqual(['create 1', 'start 1', 'stop 1', 'failure: start 1', 'create 2', 'start 2']);
});

test('a client that cannot be made is told too', async () => {
  const { log, lifecycle } = recorder('create 1');
  await lifecycle.start();
  expect(log).toEqual(['create 1', 'failure: create 1']);
});

test('a server that refuses to stop does not stand in the way', async () => {
  const { log, lifecycle } = recorder('stop 1');
  await lifecycle.start();
  await lifecycle.stop();
  await lifecycle.start();
  expect(log).toEqual(['create 1', 'start 1', 'stop 1', 'create 2', 'start 2']);
});
