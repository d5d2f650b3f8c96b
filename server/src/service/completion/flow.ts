/** A flow list or mapping that is open at the cursor. */
interface Frame {
  readonly kind: 'list' | 'mapping';
  /** Offset of its bracket. */
  readonly open: number;
  /** Where the entry, key or value at hand begins, blanks aside. */
  start: number;
  /** The key whose value is at hand. */
  key?: string;
}

/** What is open between the start of a value and the cursor. */
export interface Flow {
  /** From the outermost in; never empty. */
  readonly frames: readonly Frame[];
  /** The quote that the cursor stands in; `start` of the innermost frame is behind it. */
  readonly quote: '' | '"' | "'";
}

const OPEN: Readonly<Record<string, Frame['kind']>> = { '[': 'list', '［': 'list', '{': 'mapping', '｛': 'mapping' };
const BLANK = /\s/;

/** Reads flow brackets from `from` to the cursor; undefined where none is open there. Unfinished ones are the rule. */
export function flowAt(text: string, from: number, cursor: number): Flow | undefined {
  const frames: Frame[] = [];
  let quote: Flow['quote'] = '';
  for (let at = from; at < cursor; at++) {
    const sign = text.charAt(at);
    const frame = frames.at(-1);
    if (quote !== '') {
      if (quote === '"' && sign === '\\') at++;
      else if (sign === quote) quote = '';
      continue;
    }
    const kind = OPEN[sign];
    if (kind) frames.push({ kind, open: at, start: at + 1 });
    else if (/[\]}］｝]/.test(sign)) frames.pop();
    else if (!frame) return undefined;
    else if (sign === ',' || (sign === '，' && frame.kind === 'mapping')) next(frame, at + 1);
    else if (isColon(text, at, frame)) {
      frame.key = text
        .slice(frame.start, at)
        .trim()
        .replace(/^["']|["']$/g, '');
      frame.start = at + 1;
    } else if ((sign === '"' || sign === "'") && at === frame.start) {
      quote = sign;
      frame.start = at + 1;
    } else if (at === frame.start && BLANK.test(sign)) frame.start = at + 1;
  }
  return frames.length > 0 ? { frames, quote } : undefined;
}

function next(frame: Frame, start: number): void {
  frame.start = start;
  delete frame.key;
}

function isColon(text: string, at: number, frame: Frame): boolean {
  if (frame.kind !== 'mapping' || frame.key !== undefined) return false;
  return text[at] === '：' || (text[at] === ':' && /[\s,}]|^$/.test(text.charAt(at + 1)));
}

/** The entries of a list beside the one at the cursor, as written; what follows the cursor counts to the bracket or the end of the line. */
export function otherEntries(text: string, { open, start }: Frame, cursor: number): string[] {
  const ending = text.slice(cursor).search(/[\]］\r\n]/);
  const end = ending < 0 ? text.length : cursor + ending;
  const comma = text.slice(cursor, end).indexOf(',');
  const parts = [text.slice(open + 1, start), comma < 0 ? '' : text.slice(cursor + comma + 1, end)];
  return parts
    .flatMap((part) => part.split(','))
    .map(unquoted)
    .filter((part) => part !== '');
}

/** Keys of a mapping beside the one at the cursor. */
export function otherKeys(text: string, { open, start }: Frame, cursor: number): string[] {
  const ending = text.slice(cursor).search(/[}｝\r\n]/);
  const end = ending < 0 ? text.length : cursor + ending;
  const parts = `${text.slice(open + 1, start)},${text.slice(cursor, end)}`.split(/[,，]/);
  return parts.flatMap((part) => /^\s*([^\s:：]+)\s*[:：]/.exec(part)?.[1] ?? []);
}

function unquoted(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, '$2');
}
