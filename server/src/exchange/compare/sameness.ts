import { levelPrefix } from '../../domain/unit';

const COUNTY = /^(?:中共)?[\p{Script=Han}]{1,4}?[县区](?=委|人民政府|政府)/u;
const BLANKS = /\s+/g;

/** True where two lists name the same bodies: 县司法局 of one county is 区司法局 of another. The order does not count. */
export function sameUnits(a: readonly string[], b: readonly string[]): boolean {
  return sorted(a) === sorted(b);
}

/** True where two lists set the same deadlines; blanks aside. */
export function sameDeadline(a: readonly string[], b: readonly string[]): boolean {
  const plain = (list: readonly string[]) => list.map((text) => text.replace(BLANKS, '')).join('\n');
  return plain(a) === plain(b);
}

function sorted(names: readonly string[]): string {
  return [...new Set(names.map(withoutCounty))].sort().join('\n');
}

function withoutCounty(name: string): string {
  const plain = name.replace(BLANKS, '').replace(COUNTY, '');
  return levelPrefix(plain) ? plain.slice(1) : plain;
}
