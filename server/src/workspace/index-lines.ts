import type { FileKind } from '../model/types';
import { pack, unpack } from './packed-summary';
import { StringTable } from './string-table';
import type { FileSummary } from './summary';

/** What an index kept between sessions holds of a file, and how to tell that it still holds. */
export interface Remembered {
  readonly summary: FileSummary;
  /** State of the file, and of all that its summary leans on, when it was read. */
  readonly state: string;
  /** URIs that it leans on. */
  readonly leansOn: readonly string[];
}

const FORMAT = 'zhibiao index 1';
const KINDS: ReadonlySet<unknown> = new Set<FileKind>(['zhibiao', 'danwei', 'yaoqiu', 'config']);

/** One file in JSON. `strings`: those that no line before had; all lines share one table. */
interface Line {
  readonly strings: readonly string[];
  readonly state: string;
  readonly leansOn: readonly number[];
  readonly uri: string;
  readonly kind: FileKind;
  readonly title?: string;
  readonly county?: string;
  readonly edition?: string;
  readonly registry?: string;
  readonly numbers: readonly number[];
}

/** Lines of JSON, to be written in this order. The last one says that nothing is missing. @param key whatever makes all void */
export function* toLines(files: Iterable<Remembered>, key: string): Generator<string> {
  yield JSON.stringify({ format: FORMAT, key });
  const table = new StringTable();
  let count = 0;
  for (const { summary, state, leansOn } of files) {
    const known = table.size;
    const { numbers, ...head } = pack(summary, table);
    const ids = leansOn.map((uri) => table.idOf(uri));
    const strings = Array.from({ length: table.size - known }, (_, i) => table.at(known + i));
    const line: Line = { strings, state, leansOn: ids, ...head, numbers: [...numbers] };
    yield JSON.stringify(line);
    count++;
  }
  yield JSON.stringify({ count });
}

/** Takes the lines one by one. */
export interface LineReader {
  /** False where the line does not fit: then nothing that was read counts. */
  take(line: string): boolean;
  /** Undefined where the end is missing. */
  result(): ReadonlyMap<string, Remembered> | undefined;
}

/** Reads what was written line by line. @param key what was written under another one does not count */
export function createLineReader(key: string): LineReader {
  const table = new StringTable();
  const files = new Map<string, Remembered>();
  let seen = 0;
  let isWhole = false;

  function take(text: string): boolean {
    const line = parse(text);
    if (!line || isWhole) return false;
    if (seen++ === 0) return line.format === FORMAT && line.key === key;
    if ('count' in line) {
      isWhole = line.count === files.size;
      return isWhole;
    }
    if (!isLine(line)) return false;
    const { strings, state, leansOn, numbers, ...head } = line;
    for (const string of strings) table.idOf(string);
    const summary = unpack({ ...head, numbers: Int32Array.from(numbers) }, table);
    files.set(line.uri, { summary, state, leansOn: leansOn.map((id) => table.at(id)) });
    return true;
  }

  return { take, result: () => (isWhole ? files : undefined) };
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function isLine(line: object): line is Line {
  const { strings, state, leansOn, uri, kind, title, county, edition, registry, numbers } = line as Record<
    keyof Line,
    unknown
  >;
  return (
    isListOf(strings, isString) &&
    isListOf(leansOn, Number.isInteger) &&
    isListOf(numbers, Number.isInteger) &&
    [state, uri].every(isString) &&
    KINDS.has(kind) &&
    [title, county, edition, registry].every((one) => one === undefined || isString(one))
  );
}

function isString(value: unknown): boolean {
  return typeof value === 'string';
}

function isListOf(value: unknown, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne);
}
