import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { nodeEngine } from '../../server/src/cli/node-engine';
import { type Run, run } from '../cli/harness';
import { root } from './markdown';

const engine = nodeEngine(root, '0.0.0');

/** Runs a command as the pages write it (`zhibiao check …`, also with `< FILE`), in a folder. */
export function runCommand(command: string, cwd: string): Promise<Run> {
  const [program, ...words] = command.split(/\s+/);
  if (program !== 'zhibiao') throw new Error(`not a command of ours: ${command}`);
  const at = words.indexOf('<');
  const input = at < 0 ? undefined : words[at + 1];
  const argv = at < 0 ? words : words.slice(0, at);
  const stdin = input === undefined ? '' : readFileSync(resolve(cwd, input));
  return run(cwd, argv, { engine, stdin });
}
