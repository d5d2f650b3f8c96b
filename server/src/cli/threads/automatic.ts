/** Starting a thread and loading the engine in it takes as long as checking so many files. */
const FILES_A_THREAD = 50;

/** How many threads check so many files, unless the user says. @param cores that this process may use */
export function automaticThreads(files: number, cores: number): number {
  return Math.max(1, Math.min(cores, Math.floor(files / FILES_A_THREAD)));
}
