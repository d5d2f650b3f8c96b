export interface Refresher {
  /** Asks after a pause; a call within the pause starts it anew. */
  soon(): void;
  /** Asks at once. */
  now(): void;
  dispose(): void;
}

/**
 * Asks one question at a time, and takes no answer that was overtaken by the next call.
 * @param ask must not reject
 * @param delay milliseconds
 */
export function createRefresher<T>(ask: () => Promise<T>, take: (answer: T) => void, delay: number): Refresher {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let newest = 0;
  let isOver = false;
  let isAsking = false;

  async function run(): Promise<void> {
    // The answer on its way is stale; when it is in, the question is put again.
    if (isAsking) return;
    isAsking = true;
    let mine: number;
    let answer: T;
    do {
      mine = newest;
      answer = await ask();
      // A pause that has begun ends with a question of its own.
    } while (mine !== newest && timer === undefined && !isOver);
    isAsking = false;
    if (mine === newest && !isOver) take(answer);
  }

  function begin(pause: number): void {
    newest++;
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      run();
    }, pause);
  }

  return {
    soon: () => begin(delay),
    now: () => begin(0),
    dispose() {
      isOver = true;
      clearTimeout(timer);
    },
  };
}
