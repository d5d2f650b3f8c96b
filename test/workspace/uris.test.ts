import { describe, expect, it } from 'vitest';
import { foldersAbove, normalizeUri, relativePath, resolveFrom } from '../../server/src/workspace/uris';

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

describe('any string', () => {
  it.each(['', 'no uri', 'a b:c', 'file:///%ZZ', '\ud800', 'file:///\udfff.yaml', '//', '\u0000'])(
    '%j is taken for a URI',
    (uri) => {
      expect(normalizeUri(normalizeUri(uri))).toBe(normalizeUri(uri));
      expect(foldersAbove(uri).length).toBeGreaterThan(0);
      expect(normalizeUri(resolveFrom(uri, './x.yaml'))).toBe(resolveFrom(uri, './x.yaml'));
      expect(resolveFrom('file:///w/a.yaml', uri)).toContain(':');
    },
  );

  it('makes a path of half a character', () => {
    expect(resolveFrom('file:///w/a.yaml', './\ud83d.yaml')).toBe('file:///w/%EF%BF%BD.yaml');
  });
});
