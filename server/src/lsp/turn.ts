interface Timers {
  setImmediate?(callback: () => void): unknown;
}

/**
 * Lets the message loop have its turn: messages that have arrived meanwhile are taken first. A worker in a browser has
 * timers only.
 */
export function turn(): Promise<void> {
  const { setImmediate } = globalThis as Timers;
  return new Promise((resume) => {
    if (setImmediate) setImmediate(resume);
    else setTimeout(resume, 0);
  });
}
