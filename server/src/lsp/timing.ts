/** Something that is waited for, though not for ever. */
export interface Deadline {
  readonly reached: Promise<void>;
  reach(): void;
}

/** Reached when it is said to be, or after a time by itself. @param ms milliseconds */
export function deadline(ms: number): Deadline {
  let reach = () => {};
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const timer = setTimeout(reach, ms);
  return {
    reached,
    reach() {
      clearTimeout(timer);
      reach();
    },
  };
}

/** Runs once for all calls that come in one burst, and in a flood now and then. @param ms between two runs, at least */
export function throttled(ms: number, run: () => void): () => void {
  let waiting = false;
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    if (waiting) return;
    waiting = true;
    const wait = Math.max(0, last + ms - performance.now());
    setTimeout(() => {
      waiting = false;
      last = performance.now();
      run();
    }, wait);
  };
}
