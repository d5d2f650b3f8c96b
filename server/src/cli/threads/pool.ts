import type { Outcome, Task } from '../checker';
import type { CheckTasks } from '../checking';
import { Failure } from '../context';
import { visible } from '../escape';
import type { Answer } from './worker';

/** The part of `Worker` of node:worker_threads that is needed. */
export interface Thread {
  postMessage(tasks: readonly Task[]): void;
  on(event: 'message', listener: (answer: Answer) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'exit', listener: () => void): unknown;
  terminate(): Promise<unknown>;
}

/** Neighbours are dealt together: they lean on the same registry, which is then read by one thread only. */
const MOST_AT_ONCE = 16;
/** A thread gets more when this many are left to it, so that it never waits. */
const REFILL_BELOW = 4;

/** Checks on several threads. A thread that dies costs the file that it was at; another takes its place. */
export function checkInThreads(count: number, start: () => Thread): CheckTasks {
  return (tasks, done) => {
    const threads = new Set<Thread>();
    const checked = new Promise<void>((resolve, reject) => {
      const atOnce = Math.max(1, Math.min(MOST_AT_ONCE, Math.floor(tasks.length / (count * 4))));
      let dealt = 0;
      let finished = 0;

      const settle = (index: number, outcome: Outcome) => {
        done(index, outcome);
        finished++;
        if (finished === tasks.length) resolve();
      };

      /** @param given indexes of tasks that a dead thread left */
      const open = (given: readonly number[] = []) => {
        const thread = start();
        threads.add(thread);
        const waiting: number[] = [];
        const deal = (indexes: readonly number[]) => {
          waiting.push(...indexes);
          thread.postMessage(indexes.flatMap((index) => tasks[index] ?? []));
        };
        const refill = () => {
          if (waiting.length >= REFILL_BELOW || dealt >= tasks.length) return;
          const end = Math.min(tasks.length, dealt + atOnce);
          deal(Array.from({ length: end - dealt }, (_, offset) => dealt + offset));
          dealt = end;
        };
        let ready = false;
        let fault = '';
        thread.on('message', (answer) => {
          if (answer === 'ready') {
            ready = true;
            return;
          }
          const index = waiting.shift();
          refill();
          if (index !== undefined) settle(index, answer);
        });
        thread.on('error', ({ message }) => {
          fault = `，${message}`;
        });
        thread.on('exit', () => {
          threads.delete(thread);
          const [victim, ...rest] = waiting.splice(0);
          if (victim === undefined) return;
          // It would be no better with the next file, or the next thread.
          if (!ready) {
            reject(new Failure(`线程启动不了${visible(fault)}。请用 --threads 1`));
            return;
          }
          try {
            if (rest.length > 0 || dealt < tasks.length) open(rest);
            settle(victim, { trouble: `${visible(tasks[victim]?.path ?? '')}：检查时程序中断${visible(fault)}` });
          } catch (error) {
            reject(error);
          }
        });
        if (given.length > 0) deal(given);
        refill();
      };

      if (tasks.length === 0) resolve();
      for (let index = 0; index < Math.min(count, Math.ceil(tasks.length / atOnce)); index++) open();
    });
    return checked.finally(() => Promise.all([...threads].map((thread) => thread.terminate())).then(() => {}));
  };
}
