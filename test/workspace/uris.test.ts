import { describe, expect, it } from 'vitest';
import { relativePath, resolveFrom } from '../../server/src/workspace/uris';

describe('relativePath', () => {
  it.each([
    ['file:///w/a.yaml', 'file:///w/x.yaml', './x.yaml'],
    ['file:///w/a.yaml', 'file:///w/units/x.yaml', './units/x.yaml'],
    ['file:///w/甲/a.yaml', 'file:///w/%E4%B9%99/x.yaml', '../乙/x.yaml'],
    ['file:///w/p/q/a.yaml', 'file:///w/x.yaml', '../../x.yaml'],
  ])('from %s to %s', (base, target, path) => {
    expect(relativePath(base, target)).toBe(path);
    expect(decodeURIComponent(resolveFrom(base, path))).toBe(decodeURIComponent(target));
  });
});
