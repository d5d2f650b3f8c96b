import { type Entry, type Node, type Origin, Place, type ScalarNode } from './nodes';
import { wordsOf } from './regular-keys';
import { addEntry, isLineEnd, NOT_REGULAR, notRegular, ValueReader } from './regular-values';
import type { Earlier, Segment } from './segments';
import type { Vocabulary } from './vocabulary';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BLANK = 0x20;
const HASH = 0x23;
const DASH = 0x2d;
const PIPE = 0x7c;
/** The indentation behind the last line; the column of no list. */
const NO_LINE = -1;
const NO_SEGMENT = -2;

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

class RegularReader extends ValueReader {
  /** Start and indentation of the line to be read next; `at` stands at its first sign. */
  private lineStart = 0;
  private indent = 0;
  /** True where a comment stands between the last line and the next one. */
  private afterComment = false;
  /** Where the last value ends: behind its line, or behind the colon of a key that has none. */
  private contentEnd = 0;
  /** Behind the last line. */
  private linesEnd = 0;
  /** Where the dashes of the long list stand that is being read. */
  private segmentColumn = NO_SEGMENT;
  private readonly segments: Segment[] = [];
  private readonly origins: Origin[];
  /** Keys with lists of mappings: all, and those of this segment. */
  private readonly lists = new Set<string>();
  private segmentLists: string[] = [];
  private readonly mappings = new Set<string>();

  constructor(
    text: string,
    private readonly vocabulary: Vocabulary,
    origin: Origin,
    private readonly earlier?: Earlier,
  ) {
    super(text, wordsOf(vocabulary), origin, 0);
    this.origins = [origin];
  }

  document(): RegularText {
    if (this.text.charCodeAt(0) === 0xfeff) this.at = 1;
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

  /** On to the next line that is not blank and no comment. */
  private toContent(): void {
    const { text } = this;
    let { at } = this;
    let commentIndent = -1;
    this.linesEnd = at;
    for (;;) {
      const start = at;
      let code = text.charCodeAt(at);
      while (code === BLANK) code = text.charCodeAt(++at);
      if (code === LINE_FEED) at++;
      else if (code === CARRIAGE_RETURN) at += 2;
      else if (code === HASH) {
        const end = text.indexOf('\n', at);
        commentIndent = Math.max(commentIndent, at - start);
        at = end < 0 ? text.length : end + 1;
      } else {
        this.at = at;
        this.lineStart = start;
        this.indent = at < text.length ? at - start : NO_LINE;
        this.afterComment = commentIndent >= 0;
        // To `yaml`, a comment that stands deeper than the next line is part of what ends there; but not between entries.
        if (commentIndent > Math.max(this.indent, 0) && !(this.indent === this.segmentColumn && this.isDash()))
          notRegular();
        return;
      }
    }
  }

  private inSegment(): boolean {
    return this.segmentColumn !== NO_SEGMENT;
  }

  /** True for a dash with something behind it. */
  private isDash(): boolean {
    return this.text.charCodeAt(this.at) === DASH && this.text.charCodeAt(this.at + 1) === BLANK;
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
  private item(column: number, under: string): Node {
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
    const node = isLiteral ? this.literal(column) : this.inline(this.vocabulary.nameLists.has(under));
    this.contentEnd = this.at;
    this.toContent();
    return node;
  }

  /** A literal text, whose lines all stand deeper than `column`. */
  private literal(column: number): Node {
    const { text } = this;
    const start = this.at++;
    const isStripped = text.charCodeAt(this.at) === DASH;
    if (isStripped) this.at++;
    if (text.charCodeAt(this.at++) !== LINE_FEED) notRegular();
    const lines: string[] = [];
    let filled = 0;
    let inner = 0;
    let end = this.at;
    for (let at = end; at < text.length; ) {
      const lineEnd = text.indexOf('\n', at);
      const line = text.slice(at, lineEnd < 0 ? notRegular() : lineEnd);
      const indent = line.search(/[^ ]/);
      if (indent >= 0 && indent <= column) break;
      if (inner === 0) inner = indent;
      // Blanks alone, a first line that is blank, lines that stand out to the left: all legal, none of them regular.
      if (inner < 0 || (line !== '' && (indent < inner || line.trim() === '')) || /[\t\r\ufeff]/.test(line))
        notRegular();
      lines.push(line.slice(inner));
      at = lineEnd + 1;
      if (line === '') continue;
      end = at;
      filled = lines.length;
    }
    if (filled === 0) notRegular();
    this.at = end;
    const value = lines.slice(0, filled).join('\n');
    return this.scalar(start, end, isStripped ? value : `${value}\n`, 'literal');
  }

  /** One entry of a long list, read or taken over. */
  private segment(column: number, under: string): Node {
    const { lineStart: start } = this;
    const earlier = this.earlier?.(start);
    if (earlier && this.takeOver(earlier, column, under)) return earlier.nodes[0] ?? notRegular();
    if (this.base !== start) this.startOrigin(start);
    const { origin } = this;
    this.segmentColumn = column;
    this.segmentLists = [];
    const node = this.item(column, under);
    this.segmentColumn = NO_SEGMENT;
    const regular = { column, under, lists: this.segmentLists };
    this.endSegment({ origin, length: this.linesEnd - start, nodes: [node], faults: [], signature: '', regular });
    return node;
  }

  /** Steps over an entry of the earlier version, unless a line that follows would now belong to it. */
  private takeOver(segment: Segment, column: number, under: string): boolean {
    const { at, lineStart, text } = this;
    const { origin, length, regular } = segment;
    const end = lineStart + length;
    if (regular?.column !== column || regular.under !== under) return false;
    if (end < text.length && text.charCodeAt(end - 1) !== LINE_FEED) return false;
    this.at = end;
    this.segmentColumn = column;
    this.toContent();
    this.segmentColumn = NO_SEGMENT;
    if (this.indent > column) {
      this.at = at;
      this.lineStart = lineStart;
      this.indent = column;
      return false;
    }
    origin.offset = lineStart;
    this.origins.push(origin);
    for (const key of regular.lists) this.lists.add(key);
    this.endSegment(segment);
    return true;
  }

  private endSegment(segment: Segment): void {
    this.segments.push(segment);
    this.contentEnd = this.linesEnd;
    this.startOrigin(this.linesEnd);
  }

  private startOrigin(offset: number): void {
    this.origin = { offset };
    this.base = offset;
    this.origins.push(this.origin);
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
