/** Something on the page that stands for lines of the file. */
export interface Placed<T> {
  readonly line: number;
  readonly lines: number;
  readonly element: T;
}

export interface Places<T> {
  /** What stands for a line; of several the one that begins last. */
  at(line: number): T | undefined;
  /** The last thing at or before a line, and how far behind its beginning the line is, from 0 to 1. */
  near(line: number): { readonly element: T; readonly share: number } | undefined;
}

/** Ready to be asked which part of the page belongs to a line. */
export function placesOf<T>(parts: readonly Placed<T>[]): Places<T> {
  const sorted = parts.toSorted((a, b) => a.line - b.line);

  function lastAt(line: number): Placed<T> | undefined {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.line ?? 0) <= line) low = middle + 1;
      else high = middle;
    }
    return sorted[low - 1];
  }

  return {
    at(line) {
      const part = lastAt(line);
      return part && line < part.line + part.lines ? part.element : undefined;
    },
    near(line) {
      const part = lastAt(line);
      return part && { element: part.element, share: Math.min(1, (line - part.line) / Math.max(1, part.lines)) };
    },
  };
}
