import type { Span } from '../text/span';
import { levelPrefix, looksLikeUnit } from './unit';

/** One unit of a string that holds several. */
export interface UnitPart {
  /** The name, trimmed; without inner blanks if only then it is a registered name. */
  readonly text: string;
  readonly span: Span;
}

/** How a string that is no registered name falls into units, or that it is one unit with blanks inside. */
export type UnitSplit =
  | { readonly kind: 'separator' | 'glued'; readonly parts: readonly UnitPart[] }
  | { readonly kind: 'blank-inside'; readonly joined: string };

/** Longer strings are prose; nothing is looked for in them. */
const MAX_LENGTH = 2_000;
const MAX_NAME_LENGTH = 60;
/** Pieces that one registered name may span: 各乡镇、各部门（单位） has two. */
const MAX_PIECES = 6;

const BLANKS = /\s+/g;
const HARD = /[、，,；;\r\n]/;
const SOFT = /[\s/／]/;
const AND = /以及|[和及与]/g;
/** 县委 and what may follow it glued: 县委县政府信访局 is one body, 县委县政府 two. */
const BARE_COMMITTEE = /^.委$/;
const BESIDE_COMMITTEE = /^.(?:政府|人大|政协|纪委)$/;

/**
 * Tells how a string that is not exactly a registered name is made of units: `blank-inside` if it is one registered name but
 * for blanks, `separator` if several stand parted by 、 ， , ； ; or a line break (or by a blank or slash, if one of them is
 * registered or looks like a unit, or by 和 between two registered names), `glued` if it is registered names run together or repeats its level where a unit ends
 * (区工信和商务局区民社局). null if it is none of these. Separators in brackets do not part, nor those in a registered name.
 * @param isName whether a string is a registered name
 */
export function splitUnits(text: string, isName: (name: string) => boolean): UnitSplit | null {
  if (text.length > MAX_LENGTH || text.trim() === '' || isName(text.trim())) return null;
  const joined = text.replace(BLANKS, '');
  if (joined !== text.trim() && isName(joined)) return { kind: 'blank-inside', joined };
  const pieces = cut(text, HARD).flatMap((piece) => cutSoftly(text, piece, isName));
  const names = joinNames(text, pieces, isName).flatMap((part) => cutAtAnd(part, isName) ?? [part]);
  const parts = names.flatMap((part) => unglue(part, isName) ?? [part]);
  if (parts.length < 2) return null;
  return { kind: pieces.length > 1 || names.length > 1 ? 'separator' : 'glued', parts };
}

/** The non-empty pieces between separators that stand outside brackets. */
function cut(text: string, separator: RegExp, { start, end }: Span = { start: 0, end: text.length }): Span[] {
  const pieces: Span[] = [];
  const opens = count(text.slice(start, end), /[（(]/g);
  const isBalanced = opens > 0 && opens === count(text.slice(start, end), /[）)]/g);
  let depth = 0;
  let from = start;
  for (let at = start; at <= end; at++) {
    const unit = text.charAt(at);
    if (at < end && isBalanced && /[（(]/.test(unit)) depth++;
    if (at < end && isBalanced && /[）)]/.test(unit)) depth--;
    if (at < end && (depth > 0 || !separator.test(unit))) continue;
    const piece = trimmed(text, { start: from, end: at });
    if (piece.end > piece.start) pieces.push(piece);
    from = at + 1;
  }
  return pieces;
}

/** A blank or slash parts only what reads like units: not 各 部门, not 县 司法局. */
function cutSoftly(text: string, piece: Span, isName: (name: string) => boolean): Span[] {
  if (isName(compact(text, piece))) return [piece];
  const parts = cut(text, SOFT, piece);
  const names = parts.map((part) => text.slice(part.start, part.end));
  const areUnits = names.every((name) => name.length > 1) && names.some((name) => isName(name) || looksLikeUnit(name));
  return areUnits ? parts : [piece];
}

