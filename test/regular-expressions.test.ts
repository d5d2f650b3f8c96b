import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from 'scslre';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/**
 * Files whose expressions may take time in the square of the length of their input, how many, and why they may stay: what
 * they are asked about is short, however long the file is.
 */
const SHORT_INPUT: Readonly<Record<string, readonly [count: number, why: string]>> = {
  'server/src/domain/deadline-classify.ts': [2, 'deadlines, cut off by MAX_LENGTH'],
  'server/src/domain/deadline-repair.ts': [4, 'deadlines, cut off by MAX_LENGTH'],
  'server/src/rules/deadline-month-end.ts': [1, 'a deadline that was understood'],
  'server/src/service/messages.ts': [1, 'templates of our own'],
  'server/src/yaml/values.ts': [1, 'a line cut off after 400 characters'],
  'server/src/exchange/source/html-text.ts': [1, 'the first 4,096 bytes of a page'],
};

/** What can be loaded without a connection or a process of its own. */
const ROOMS = /\/(?:domain|rules|yaml|model|service|text|workspace|exchange)\//;

interface Expression {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Every literal of the sources. */
function literals(): Expression[] {
  return ['server/src', 'client/src']
    .flatMap(sources)
    .flatMap((file) => literalsOf(file, readFileSync(join(root, file), 'utf8')));
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
}

function literalsOf(file: string, text: string): Expression[] {
  const found: Expression[] = [];
  const visit = (node: ts.Node): void => {
    const [, source, flags] = (ts.isRegularExpressionLiteral(node) && /^\/(.*)\/([a-z]*)$/s.exec(node.text)) || [];
    if (source !== undefined && flags !== undefined) found.push({ file, source, flags });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.ESNext));
  return found;
}

/** What modules put together when they are loaded. */
async function composed(): Promise<Expression[]> {
  const found: Expression[] = [];
  const Original = RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, [pattern, flags = '']: [string | RegExp, string?]) {
      const made = new target(pattern, flags);
      found.push({ file: 'new RegExp', source: made.source, flags: made.flags });
      return made;
    },
  });
  try {
    for (const file of sources('server/src').filter((name) => ROOMS.test(name))) await import(join(root, file));
  } finally {
    globalThis.RegExp = Original;
  }
  return found;
}

function faultsOf({ source, flags }: Expression): string[] {
  return analyse({ source, flags }).reports.map(({ type, exponential }) =>
    exponential ? `${type}, exponential` : type,
  );
}

function told({ file, source, flags }: Expression): string {
  return `${file}: /${source}/${flags}`;
}

describe('regular expressions', () => {
  it('of the sources take time in the length of their input', () => {
    const all = literals();
    expect(all.length).toBeGreaterThan(500);
    const slow = all.filter((one) => faultsOf(one).length > 0);
    expect(slow.filter(({ file }) => !(file in SHORT_INPUT)).map(told)).toEqual([]);
    // No more than are known, and no exception for what is gone.
    for (const [file, [count]] of Object.entries(SHORT_INPUT)) {
      expect([file, slow.filter((one) => one.file === file).length]).toEqual([file, count]);
    }
    expect(slow.filter((one) => faultsOf(one).some((fault) => fault.includes('exponential'))).map(told)).toEqual([]);
  });

  it('that are put together do, too', async () => {
    const all = await composed();
    expect(all.length).toBeGreaterThan(15);
    expect(all.filter((one) => faultsOf(one).length > 0).map(told)).toEqual([]);
  });

  it('are told apart', () => {
    const faults = (one: RegExp) => faultsOf({ file: '', source: one.source, flags: one.flags });
    expect(faults(/(?:a+)+$/)).toContain('Self, exponential');
    expect(faults(/\s+$/)).toEqual(['Move']);
    expect(faults(/^\s+x/)).toEqual([]);
  });
});
