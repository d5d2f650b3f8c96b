import { plainValue } from './core-schema';
import {
  type Entry,
  type Node,
  type Origin,
  Place,
  type ScalarNode,
  type ScalarStyle,
  type ScalarValue,
} from './nodes';
import type { Words } from './regular-keys';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BLANK = 0x20;
const HASH = 0x23;
const COMMA = 0x2c;
const DASH = 0x2d;
const COLON = 0x3a;

/** Thrown where a text is not of the regular style. One object for all times, for it says nothing but that. */
export const NOT_REGULAR = new Error('not of the regular style');

export function notRegular(): never {
  throw NOT_REGULAR;
}

/** Deeper nesting is left to the authority, which has a limit of its own. */
const MAX_DEPTH = 24;
/** Signs that no plain scalar begins with, or that may have been meant for something else. */
const RESERVED_START =
  /^[\s\0-\x1f\x7f-\x9f!"#%&'*,\-:>?@[\]`{|}\u1680\u2000-\u200b\u2028-\u202f\u205f\u3000\ufeff：﹕∶︓“”＂‘’［］【】｛｝，－—–‐−]/;
const FULLWIDTH_QUOTE = /[“”＂‘’]/;
/** Inside brackets, full-width signs may have been meant for ASCII ones. */
const ODD_IN_LIST = /[［］【】｛｝\ufeff]/;
const ODD_IN_MAPPING = /[：［］【】｛｝\ufeff]/;
const ODD_IN_NAMES = /[，：“”＂［］【】｛｝\ufeff]/;

/** By character code: 1 where a plain scalar may begin so, 2 where not, 0 where that was not asked yet. */
const starts = new Uint8Array(0x10000);

function startsPlain(code: number): boolean {
  if (starts[code] === 0) starts[code] = RESERVED_START.test(String.fromCharCode(code)) ? 2 : 1;
  return starts[code] === 1;
}

export function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN || Number.isNaN(code);
}

/**
 * Reads values that stand on one line. `at` is where it reads; whatever is out of the ordinary is refused by `notRegular`.
 * What it accepts must be read the same by the scanner and by `yaml`, and neither must have anything against it.
 */
export class ValueReader {
  at = 0;
  private depth = 0;

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

  /**
   * A scalar or flow collection, and the rest of its line.
   * @param names true where names are listed, which no full-width punctuation belongs to
   */
  protected inline(names: boolean): Node {
    const code = this.text.charCodeAt(this.at);
    if (code === 0x5b || code === 0x7b) {
      const node = this.flow(code, names);
      this.restOfLine();
      return node;
    }
    if (code === 0x22 || code === 0x27) {
      const node = this.quoted(code);
      this.restOfLine();
      return node;
    }
    return this.plain();
  }

