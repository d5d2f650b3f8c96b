/** Thrown where a text is not of the regular style. One object for all times, for it says nothing but that. */
export const NOT_REGULAR = new Error('not of the regular style');

export function notRegular(): never {
  throw NOT_REGULAR;
}
