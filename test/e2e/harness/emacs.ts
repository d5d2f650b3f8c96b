import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Files, temporaryFolder, writeFiles } from './temporary';

export interface EmacsOptions {
  /** Emacs Lisp; the value of the last expression comes back as JSON. An error fails the run. */
  readonly script: string;
  /** Files of the folder that Emacs is started in. */
  readonly files?: Files;
  /** Values that the script finds in the hash table `given`. */
  readonly given?: Readonly<Record<string, unknown>>;
  /** Milliseconds. */
  readonly timeout?: number;
}

/**
 * Runs Emacs in batch mode on a script with eglot loaded, without a user's configuration, in a folder of its own.
 * Rejects with Emacs's output if the script signals an error or runs longer than `timeout`.
 */
export async function runEmacs<Result>({ script, files, given = {}, timeout = 60_000 }: EmacsOptions): Promise<Result> {
  const workspace = temporaryFolder(files);
  const state = temporaryFolder();
  const result = join(state.path, 'result.json');
  try {
    writeFiles(state.path, { 'given.json': JSON.stringify(given), 'run.el': wrapper(state.path, script) });
    // Without a UTF-8 locale Emacs 28 loses messages.
    const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', HOME: state.path };
    const child = spawn('emacs', ['--batch', '-q', '-l', join(state.path, 'run.el')], {
      cwd: workspace.path,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
    if (code !== 0 || !existsSync(result))
      throw new Error(`emacs ended with ${code}: ${output.trim() || '(no output)'}`);
    return JSON.parse(readFileSync(result, 'utf8')) as Result;
  } finally {
    state.remove();
    workspace.remove();
  }
}

function wrapper(folder: string, script: string): string {
  const path = (name: string) => JSON.stringify(join(folder, name));
  return `;;; -*- lexical-binding: t -*-
(package-initialize)
(require 'eglot)
(require 'json)
(defvar given (with-temp-buffer (insert-file-contents ${path('given.json')}) (json-parse-buffer)))
(let ((result (progn ${script})))
  (with-temp-file ${path('result.json')}
    (insert (json-serialize result :null-object :null :false-object :false))))
(kill-emacs 0)
`;
}
