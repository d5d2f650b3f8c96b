// What reading sheets takes, by itself: a file of its own that is loaded when it is first needed.
export { read, utils } from '@e965/xlsx';