/** Joins neighbouring pieces that together are a registered name, the longest first: 市生态环境局 沁水分局. */
function joinNames(text: string, pieces: readonly Span[], isName: (name: string) => boolean): UnitPart[] {
  const parts: UnitPart[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const first = pieces[i];
    if (!first) break;
    let part = { text: text.slice(first.start, first.end), span: first };
    if (isName(compact(text, first))) part = { text: compact(text, first), span: first };
    for (let j = Math.min(i + MAX_PIECES, pieces.length) - 1; j > i; j--) {
      const span = { start: first.start, end: pieces[j]?.end ?? first.end };
      const name = compact(text, span);
      if (!isName(name)) continue;
      part = { text: name, span };
      i = j;
      break;
    }
    parts.push(part);
  }
  return parts;
}

/** The two registered names that a part joins by 和, 及, 与 or 以及, or null. The word is part of many a name: 发展和改革局. */
function cutAtAnd({ text, span }: UnitPart, isName: (name: string) => boolean): UnitPart[] | null {
  if (text.length > 2 * MAX_NAME_LENGTH || isName(text) || text.length !== span.end - span.start) return null;
  for (const { index, 0: word } of text.matchAll(AND)) {
    const [first, second] = [text.slice(0, index), text.slice(index + word.length)];
    if (!isName(first) || !isName(second)) continue;
    return [
      { text: first, span: { start: span.start, end: span.start + index } },
      { text: second, span: { start: span.start + index + word.length, end: span.end } },
    ];
  }
  return null;
}

/** The units that a part without separators is glued of, or null. */
function unglue(part: UnitPart, isName: (name: string) => boolean): UnitPart[] | null {
  const { text, span } = part;
  // A part whose blanks were dropped is a registered name already, and its offsets no longer match.
  if (isName(text) || text.length !== span.end - span.start) return null;
  const ends = chain(text, isName) ?? levelCuts(text);
  if (!ends || ends.length < 2) return null;
  return ends.map((end, index) => {
    const start = ends[index - 1] ?? 0;
    return { text: text.slice(start, end), span: { start: span.start + start, end: span.start + end } };
  });
}

/** Where each of the registered names ends that `text` is made of, longer names before shorter ones; null if it is not. */
function chain(text: string, isName: (name: string) => boolean): number[] | null {
  // next[i]: end of the first name of a chain from i to the end of the text, or 0.
  const next = new Array<number>(text.length).fill(0);
  for (let start = text.length - 1; start >= 0; start--) {
    for (let end = Math.min(text.length, start + MAX_NAME_LENGTH); end > start; end--) {
      const isLinked = end === text.length || (next[end] ?? 0) > 0;
      if (!isLinked || !isName(text.slice(start, end))) continue;
      next[start] = end;
      break;
    }
  }
  const ends: number[] = [];
  for (let at = 0; at < text.length; ) {
    const end = next[at] ?? 0;
    if (end === 0) return null;
    ends.push(end);
    at = end;
  }
  return ends;
}

/** Cuts before each repetition of the level that the text begins with, where what precedes and what is left look like units. */
function levelCuts(text: string): number[] | null {
  const level = levelPrefix(text);
  if (level === null) return null;
  const ends: number[] = [];
  let start = 0;
  for (let at = text.indexOf(level, 1); at > 0; at = text.indexOf(level, at + 1)) {
    const before = text.slice(start, at);
    const rest = text.slice(at);
    if (levelPrefix(rest) !== level || !looksLikeUnit(before)) continue;
    if (BARE_COMMITTEE.test(before) && !BESIDE_COMMITTEE.test(rest)) continue;
    ends.push(at);
    start = at;
  }
  return looksLikeUnit(text.slice(start)) ? [...ends, text.length] : null;
}

function trimmed(text: string, { start, end }: Span): Span {
  const piece = text.slice(start, end);
  const from = start + piece.length - piece.trimStart().length;
  return { start: from, end: Math.max(from, end - piece.length + piece.trimEnd().length) };
}

function compact(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(BLANKS, '');
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
