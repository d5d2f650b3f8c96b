/** A server that goes on ending within this time is not started again. */
const window = 3 * 60 * 1000;
const limit = 4;

export interface Crashes {
  /** Counts one; false when the server has ended too often to be worth another start. @param now milliseconds */
  mayRestart(now: number): boolean;
  forget(): void;
}

/** Remembers when the server ended without being asked to: the fifth time in three minutes is once too often. */
export function createCrashes(): Crashes {
  let times: readonly number[] = [];
  return {
    mayRestart(now) {
      times = [...times.filter((time) => now - time < window), now];
      return times.length <= limit;
    },
    forget() {
      times = [];
    },
  };
}
