import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Range } from 'vscode-languageserver-protocol';
import { root } from './temporary';

/** The built command line. */
export const cli = join(root, 'dist', 'cli.js');

export interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly version: string;
}

export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

/** The packed extension, absolute. @throws where `npm run package` has not been run */
export function vsix(): string {
  const path = join(root, `zhibiao-${manifest.version}.vsix`);
  if (!existsSync(path)) throw new Error('no .vsix: run `npm run package` first');
  return path;
}

/** How a process ended, and what it printed. */
export interface Run {
  /** Null for one that was killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  /** Standard input. */
  readonly input?: string | Buffer;
  /** Keep standard input open after `input`, until the program ends by itself. */
  readonly staysOpen?: boolean;
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds. */
  readonly timeout?: number;
}

/** Runs a program to its end. */
export function run(
  program: string,
  args: readonly string[],
  { cwd = root, input = '', staysOpen = false, env = process.env, timeout = 60_000 }: RunOptions = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, timeout, stdio: 'pipe' });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    // A program that does not read what it is given.
    child.stdin.on('error', () => {});
    child.stdin.write(input);
    if (!staysOpen) child.stdin.end();
    child.on('error', reject).on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** Runs `zhibiao` as a process of its own. */
export function zhibiao(args: readonly string[], options?: RunOptions): Promise<Run> {
  return run(process.execPath, [cli, ...args], options);
}

/** A finding as `--format json` tells it. Lines and characters count from 0. */
export interface Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
  readonly range: Range;
  readonly fix?: { readonly title: string };
}

interface Report {
  readonly files: readonly { readonly path: string; readonly findings: readonly Finding[] }[];
}

/** Findings of the files under `paths`, by their path relative to `cwd`. */
export async function check(
  paths: readonly string[],
  options: RunOptions = {},
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const { stdout, stderr, code } = await zhibiao(['check', '--format', 'json', ...paths], options);
  if (code === 2 || code === null) throw new Error(`zhibiao check ended with ${code}: ${stderr}`);
  const { files } = JSON.parse(stdout) as Report;
  return new Map(files.map(({ path, findings }) => [path, findings]));
}
