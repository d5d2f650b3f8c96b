import { type Change, changeBetween } from '../text/change';
import type { Fault } from './faults';
import { readIrregular } from './irregular';
import type { Node } from './nodes';
import { type RegularText, readRegular } from './regular-reader';
import { rereadEntry } from './reread';
import { earlierSegments, type Segment } from './segments';
import type { Vocabulary } from './vocabulary';

/** Texts above this are refused with one finding: 10,000 items are 5.6 MB (design.md), and parsers take memory. */
export const MAX_LENGTH = 32 * 1024 * 1024;

/** A text as read: the tree, what was wrong with it, and what can be kept when the text changes. */
export interface SyntaxTree {
  readonly root: Node | null;
  /** In the order of the text. */
  readonly faults: readonly Fault[];
  /** @internal */
  readonly text: string;
  /** @internal entries that an edit elsewhere does not touch */
  readonly segments: readonly Segment[];
  /** @internal what is known of a text of the regular style */
  readonly regular?: RegularText;
}

/**
 * Reads a text. Never throws: what cannot be read becomes faults, and costs the entry that it stands in.
 * @param previous the tree of an earlier version of the same text. What an edit did not touch is taken over, as the same
 *   nodes, and moved to where it stands now; so the tree must not be used any more.
 * @param change what led from the earlier version to this one, if that is known
 */
export function parseYaml(text: string, vocabulary: Vocabulary, previous?: SyntaxTree, change?: Change): SyntaxTree {
  if (text.length > MAX_LENGTH) return refused(text, 'too-large');
  const changed = previous && (change ?? changeBetween(previous.text, text));
  if (changed && previous.regular) {
    const regular = rereadEntry(previous.regular, text, changed, vocabulary);
    if (regular) return regularTree(text, regular);
  }
  const earlier = changed && earlierSegments(previous.segments, changed);
  const regular = readRegular(text, vocabulary, earlier);
  return regular ? regularTree(text, regular) : { text, ...readIrregular(text, vocabulary, earlier) };
}

function regularTree(text: string, regular: RegularText): SyntaxTree {
  return { root: regular.root, faults: [], text, segments: regular.segments, regular };
}

function refused(text: string, kind: 'too-large'): SyntaxTree {
  return { root: null, faults: [{ kind, span: { start: 0, end: 0 }, fixable: false }], text, segments: [] };
}
