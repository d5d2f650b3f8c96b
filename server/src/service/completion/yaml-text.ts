import { writtenText } from '../../rules/shared/item-lines';

/** The number that entries of a list of sentences carry: `1. 请提供…` needs no quotes. */
const SERIAL = /^\d{1,3}[.．、] ?(?=[\p{L}“《（【])/u;

/** A sentence as a YAML value on one line, in quotes only where it needs them. */
export function textInYaml(text: string): string {
  const serial = SERIAL.exec(text)?.[0] ?? '';
  const rest = writtenText(text.slice(serial.length));
  return rest.startsWith('"') ? JSON.stringify(text) : serial + rest;
}
