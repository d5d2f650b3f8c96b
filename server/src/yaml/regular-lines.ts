import { BLANK, CARRIAGE_RETURN, DASH, HASH, isLineEnd, LINE_FEED } from './codes';
import { plainValue } from './core-schema';
import { type Origin, Place, type ScalarNode, type ScalarStyle, type ScalarValue } from './nodes';
import { notRegular } from './not-regular';
import type { Words } from './regular-keys';

/** Deeper nesting is left to the authority, which has a limit of its own. */
const MAX_DEPTH = 24;
/** The indentation behind the last line; the column of no list. */
export const NO_LINE = -1;
export const NO_SEGMENT = -2;

/**
 * Goes over a text of the regular style, line by line, and says what stands where. `at` is where it reads; whatever is out
 * of the ordinary is refused by `notRegular`.
 */
export class LineReader {
  at = 0;
  private depth = 0;
  /** Start and indentation of the line to be read next; `at` stands at its first sign. */
  protected lineStart = 0;
  protected indent = 0;
  /** True where a comment stands between the last line and the next one. */
  protected afterComment = false;
  /** Behind the last line. */
  protected linesEnd = 0;
  /** Where the dashes of the long list stand that is being read. */
  protected segmentColumn = NO_SEGMENT;

  /**
   * @param text in which every CR stands before a LF
   * @param origin what places are relative to
   * @param base the offset in `text` that stands for the origin
   */
  constructor(
    readonly text: string,
    protected readonly words: Words,
    protected origin: Origin,
    protected base: number,
  ) {}

  /** On to the next line that is not blank and no comment. */
  protected toContent(): void {
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

  /** True for a dash with something behind it. */
  protected isDash(): boolean {
    return this.text.charCodeAt(this.at) === DASH && this.text.charCodeAt(this.at + 1) === BLANK;
  }

  /** Blanks and perhaps a comment; moves on to the next line. */
  restOfLine(): void {
    const { text } = this;
    let code = text.charCodeAt(this.at);
    const blank = code === BLANK;
    while (code === BLANK) code = text.charCodeAt(++this.at);
    if (code === HASH && blank) this.comment();
    else if (!isLineEnd(code)) notRegular();
    this.breakLine();
  }

  /** To the end of a comment behind something. With a colon it may be a line that lost its break. */
  private comment(): void {
    const end = this.text.indexOf('\n', this.at);
    const comment = this.text.slice(this.at, end < 0 ? undefined : end);
    if (comment.includes(':')) notRegular();
    this.at += comment.endsWith('\r') ? comment.length - 1 : comment.length;
  }

  private breakLine(): void {
    const code = this.text.charCodeAt(this.at);
    if (code === LINE_FEED) this.at++;
    else if (code === CARRIAGE_RETURN) this.at += 2;
  }

  /** The key that stands here; `at` is then behind its colon. */
  key(): ScalarNode {
    const start = this.at;
    const name = this.words.keyAt(this.text, start) ?? notRegular();
    this.at += name.length + 1;
    const place = this.place(start, start + name.length);
    return { kind: 'scalar', place, value: name, style: 'plain', raw: name };
  }

  enter(): void {
    if (++this.depth > MAX_DEPTH) notRegular();
  }

  leave(): void {
    this.depth--;
  }

  plainNode(start: number, end: number): ScalarNode {
    const raw = this.text.slice(start, end);
    return { kind: 'scalar', place: this.place(start, end), value: plainValue(raw), style: 'plain', raw };
  }

  scalar(start: number, end: number, value: ScalarValue, style: ScalarStyle): ScalarNode {
    return { kind: 'scalar', place: this.place(start, end), value, style, raw: this.text.slice(start, end) };
  }

  place(start: number, end: number): Place {
    return new Place(this.origin, start - this.base, end - this.base);
  }
}
