import type { ScalarValue } from './nodes';

const NULL = /^(?:~|[Nn]ull|NULL)$/;
const BOOLEAN = /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/;
const OCTAL = /^0o[0-7]+$/;
const INTEGER = /^[-+]?[0-9]+$/;
const HEXADECIMAL = /^0x[0-9a-fA-F]+$/;
const INFINITE = /^([-+]?)\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/** What a plain scalar (of at least one character) stands for by the core schema: YAML 1.2.2, section 10.3.2. */
export function plainValue(raw: string): ScalarValue {
  const first = raw.charCodeAt(0);
  // Nearly all texts begin in Chinese.
  if (first > 0x7e) return raw;
  if (first >= 0x41 || first === 0x7e) {
    if (BOOLEAN.test(raw)) return first === 0x54 || first === 0x74;
    return NULL.test(raw) ? null : raw;
  }
  if (INTEGER.test(raw)) return Number.parseInt(raw, 10);
  if (FLOAT.test(raw)) return Number.parseFloat(raw);
  if (OCTAL.test(raw)) return Number.parseInt(raw.slice(2), 8);
  if (HEXADECIMAL.test(raw)) return Number.parseInt(raw.slice(2), 16);
  const infinite = INFINITE.exec(raw);
  if (infinite) return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return NOT_A_NUMBER.test(raw) ? Number.NaN : raw;
}