  /** Blanks and perhaps a comment; moves on to the next line. */
  protected restOfLine(): void {
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

  /** A plain scalar in a block, and the rest of its line. */
  private plain(): Node {
    const { text } = this;
    const start = this.at;
    if (!startsPlain(text.charCodeAt(start))) this.oddStart();
    let at = start;
    let end = start;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code > COLON) {
        if (code === 0xfeff) notRegular();
        end = ++at;
      } else if (code === BLANK) at++;
      else if (isLineEnd(code)) break;
      else if (code === HASH && text.charCodeAt(at - 1) === BLANK) break;
      else if (code < BLANK) notRegular();
      else {
        at++;
        if (code === COLON && (text.charCodeAt(at) === BLANK || isLineEnd(text.charCodeAt(at)))) notRegular();
        end = at;
      }
    }
    this.at = end;
    this.restOfLine();
    return this.plainNode(start, end);
  }

  /** A negative number, or a text that begins with a quotation but is not one as a whole. */
  private oddStart(): void {
    const { text, at } = this;
    const code = text.charCodeAt(at);
    if (code === DASH) {
      const next = text.charCodeAt(at + 1);
      if (!(next >= 0x30 && next <= 0x39)) notRegular();
      return;
    }
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? undefined : end).trimEnd();
    const close = line.slice(1).search(FULLWIDTH_QUOTE) + 1;
    if (line.search(FULLWIDTH_QUOTE) !== 0 || close === 0 || close === line.length - 1 || line[close + 1] === ' ')
      notRegular();
  }

  private quoted(quote: number): ScalarNode {
    const { text } = this;
    const start = this.at;
    let at = start + 1;
    let escaped = false;
    for (; ; at++) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        if (quote === 0x22 || text.charCodeAt(at + 1) !== quote) break;
        escaped = true;
        at++;
      } else if (code < BLANK || code === 0x5c || code === 0x7f || code === 0xfeff || Number.isNaN(code)) notRegular();
    }
    const inner = text.slice(start + 1, at);
    // A known key behind a gap may be a line that lost its break.
    if (inner.includes('  ') && inner.includes(':')) notRegular();
    this.at = at + 1;
    return this.scalar(
      start,
      at + 1,
      escaped ? inner.replaceAll("''", "'") : inner,
      quote === 0x22 ? 'double' : 'single',
    );
  }

  private flow(bracket: number, names: boolean): Node {
    const start = this.at++;
    this.enter();
    const items: Node[] = [];
    const entries: Entry[] = [];
    const isMapping = bracket === 0x7b;
    const closer = isMapping ? 0x7d : 0x5d;
    let code = this.skipBlank();
    while (code !== closer) {
      if (isMapping) {
        const key = this.key();
        this.skipBlank();
        addEntry(entries, key, this.flowValue(true, names));
      } else items.push(this.flowValue(false, names));
      code = this.skipBlank();
      if (code !== COMMA) break;
      this.at++;
      if (this.skipBlank() === closer) notRegular();
    }
    if (code !== closer) notRegular();
    this.at++;
    this.leave();
    const place = this.place(start, this.at);
    return isMapping ? { kind: 'mapping', place, flow: true, entries } : { kind: 'sequence', place, flow: true, items };
  }

  private flowValue(inMapping: boolean, names: boolean): Node {
    const { text } = this;
    const start = this.at;
    const first = text.charCodeAt(start);
    if (first === 0x5b || first === 0x7b) return this.flow(first, names);
    if (first === 0x22 || first === 0x27) return this.quoted(first);
    if (!startsPlain(first)) notRegular();
    let at = start;
    let end = start;
    let odd = false;
    for (; ; at++) {
      const code = text.charCodeAt(at);
      if (code === COMMA || code === 0x5d || code === 0x7d) break;
      if (code < 0x2c ? code !== BLANK && code !== 0x28 && code !== 0x29 : code === COLON || Number.isNaN(code))
        notRegular();
      if (code === 0x5b || code === 0x7b || code === 0x7f) notRegular();
      if (code >= 0xff00 || (code >= 0x2010 && code < 0x3020)) odd = true;
      if (code !== BLANK) end = at + 1;
      else if (text.charCodeAt(at + 1) === BLANK) notRegular();
    }
    const signs = names ? ODD_IN_NAMES : inMapping ? ODD_IN_MAPPING : ODD_IN_LIST;
    if (odd && signs.test(text.slice(start, end))) notRegular();
    this.at = at;
    return this.plainNode(start, end);
  }

  /** Over one blank; more of them may hide a line that lost its break. Returns the code that follows. */
  private skipBlank(): number {
    let code = this.text.charCodeAt(this.at);
    if (code === BLANK) code = this.text.charCodeAt(++this.at);
    if (code === BLANK) notRegular();
    return code;
  }

  /** The key that stands here; `at` is then behind its colon. */
  protected key(): ScalarNode {
    const start = this.at;
    const name = this.words.keyAt(this.text, start) ?? notRegular();
    this.at += name.length + 1;
    const place = this.place(start, start + name.length);
    return { kind: 'scalar', place, value: name, style: 'plain', raw: name };
  }

  protected enter(): void {
    if (++this.depth > MAX_DEPTH) notRegular();
  }

  protected leave(): void {
    this.depth--;
  }

  private plainNode(start: number, end: number): ScalarNode {
    const raw = this.text.slice(start, end);
    return { kind: 'scalar', place: this.place(start, end), value: plainValue(raw), style: 'plain', raw };
  }

  protected scalar(start: number, end: number, value: ScalarValue, style: ScalarStyle): ScalarNode {
    return { kind: 'scalar', place: this.place(start, end), value, style, raw: this.text.slice(start, end) };
  }

  protected place(start: number, end: number): Place {
    return new Place(this.origin, start - this.base, end - this.base);
  }
}

/** More entries than this would take long to compare by their keys one with the other. */
const MAX_ENTRIES = 64;

/** Adds an entry to those of a mapping, none of which may have its key. */
export function addEntry(entries: Entry[], key: ScalarNode, value: Node | null): void {
  if (entries.length >= MAX_ENTRIES) notRegular();
  for (const earlier of entries) if (earlier.key.value === key.value) notRegular();
  entries.push({ key, value });
}
