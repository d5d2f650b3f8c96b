import { type Context, EXIT } from '../context';
import type { Engine } from '../engine';
import { SEVERITY_WORDS } from '../formats/words';
import { padEnd } from '../width';

/** `zhibiao rules`: every rule with its default severity, whether it has fixes, and what it finds. */
export function listRules({ stdout }: Context, { rules }: Engine): number {
  const column = Math.max(0, ...rules.map(({ id }) => id.length)) + 2;
  for (const { id, severity, fixable, summary } of rules) {
    const how = fixable ? '可修复' : '';
    stdout.write(`${id.padEnd(column)}${SEVERITY_WORDS[severity]}  ${padEnd(how, 6)}  ${summary}\n`);
  }
  return EXIT.clean;
}
