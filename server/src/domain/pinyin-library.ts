// The part of the library that is used, by itself: in Node it is a file of its own, loaded when it is first needed.
export { pinyin, polyphonic } from 'pinyin-pro';
