/** Length of the common beginning, never half a character. */
export function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return /[\uD800-\uDBFF]/.test(a.charAt(length - 1)) ? length - 1 : length;
}

/** Length of the common end, never half a character. */
export function commonSuffix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++;
  return length > 0 && /[\uDC00-\uDFFF]/.test(a.charAt(a.length - length)) ? length - 1 : length;
}
