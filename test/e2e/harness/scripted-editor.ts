import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Files, temporaryFolder, writeFiles } from './temporary';

/** What a script for an editor works on. */
export interface ScriptOptions {
  /** In the editor's own language; what it comes to comes back as JSON. An error fails the run. */
  readonly script: string;
  /** Files of the folder that the editor is started in. */
  readonly files?: Files;
  /** Values that the script finds in `given`. */
  readonly given?: Readonly<Record<string, unknown>>;
  /** Milliseconds. */
  readonly timeout?: number;
}

/** How an editor is made to run a script. The paths are absolute and stand in the folder that is given. */
export interface ScriptedEditor {
  readonly program: string;
  arguments(folder: string): string[];
  environment?(folder: string): Record<string, string>;
  /** What reads `given.json`, runs the script and writes `result.json`. */
  files(folder: string, script: string): Files;
}

/**
 * Runs an editor without a window and without a user's configuration, in a folder of its own.
 * Rejects with its output if it ends with an error, or without a result, or runs longer than `timeout`.
 */
export async function runScript<Result>(
  editor: ScriptedEditor,
  { script, files, given = {}, timeout = 60_000 }: ScriptOptions,
): Promise<Result> {
  const workspace = temporaryFolder(files);
  const state = temporaryFolder();
  const result = join(state.path, 'result.json');
  try {
    writeFiles(state.path, { 'given.json': JSON.stringify(given), ...editor.files(state.path, script) });
    const child = spawn(editor.program, editor.arguments(state.path), {
      cwd: workspace.path,
      env: { ...process.env, ...editor.environment?.(state.path) },
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
      throw new Error(`${editor.program} ended with ${code}: ${output.trim() || '(no output)'}`);
    return JSON.parse(readFileSync(result, 'utf8')) as Result;
  } finally {
    state.remove();
    workspace.remove();
  }
}
