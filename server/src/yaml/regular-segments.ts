import { LINE_FEED } from './codes';
import type { Node, Origin } from './nodes';
import { notRegular } from './not-regular';
import { wordsOf } from './regular-keys';
import { LineReader, NO_SEGMENT } from './regular-lines';
import type { Earlier, Segment } from './segments';
import type { Vocabulary } from './vocabulary';

/** Cuts the long lists of a text of the regular style into their entries, and takes over those of an earlier version. */
export abstract class SegmentReader extends LineReader {
  /** Where the last value ends: behind its line, or behind the colon of a key that has none. */
  protected contentEnd = 0;
  protected readonly segments: Segment[] = [];
  protected readonly origins: Origin[];
  /** Keys with lists of mappings: all, and those of this segment. */
  protected readonly lists = new Set<string>();
  protected segmentLists: string[] = [];

  constructor(
    text: string,
    protected readonly vocabulary: Vocabulary,
    origin: Origin,
    private readonly earlier?: Earlier,
  ) {
    super(text, wordsOf(vocabulary), origin, 0);
    this.origins = [origin];
  }

  /** One entry of a list whose dashes stand in `column`. */
  protected abstract item(column: number, under: string): Node;

  protected inSegment(): boolean {
    return this.segmentColumn !== NO_SEGMENT;
  }

  /** One entry of a long list, read or taken over. */
  protected segment(column: number, under: string): Node {
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
}
