import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/**
 * Keeps the memory of this process, its threads included, near to what is in use. V8 would let the heap of new objects grow
 * to three times 16 MB and that of old ones to four times what lives, and stay so large. Measured (500 counties, one thread):
 * 485 MB without, 177 MB with it, in the same time; the server with 50 files open: see docs/benchmark.md.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=60');
}

/** UTF-16 units. A county file of 100 items has 23,000; one of this length holds 1,400 items, or is hostile. */
const LARGE = 300_000;

/**
 * Lets the heap grow as V8 likes for a text of this length (UTF-16 units): under {@link keepHeapSmall} a third of the time
 * that it takes would be garbage collection (edit of 10,000 items, 95th percentile: 96 ms small, 65 ms free; 700 kB of
 * references, check --fix: 2.7 s and 2.0 s).
 */
export function makeRoom(length: number): void {
  if (length < LARGE) return;
  setFlagsFromString('--semi-space-growth-factor=2');
  setFlagsFromString('--heap-growing-percent=0');
}

/** Bytes: room for the objects of a county file and its registry (3 MB), twice over, since a collection copies them. */
const ROOM_FOR_MANY = 8 * 1024 * 1024;
let hasRoom = false;

/**
 * To be called before each of many files. Lets the heap of new objects grow, under {@link keepHeapSmall}, until most of what
 * was made for one file is gone before it would be moved to the old ones: a tenth of the time of a province, for 6 MB.
 */
export function makeRoomForMany(): void {
  if (hasRoom) return;
  const size = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size;
  hasRoom = size === undefined || size >= ROOM_FOR_MANY;
  setFlagsFromString(`--semi-space-growth-factor=${hasRoom ? 1 : 2}`);
}
