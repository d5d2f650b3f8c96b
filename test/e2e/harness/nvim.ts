import { join } from 'node:path';
import { runScript, type ScriptedEditor, type ScriptOptions } from './scripted-editor';

const nvim: ScriptedEditor = {
  program: 'nvim',
  arguments: (folder) => [
    ...['--headless', '-u', 'NONE', '-i', 'NONE', '-n'],
    ...['-c', `luafile ${join(folder, 'run.lua')}`],
  ],
  files: (folder, script) => ({ 'script.lua': script, 'run.lua': wrapper(folder) }),
};

/** Runs headless Neovim on the body of a Lua function, whose value is the result; `given` is a global table. */
export function runNvim<Result>(options: ScriptOptions): Promise<Result> {
  return runScript(nvim, options);
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
