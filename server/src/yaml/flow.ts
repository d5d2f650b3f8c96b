import { edit, endOfLine } from './characters';
import type { Fault } from './faults';
import { MAX_DEPTH } from './lexer';
import type { Vocabulary } from './vocabulary';

export interface ValueScan {
  /** Behind the closing quote or bracket; of an unclosed one, the end of its line. */
  readonly end: number;
  readonly faults: Fault[];
  /** Faults only if the parser rejects the text too. */
  readonly suspects: Fault[];
  readonly tooDeep: boolean;
}

const CLOSERS: Readonly<Record<string, string>> = { '[': ']', '{': '}', '［': ']', '【': ']', '｛': '}' };

/** True where the next line is an entry of its own: then nothing that was left open on this line can go on there. */
export type IsEntryLine = (lineStart: number) => boolean;

/** Reads a quoted scalar from its opening quote. */
export function scanQuoted(text: string, start: number, isEntryLine: IsEntryLine): ValueScan {
  const quote = text[start] ?? '"';
  let at = start + 1;
  while (at < text.length) {
    const character = text[at];
    if (character === '\\' && quote === '"') at++;
    else if (character === quote && quote === "'" && text[at + 1] === quote) at++;
    else if (character === quote) return { end: at + 1, faults: [], suspects: [], tooDeep: false };
    else if (character === '\n' && isEntryLine(at + 1)) break;
    at++;
  }
  const lineEnd = endOfLine(text, start);
  const unclosed: Fault = {
    kind: 'unclosed-quote',
    span: { start, end: start + 1 },
    data: { quote },
    repair: [edit(lineEnd, lineEnd, quote)],
    fixable: true,
  };
  return { end: lineEnd, faults: [], suspects: [unclosed], tooDeep: false };
}

/** Reads a flow sequence or mapping from its opening bracket, and the full-width characters inside it. */
export function scanFlow(
  text: string,
  start: number,
  listKey: string | undefined,
  vocabulary: Vocabulary,
  isEntryLine: IsEntryLine,
): ValueScan {
  return new FlowScanner(text, listKey, vocabulary, isEntryLine).scan(start);
}

class FlowScanner {
  private readonly names: boolean;
  private readonly faults: Fault[] = [];
  private readonly open: { readonly bracket: string; readonly at: number }[] = [];

  constructor(
    private readonly text: string,
    private readonly listKey: string | undefined,
    private readonly vocabulary: Vocabulary,
    private readonly isEntryLine: IsEntryLine,
  ) {
    this.names = listKey !== undefined && vocabulary.nameLists.has(listKey);
  }

