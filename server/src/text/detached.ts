/**
 * The same characters in a string of their own. Engines keep a part of a long text as a view on the whole, which then stays
 * in memory as long as one word of it is in use.
 */
export function detached(text: string): string {
  return ` ${text}`.slice(1);
}
