import type { MessagePort } from 'node:worker_threads';
import { createChecker, type Outcome, type Surroundings, type Task } from '../checker';
import type { Engine } from '../engine';

/** What a thread says: once that it can work, then what became of the task that it was given first and has not answered. */
export type Answer = 'ready' | Outcome;

/** The work of a thread: checks what it is sent, and answers each task in turn. */
export function serveChecks(port: MessagePort, engine: Engine, surroundings: Surroundings): void {
  const checker = createChecker(engine, surroundings);
  let work = Promise.resolve();
  port.postMessage('ready' satisfies Answer);
  port.on('message', (tasks: readonly Task[]) => {
    work = work.then(async () => {
      for (const task of tasks) answer(port, await checker.check(task));
    });
  });
}

function answer(port: MessagePort, outcome: Outcome): void {
  // The bytes change hands, they are not copied.
  const moved = 'report' in outcome && outcome.report.body.length > 0 ? [outcome.report.body.buffer] : [];
  port.postMessage(outcome, moved);
}
