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
  const names = listKey !== undefined && vocabulary.nameLists.has(listKey);
  const faults: Fault[] = [];
  const open: { bracket: string; at: number }[] = [];
  let tooDeep = false;
  let at = start;
  const swap = (kind: Fault['kind'], newText: string, data: Fault['data']) => {
    const span = { start: at, end: at + 1 };
    faults.push({ kind, span, data: data ?? {}, repair: [{ span, newText }], fixable: true });
  };
  for (; at < text.length; at++) {
    const character = text[at] ?? '';
    const inMapping = CLOSERS[open.at(-1)?.bracket ?? ''] === '}';
    const closer = CLOSERS[character];
    if (closer !== undefined && (character < '\u0080' || names || open.length === 0)) {
      if (character > '\u0080') swap('fullwidth-bracket', closer === ']' ? '[' : '{', { odd: character });
      open.push({ bracket: character, at });
      if (open.length > MAX_DEPTH) {
        tooDeep = true;
        break;
      }
    } else if (/[\]}］】｝]/.test(character)) {
      const wanted = CLOSERS[open.at(-1)?.bracket ?? ''] ?? ']';
      if (character > '\u0080') {
        if (!names && !closesHere(text, at)) continue;
        swap('fullwidth-bracket', wanted, { odd: character });
      }
      open.pop();
      if (open.length === 0) return { end: at + 1, faults, suspects: [], tooDeep };
    } else if (character === '"' || character === "'") {
      if (/[[{,:\s，：]/.test(text[at - 1] ?? '')) at = scanQuoted(text, at, isEntryLine).end - 1;
    } else if (character === '，' && (inMapping ? keyFollows(text, at + 1, vocabulary) : names)) {
      swap('fullwidth-comma', text[at + 1] === ' ' ? ',' : ', ', { key: listKey ?? '' });
    } else if (inMapping && (character === '：' || character === ':')) {
      flowColon(text, at, vocabulary, faults);
    } else if (character === '\n' && isEntryLine(at + 1)) {
      break;
    } else if (names && /[“”＂]/.test(character)) {
      swap('fullwidth-quote', '"', { odd: character });
    } else if (character === '#' && /\s/.test(text[at - 1] ?? '')) {
      at = endOfLine(text, at) - 1;
    }
  }
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
