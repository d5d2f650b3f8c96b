/** Half-open range of UTF-16 code units in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replaces `span` by `newText`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** True when the two spans share a code unit, or when one is empty and lies inside the other. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True when `offset` lies in `span` or on one of its ends (a cursor stands between characters). */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
