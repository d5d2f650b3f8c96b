import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindOf } from '../../server/src/workspace/kinds';
import { type Checked, Project } from '../../server/src/workspace/project';
import { seeds } from '../yaml/support';
import { type Edit, edits, excerpt } from './edit-sequences';
import { memoryFiles } from './memory-files';

/** Sequences of each kind; `ZHIBIAO_RUNS=2000` for a thorough search, from another seed each time. */
const thorough = Number(process.env.ZHIBIAO_RUNS ?? 0);
const chosen = thorough > 0 ? {} : { seed: 20211020 };

const uriOf = (name: string) => `file:///seeds/${name}`;
const files = memoryFiles(new Map(seeds.map(({ name, text }) => [uriOf(name), text])));
const builtin = seeds.filter(({ name }) => name.startsWith('requirements/')).map(({ name }) => uriOf(name));
const documents = seeds.filter(({ name }) => kindOf(name) !== 'config');

/** Makes the edits one after the other; each version has to have the findings that it would have by itself. */
async function expectBatchFindings(name: string, start: string, sequence: readonly Edit[]): Promise<void> {
  const editor = new Project(files, builtin);
  const batch = new Project(files, builtin);
  const uri = uriOf(name);
  const versions = [start];
  let checked: Checked = await editor.check(uri, start);
  let shown = checked.findings.length;
  for (const edit of sequence) {
    const text = edit.apply(versions.at(-1) ?? '', versions);
    versions.push(text);
    checked = await editor.check(uri, text, { previous: checked });
    // Nobody may have asked for the findings of a version in between.
    if (edit.isUnseen) continue;
    shown = checked.findings.length;
    const fresh = await batch.check(uri, text);
    expect(checked.findings).toEqual(fresh.findings);
    expect(checked.document.suppressions).toEqual(fresh.document.suppressions);
  }
  expect(shown).toBeGreaterThanOrEqual(0);
}

describe('findings after any edits are those of a fresh check', () => {
  it('of excerpts of every document', async () => {
    const short = documents.map(({ name, text }) => ({ name, text: excerpt(text) }));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...short), edits(8), ({ name, text }, sequence) =>
        expectBatchFindings(name, text, sequence),
      ),
      { ...chosen, numRuns: thorough || 60 },
    );
  }, 3_600_000);

  it('of whole documents', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...documents), edits(4), ({ name, text }, sequence) =>
        expectBatchFindings(name, text, sequence),
      ),
      { ...chosen, numRuns: thorough || 12 },
    );
  }, 3_600_000);
});
