import { turn } from './turn';

/** Work in the background holds up a keystroke for no longer than this, and one file. */
const SLICE_MS = 8;
/** How long it stands back, at most, while somebody is waiting for an answer. */
const MAX_WAIT_MS = 250;

/**
 * Cuts work in the background into slices: most calls return at once, some let the message loop have its turn.
 * @param isBusy true while somebody is waiting for an answer
 */
export function createSlices(isBusy: () => boolean): () => Promise<void> {
  let begin = performance.now();
  return async () => {
    const now = performance.now();
    if (now - begin < SLICE_MS && !isBusy()) return;
    // Two turns: one takes a message in, the next one begins to work on it.
    await turn();
    await turn();
    while (isBusy() && performance.now() - now < MAX_WAIT_MS) await turn();
    begin = performance.now();
  };
}
