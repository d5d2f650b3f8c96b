import type { Context, Output } from './context';

/**
 * Whether output is coloured: by option, else by NO_COLOR and FORCE_COLOR (https://no-color.org, https://force-color.org),
 * else only on a terminal.
 */
export function wantsColor(option: boolean | undefined, output: Output | undefined, env: Context['env']): boolean {
  if (option !== undefined) return option;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return output?.isTTY === true && env.TERM !== 'dumb';
}
