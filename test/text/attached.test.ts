import { describe, expect, it } from 'vitest';
import { attached } from '../../server/src/text/attached';

describe('attached', () => {
  it('remembers the last value of each object', () => {
    const sizes = attached<object, number>();
    const [one, other] = [{}, {}];
    sizes.set(one, 1);
    sizes.set(other, 2);
    sizes.set(one, 3);
    expect([sizes.get(one), sizes.get(other), sizes.get({})]).toEqual([3, 2, undefined]);
  });

  it('keeps what belongs to different uses apart', () => {
    const [sizes, names] = [attached<object, number>(), attached<object, string>()];
    const one = {};
    sizes.set(one, 1);
    names.set(one, '甲');
    expect([sizes.get(one), names.get(one)]).toEqual([1, '甲']);
  });

  it('is not seen in the object, nor copied with it', () => {
    const sizes = attached<object, number>();
    const one = Object.freeze({ name: '甲' });
    sizes.set(one, 1);
    expect(Reflect.ownKeys(one)).toEqual(['name']);
    expect(one).toEqual({ name: '甲' });
    expect([sizes.get({ ...one }), sizes.get(structuredClone(one))]).toEqual([undefined, undefined]);
    expect(sizes.get(one)).toBe(1);
  });
});
