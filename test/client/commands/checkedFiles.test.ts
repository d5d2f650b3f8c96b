import { expect, test } from 'vitest';
import { createCheckedFiles } from '../../../client/src/commands/checkedFiles';

test('a change touches the file itself and those that lean on it', () => {
  const files = createCheckedFiles();
  files.put('a', ['registry', 'corpus']);
  files.put('b', ['corpus']);
  files.put('registry', []);
  expect(files.touchedBy('registry')).toEqual(['a', 'registry']);
  expect(files.touchedBy('corpus')).toEqual(['a', 'b']);
  expect(files.touchedBy('b')).toEqual(['b']);
  expect(files.touchedBy('other')).toEqual([]);
  files.put('a', []);
  files.delete('b');
  expect(files.touchedBy('corpus')).toEqual([]);
  files.clear();
  expect(files.uris).toEqual([]);
});
