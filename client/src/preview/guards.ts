/** Checks of data that came from elsewhere. Each says whether a value has a form. */
export type Guard = (value: unknown) => boolean;

export const isText: Guard = (value) => typeof value === 'string';
export const isFlag: Guard = (value) => typeof value === 'boolean';
/** A whole number that may count lines or columns; negative ones are relative. */
export const isCount: Guard = (value) => Number.isSafeInteger(value);

/** One of these texts. */
export function isOneOf(...values: readonly string[]): Guard {
  return (value) => typeof value === 'string' && values.includes(value);
}

/** A list, empty or not, whose members all have a form. */
export function isListOf(guard: Guard): Guard {
  return (value) => Array.isArray(value) && value.every(guard);
}

/** A mapping with these members, and no others of a wrong type. */
export function isRecord(
  required: Readonly<Record<string, Guard>>,
  optional: Readonly<Record<string, Guard>> = {},
): Guard {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const given = value as Record<string, unknown>;
    for (const key in required) if (!required[key]?.(given[key])) return false;
    for (const key in optional) if (given[key] !== undefined && !optional[key]?.(given[key])) return false;
    return true;
  };
}
