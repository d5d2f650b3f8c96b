import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRefresher } from '../../../client/src/views/refresher';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Answers when it is told to. */
function setup() {
  const questions: ((answer: string) => void)[] = [];
  const taken: string[] = [];
  const ask = () => new Promise<string>((resolve) => questions.push(resolve));
  const refresher = createRefresher(ask, (answer) => taken.push(answer), 100);
  const answer = async (index: number, text: string) => {
    questions[index]?.(text);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { questions, taken, refresher, answer };
}

test('asks once after a pause, however often it is called', async () => {
  const { questions, taken, refresher, answer } = setup();
  refresher.soon();
  await vi.advanceTimersByTimeAsync(60);
  refresher.soon();
  await vi.advanceTimersByTimeAsync(99);
  expect(questions).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  await answer(0, 'a');
  expect(taken).toEqual(['a']);
  await vi.advanceTimersByTimeAsync(500);
  expect(questions).toHaveLength(1);
});

test('drops an answer that was overtaken, and asks again', async () => {
  const { questions, taken, refresher, answer } = setup();
  refresher.now();
  await vi.advanceTimersByTimeAsync(0);
  refresher.now();
  await vi.advanceTimersByTimeAsync(0);
  expect(questions).toHaveLength(1);
  await answer(0, 'old');
  expect(taken).toEqual([]);
  expect(questions).toHaveLength(2);
  await answer(1, 'new');
  expect(taken).toEqual(['new']);
});

test('an answer within a pause is dropped; the question comes after the pause', async () => {
  const { questions, taken, refresher, answer } = setup();
  refresher.now();
  await vi.advanceTimersByTimeAsync(0);
  refresher.soon();
  await answer(0, 'old');
  expect(questions).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(100);
  await answer(1, 'new');
  expect(taken).toEqual(['new']);
});

test('takes nothing once it is disposed of', async () => {
  const { questions, taken, refresher, answer } = setup();
  refresher.now();
  await vi.advanceTimersByTimeAsync(0);
  refresher.dispose();
  await answer(0, 'late');
  refresher.dispose();
  await vi.advanceTimersByTimeAsync(500);
  expect(taken).toEqual([]);
  expect(questions).toHaveLength(1);
});
