import { expect, it, vi } from 'vitest';
import { rationed } from '../../../server/src/rules/shared/rationed';

const fixWith = (count: number) => ({
  edits: Array.from({ length: count }, (_, at) => ({ span: { start: at, end: at }, newText: 'x' })),
});

it('gives every finding of a series all edits, worked out once', () => {
  const make = vi.fn(() => [fixWith(100)]);
  const fixes = rationed(make);
  const given = Array.from({ length: 100 }, fixes);
  expect(given.every((one) => one === given[0])).toBe(true);
  expect(given[0]?.[0]?.edits).toHaveLength(100);
  expect(make).toHaveBeenCalledOnce();
});

it('gives out no more than a report can bear, and never nothing at all', () => {
  const fixes = rationed(() => [fixWith(20_000)]);
  expect(Array.from({ length: 5 }, () => fixes().length)).toEqual([1, 1, 1, 0, 0]);
  const large = rationed(() => [fixWith(70_000)]);
  expect([large().length, large().length]).toEqual([1, 0]);
});

it('works nothing out before it is asked', () => {
  const make = vi.fn(() => []);
  rationed(make);
  expect(make).not.toHaveBeenCalled();
});
