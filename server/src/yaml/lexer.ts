import type { Span } from '../text/span';
import { blankName, columns, edit, isOddBlank, matchAt, stepOver } from './characters';
import type { Fault } from './faults';
import { type LineKey, readKey, startsEntry, strayFault } from './line-key';
import type { Vocabulary } from './vocabulary';

const ODD_DASH = /[－—–‐−](?=[ \t\u3000])|[－–‐−](?=["'\p{L}])/uy;

/** Deeper nesting than this is no document of ours; parsers recurse, so it is refused before they see it. */
export const MAX_DEPTH = 64;

/** The structure of one line: indentation, dashes of lists, key and value; offsets are absolute. */
export interface LineShape {
  /** Columns before the first dash or key, as meant. */
  readonly indent: number;
  /** Everything before the first dash or key. */
  readonly lead: Span;
  readonly dashes: readonly number[];
  readonly key: LineKey | undefined;
  /** The value on this line, without trailing blanks; empty where nothing follows. */
  readonly value: Span;
  readonly faults: readonly Fault[];
}

/** Something to step over when a line is read: a character that got between, and what it stands for. */
export interface Slip {
  readonly span: Span;
  /** `blank`: it replaced one. `nothing`: it came in between. `dash`: it replaced the dash of a list. */
  readonly for: 'blank' | 'nothing' | 'dash';
}

/** What a line can be read by: the words of the language, and what is open where it stands. */
export interface LineContext {
  readonly vocabulary: Vocabulary;
  /** The key whose list a dash at this column would belong to, if any. */
  readonly listKey: (indent: number) => string | undefined;
  /** True where a mapping is open at this column, so that a line must have a key. */
  readonly inMapping: (indent: number) => boolean;
}

/** Reads the shape of a line and the slips of the keyboard in it (full-width colon, dash, blanks). */
export function readLine(text: string, span: Span, context: LineContext, slip?: Slip): LineShape {
  const { vocabulary, inMapping } = context;
  const faults: Fault[] = [];
  const dashes: number[] = [];
  let at = stepOver(text, span.start, span.end);
  let indent = columns(text.slice(span.start, at));
  if (slip?.span.start === at) {
    const from = slip.span.end;
    at = stepOver(text, from, span.end);
    if (slip.for === 'dash') {
      dashes.push(slip.span.start);
      faults.push(strayFault(text, slip.span, '- '));
    } else {
      indent += columns(text.slice(from, at));
      if (slip.for === 'blank') indent += [...text.slice(slip.span.start, from)].length;
    }
  }
  const lead = { start: span.start, end: dashes[0] ?? at };
  // More dashes than that are nested too deep anyway.
  while (at < span.end && dashes.length <= MAX_DEPTH) {
    const dash = readDash(text, at, span.end, dashes.length > 0, vocabulary);
    if (!dash) break;
    if (dash.fault) faults.push(dash.fault);
    const dashStart = at;
    dashes.push(dashStart);
    at = stepOver(text, dashStart + 1, span.end);
    const gap = { start: dashStart + 1, end: at };
    const odd = /[^ \t]/.exec(text.slice(gap.start, gap.end))?.[0];
    if (odd !== undefined) {
      const repair = [edit(gap.start, gap.end, ' ')];
      faults.push({ kind: 'odd-blank', span: gap, data: { blank: blankName(odd) }, repair, fixable: true });
    }
    if (slip?.span.start === at) {
      faults.push(strayFault(text, slip.span, ''));
      at = stepOver(text, slip.span.end, span.end);
    }
  }
  const listKey = context.listKey(indent);
  const textList = dashes.length > 0 && listKey !== undefined && vocabulary.textLists.has(listKey);
  const mustHaveKey = dashes.length === 0 && inMapping(indent);
  const expected = (name: string) => mustHaveKey || (!textList && vocabulary.keys.has(name));
  const { key, value, fault } = readKey(text, at, span.end, vocabulary, expected);
  if (fault) faults.push(fault);
  return { indent, lead, dashes, key, value, faults };
}

/** The dash of a list at `at`, or what was meant for one. */
function readDash(
  text: string,
  at: number,
  end: number,
  isInner: boolean,
  vocabulary: Vocabulary,
): { readonly fault?: Fault } | undefined {
  const next = text[at + 1];
  const span = { start: at, end: at + 1 };
  const odd = matchAt(ODD_DASH, text, at);
  if (odd && (isInner || startsEntry(text, at + 1, end, vocabulary))) {
    const repair = [edit(at, at + 1, next === ' ' || next === '\t' ? '-' : '- ')];
    return { fault: { kind: 'fullwidth-dash', span, data: { odd }, repair, fixable: true } };
  }
  if (text[at] !== '-') return undefined;
  if (at + 1 >= end || next === ' ' || next === '\t' || isOddBlank(next)) return {};
  if (text.startsWith('--', at) || !startsEntry(text, at + 1, end, vocabulary)) return undefined;
  return { fault: { kind: 'dash-without-blank', span, repair: [edit(at + 1, at + 1, ' ')], fixable: true } };
}
