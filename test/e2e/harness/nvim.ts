import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Files, temporaryFolder, writeFiles } from './temporary';

export interface NvimOptions {
  /** The body of a Lua function; what it returns comes back as JSON. `error(…)` fails the run. */
  readonly script: string;
  /** Files of the folder that Neovim is started in. */
  readonly files?: Files;
  /** Values that the script finds in the global table `given`. */
  readonly given?: Readonly<Record<string, unknown>>;
  /** Milliseconds. */
  readonly timeout?: number;
}

/**
 * Runs headless Neovim on a Lua script, without any configuration, in a folder of its own.
 * Rejects with Neovim's output if the script raises an error or runs longer than `timeout`.
 */
export async function runNvim<Result>({ script, files, given = {}, timeout = 30_000 }: NvimOptions): Promise<Result> {
  const workspace = temporaryFolder(files);
  const state = temporaryFolder();
  const result = join(state.path, 'result.json');
  try {
    writeFiles(state.path, {
      'given.json': JSON.stringify(given),
      'script.lua': script,
      'run.lua': wrapper(state.path),
    });
    const program = ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${join(state.path, 'run.lua')}`];
    const child = spawn('nvim', program, { cwd: workspace.path, stdio: ['ignore', 'pipe', 'pipe'], timeout });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
    if (code !== 0 || !existsSync(result))
      throw new Error(`nvim ended with ${code}: ${output.trim() || '(no output)'}`);
    return JSON.parse(readFileSync(result, 'utf8')) as Result;
  } finally {
    state.remove();
    workspace.remove();
  }
}

/** Calls the script, writes its result, and ends Neovim with 1 if it fails. */
function wrapper(folder: string): string {
  const path = (name: string) => JSON.stringify(join(folder, name));
  return `
given = vim.fn.json_decode(vim.fn.readfile(${path('given.json')}))
local ok, result = xpcall(function() return dofile(${path('script.lua')}) end, debug.traceback)
if not ok then
  io.stderr:write(result .. '\\n')
  vim.cmd('cquit 1')
end
vim.fn.writefile({ vim.fn.json_encode(result) }, ${path('result.json')})
vim.cmd('qall!')
`;
}
