import { type Context, EXIT } from './context';
import { type Counts, summarize } from './report';

/** The exit code of contract section 7 for what was found; says so when it is for the warnings alone. */
export function verdict(
  { stderr }: Pick<Context, 'stderr'>,
  { maxWarnings = Number.POSITIVE_INFINITY }: { readonly maxWarnings?: number },
  { counts, troubles }: { readonly counts: readonly Counts[]; readonly troubles: readonly string[] },
): number {
  const { errors, warnings } = summarize(counts);
  if (warnings > maxWarnings) stderr.write(`警告 ${warnings} 个，超过 --max-warnings 定的 ${maxWarnings} 个\n`);
  if (troubles.length > 0) return EXIT.trouble;
  return errors > 0 || warnings > maxWarnings ? EXIT.findings : EXIT.clean;
}
