import { BLANK, BYTE_ORDER_MARK, HASH, isLineEnd, PIPE } from './codes';
import { type Entry, type Node, type Origin, Place, type ScalarNode } from './nodes';
import { NOT_REGULAR, notRegular } from './not-regular';
import { addEntry } from './regular-keys';
import { NO_LINE } from './regular-lines';
import { readLiteral } from './regular-scalars';
import { SegmentReader } from './regular-segments';
import { readInline } from './regular-values';
import type { Earlier, Segment } from './segments';
import type { Vocabulary } from './vocabulary';

export interface RegularText {
  readonly root: Node;
  /** The entries of the long lists, in the order of the text. */
  readonly segments: readonly Segment[];
  /** All that places are relative to, in the order of the text. */
  readonly origins: readonly Origin[];
  /** Keys outside the segments that have a mapping below them. */
  readonly mappings: ReadonlySet<string>;
}

export interface RegularEntry {
  readonly node: Node;
  /** Keys in it that have lists of mappings. */
  readonly lists: readonly string[];
}

/**
 * Reads a text of the regular style: what the formatter writes, and drafters type when nothing is wrong. Mappings and lists
 * by indentation, scalars and flow collections on one line, literal texts, comments. It never guesses: whatever is out of
 * the ordinary makes it hand over the text (undefined). What it does read has no fault, and the scanner and `yaml` read it
 * the same, to the last offset; `test/yaml/regular.test.ts` holds the three equal.
 * @param earlier entries that may be taken over from an earlier version
 */
export function readRegular(text: string, vocabulary: Vocabulary, earlier?: Earlier): RegularText | undefined {
  return attempt(text, () => new RegularReader(text, vocabulary, { offset: 0 }, earlier).document());
}

/**
 * Reads one entry of a long list by itself.
 * @param text from the start of the entry's first line to the end of its last one
 * @param origin stands for the start of the text
 * @param column where the dashes of the list stand
 * @param under the key of the list
 */
export function readRegularEntry(
  text: string,
  vocabulary: Vocabulary,
  origin: Origin,
  column: number,
  under: string,
): RegularEntry | undefined {
  return attempt(text, () => new RegularReader(text, vocabulary, origin).entry(column, under));
}

function attempt<T>(text: string, read: () => T): T | undefined {
  if (text.includes('\r') && /\r(?!\n)/.test(text)) return undefined;
  try {
    return read();
  } catch (error) {
    if (error === NOT_REGULAR) return undefined;
    throw error;
  }
}

class RegularReader extends SegmentReader {
  private readonly mappings = new Set<string>();

  document(): RegularText {
    if (this.text.charCodeAt(0) === BYTE_ORDER_MARK) this.at = 1;
    this.toContent();
    if (this.indent !== 0) notRegular();
    const root = this.mapping(0);
    if (this.at < this.text.length) notRegular();
    // The scanner would take an entry below such a key for one that lost its dash.
    for (const key of this.mappings) if (this.lists.has(key)) notRegular();
    return { root, segments: this.segments, origins: this.origins, mappings: this.mappings };
  }

  /** The whole text as one entry of a list whose dashes stand in `column`. */
  entry(column: number, under: string): RegularEntry {
    this.toContent();
    if (this.lineStart !== 0 || this.indent !== column || !this.isDash()) notRegular();
    this.segmentColumn = column;
    const node = this.item(column, under);
    // Comments behind an entry are no part of it.
    if (this.indent !== NO_LINE || this.linesEnd !== this.text.length) notRegular();
    return { node, lists: this.segmentLists };
  }

  /** A block mapping whose first key stands here, in `column`. */
  private mapping(column: number): Node {
    const { at: start, origin, base } = this;
    const entries: Entry[] = [];
    this.enter();
    do {
      const key = this.key();
      addEntry(entries, key, this.valueBehind(key, column));
    } while (this.indent === column);
    this.close(column);
    return { kind: 'mapping', place: this.placeFrom(start, origin, base), flow: false, entries };
  }

  /** A block list whose first dash stands here, in `column`. */
  private sequence(column: number, under: string): Node {
    const { at: start, origin, base } = this;
    const items: Node[] = [];
    const isLong = this.vocabulary.segmentLists.has(under);
    if (isLong && this.inSegment()) notRegular();
    this.enter();
    do {
      items.push(isLong ? this.segment(column, under) : this.item(column, under));
    } while (this.indent === column && this.isDash());
    this.close(column);
    return { kind: 'sequence', place: this.placeFrom(start, origin, base), flow: false, items };
  }

  /** The value of a key whose mapping stands in `column`, and all that belongs to it. */
  private valueBehind(key: ScalarNode, column: number): Node | null {
    const { text, at: colonEnd } = this;
    const name = key.raw;
    let code = text.charCodeAt(this.at);
    while (code === BLANK) code = text.charCodeAt(++this.at);
    if (!isLineEnd(code) && code !== HASH) return this.finish(column, name);
    const isBare = isLineEnd(code) && this.at === colonEnd;
    this.at = colonEnd;
    this.restOfLine();
    this.toContent();
    if (this.indent >= column && this.isDash()) return this.sequence(this.indent, name);
    if (this.indent > column) {
      if (this.inSegment() || this.vocabulary.segmentLists.has(name)) notRegular();
      this.mappings.add(name);
      return this.mapping(this.indent);
    }
    this.contentEnd = colonEnd;
    if (this.indent !== column && (!isBare || this.afterComment)) notRegular();
    return null;
  }

  /** One entry of a list whose dashes stand in `column`. */
  protected item(column: number, under: string): Node {
    const { text } = this;
    do this.at++;
    while (text.charCodeAt(this.at) === BLANK);
    if (this.words.keyAt(text, this.at) !== undefined) {
      this.lists.add(under);
      if (this.inSegment() && !this.segmentLists.includes(under)) this.segmentLists.push(under);
      this.indent = this.at - this.lineStart;
      return this.mapping(this.indent);
    }
    if (!this.vocabulary.textLists.has(under) && this.words.mayBeKey(text, this.at)) notRegular();
    return this.finish(column, under);
  }

  /** A value that begins here and ends on this line or, a literal text, below. */
  private finish(column: number, under: string): Node {
    const isLiteral = this.text.charCodeAt(this.at) === PIPE;
    const node = isLiteral ? readLiteral(this, column) : readInline(this, this.vocabulary.nameLists.has(under));
    this.contentEnd = this.at;
    this.toContent();
    return node;
  }

  private close(column: number): void {
    this.leave();
    if (this.indent > column) notRegular();
  }

  /** A collection that began at `start` and ends with the last value. */
  private placeFrom(start: number, origin: Origin, base: number): Place {
    return new Place(origin, start - base, this.contentEnd - this.base, this.origin);
  }
}
