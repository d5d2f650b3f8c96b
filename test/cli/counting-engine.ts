import { resolve } from 'node:path';
import type { Engine } from '../../server/src/cli/engine';
import { nodeEngine } from '../../server/src/cli/node-engine';

const root = resolve(import.meta.dirname, '..', '..');

/** The real engine, which notes the names of the files that it checks. */
export function countingEngine(version = '1.0.0'): { engine: Engine; checks: string[] } {
  const checks: string[] = [];
  const engine = nodeEngine(root, version);
  return {
    checks,
    engine: {
      ...engine,
      createProject(settings, files) {
        const project = engine.createProject(settings, files);
        return {
          ...project,
          check(uri, text, options) {
            checks.push(decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)));
            return project.check(uri, text, options);
          },
        };
      },
    },
  };
}
