/** A run that takes less is repeated at once: nobody notices. */
const QUICK_MS = 20;
/** Nobody waits longer than this for a run to begin. */
const MAX_PAUSE_MS = 400;

/** Runs something again and again on demand, never twice at a time and never more than half of the time. */
export interface Pacer {
  /** Wants a run that begins from now on. */
  ask(): void;
  stop(): void;
}

/**
 * At once while the last run was quick, else after a pause as long as the last run took; what is asked for meanwhile is
 * one run. Asking on and on does not put a run off.
 * @param run must not reject
 * @param now milliseconds
 */
export function createPacer(run: () => Promise<void>, now: () => number = () => performance.now()): Pacer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRunning = false;
  let isWanted = false;
  let isStopped = false;
  let took = 0;

  async function start(): Promise<void> {
    timer = undefined;
    isWanted = false;
    isRunning = true;
    const begin = now();
    await run();
    took = now() - begin;
    isRunning = false;
    if (isWanted) ask();
  }

  function ask(): void {
    isWanted = true;
    if (isStopped || isRunning || timer !== undefined) return;
    if (took < QUICK_MS) start();
    else timer = setTimeout(start, Math.min(took, MAX_PAUSE_MS));
  }

  return {
    ask,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