  scan(start: number): ValueScan {
    const { text, faults, open } = this;
    for (let at = start; at < text.length; at++) {
      const character = text[at] ?? '';
      if (this.isOpener(character)) {
        this.openBracket(character, at);
        if (open.length > MAX_DEPTH) return this.unclosed(start, true);
      } else if (/[\]}］】｝]/.test(character)) {
        if (!this.isCloser(character, at)) continue;
        this.closeBracket(character, at);
        if (open.length === 0) return { end: at + 1, faults, suspects: [], tooDeep: false };
      } else if (character === '\n' && this.isEntryLine(at + 1)) break;
      else at = this.inside(character, at);
    }
    return this.unclosed(start, false);
  }

  /** In a text, a full-width bracket opens nothing. */
  private isOpener(character: string): boolean {
    return CLOSERS[character] !== undefined && (character < '\u0080' || this.names || this.open.length === 0);
  }

  private openBracket(bracket: string, at: number): void {
    if (bracket > '\u0080') this.swap(at, 'fullwidth-bracket', CLOSERS[bracket] === ']' ? '[' : '{', { odd: bracket });
    this.open.push({ bracket, at });
  }

  private isCloser(character: string, at: number): boolean {
    return character < '\u0080' || this.names || closesHere(this.text, at);
  }

  private closeBracket(character: string, at: number): void {
    if (character > '\u0080') this.swap(at, 'fullwidth-bracket', this.wanted() ?? ']', { odd: character });
    this.open.pop();
  }

  /** Handles a character between brackets and returns the last one that was read with it. */
  private inside(character: string, at: number): number {
    const { text, vocabulary, names } = this;
    const before = text[at - 1] ?? '';
    if (character === '"' || character === "'") {
      return /[[{,:\s，：]/.test(before) ? scanQuoted(text, at, this.isEntryLine).end - 1 : at;
    }
    if (character === '#') return /\s/.test(before) ? endOfLine(text, at) - 1 : at;
    const inMapping = this.wanted() === '}';
    if (character === '，' && (inMapping ? keyFollows(text, at + 1, vocabulary) : names)) {
      this.swap(at, 'fullwidth-comma', text[at + 1] === ' ' ? ',' : ', ', { key: this.listKey ?? '' });
    } else if (inMapping && (character === '：' || character === ':')) {
      flowColon(text, at, vocabulary, this.faults);
    } else if (names && /[“”＂]/.test(character)) this.swap(at, 'fullwidth-quote', '"', { odd: character });
    return at;
  }

  /** What closes the innermost bracket. */
  private wanted(): string | undefined {
    return CLOSERS[this.open.at(-1)?.bracket ?? ''];
  }

  private swap(at: number, kind: Fault['kind'], newText: string, data: NonNullable<Fault['data']>): void {
    const span = { start: at, end: at + 1 };
    this.faults.push({ kind, span, data, repair: [{ span, newText }], fixable: true });
  }

  /** Brackets are to be closed at the end of the line. */
  private unclosed(start: number, tooDeep: boolean): ValueScan {
    const { text, open, faults } = this;
    const lineEnd = endOfLine(text, start);
    const first = open[0]?.at ?? start;
    const missing = open.filter((bracket) => bracket.at < lineEnd).map((bracket) => CLOSERS[bracket.bracket]);
    const unclosed: Fault = {
      kind: 'unclosed-bracket',
      span: { start: first, end: first + 1 },
      data: { open: text[first] ?? '[', close: CLOSERS[text[first] ?? '['] ?? ']' },
      repair: [edit(lineEnd, lineEnd, missing.reverse().join(''))],
      fixable: true,
    };
    return { end: lineEnd, faults: faults.filter((f) => f.span.start < lineEnd), suspects: [unclosed], tooDeep };
  }
}

function flowColon(text: string, at: number, vocabulary: Vocabulary, faults: Fault[]): void {
  const key = /[^\s,，{[:：]{1,20}$/.exec(text.slice(Math.max(0, at - 20), at))?.[0];
  if (key === undefined || !vocabulary.keys.has(key)) return;
  const blank = /[ \t\r\n]/.test(text[at + 1] ?? ' ');
  if (text[at] === '：') {
    const span = { start: at, end: at + 1 };
    const repair = [{ span, newText: blank ? ':' : ': ' }];
    faults.push({ kind: 'fullwidth-colon', span, data: { key, odd: '：' }, repair, fixable: true });
  } else if (!blank && !/["'[{,}\]]/.test(text[at + 1] ?? '')) {
    const span = { start: at - key.length, end: at + 1 };
    faults.push({
      kind: 'colon-without-blank',
      span,
      data: { key },
      repair: [edit(at + 1, at + 1, ' ')],
      fixable: true,
    });
  }
}

function keyFollows(text: string, at: number, vocabulary: Vocabulary): boolean {
  const key = /^\s*([^\s,，{}[\]:：]{1,20})\s*[:：]/.exec(text.slice(at, at + 48))?.[1];
  return key !== undefined && vocabulary.keys.has(key);
}

/** True where nothing but a comment follows on the line, or another closing bracket or comma. */
function closesHere(text: string, at: number): boolean {
  return /^[\s]*(?:$|[,\]}］｝#])/.test(text.slice(at + 1, endOfLine(text, at)));
}
