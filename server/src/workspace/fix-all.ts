import type { Finding } from '../rules/finding';
import { applyEdits, EditSet } from '../text/edits';
import type { TextEdit } from '../text/span';
import type { Checked, CheckOptions, Project } from './project';

/** Fixes can make way for others (a file must be readable before it is judged), but each round must change something. */
const MAX_ROUNDS = 10;

export interface FixedText {
  readonly text: string;
  /** How many findings were mended. */
  readonly fixed: number;
  /** What the last round found in the text; absent where the rounds ended before the fixes did. */
  readonly checked?: Checked;
}

/** The edits of the fixes that may be applied unasked, in this file; a fix that collides with an earlier one waits. */
export function safeEdits(findings: readonly Finding[]): { edits: readonly TextEdit[]; fixed: number } {
  const set = new EditSet();
  let fixed = 0;
  for (const { fixes } of findings) {
    const fix = fixes[0];
    if (fix?.safe && !fix.uri && fix.edits.length > 0 && set.add(fix.edits)) fixed++;
  }
  return { edits: set.edits, fixed };
}

/** Applies the safe fixes of a text until none is left. */
export async function fixAll(
  project: Project,
  uri: string,
  text: string,
  options: CheckOptions = {},
): Promise<FixedText> {
  let current = text;
  let total = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const checked = await project.check(uri, current, options);
    const { edits, fixed } = safeEdits(checked.findings);
    const next = applyEdits(current, edits);
    if (next === current) return { text: current, fixed: total, checked };
    current = next;
    total += fixed;
  }
  return { text: current, fixed: total };
}
