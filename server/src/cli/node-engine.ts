import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeRoom } from '../lsp/heap';
import { nodeFiles } from '../lsp/node-files';
import { rules } from '../rules/index';
import { fixAll } from '../workspace/fix-all';
import { kindOf } from '../workspace/kinds';
import { Project } from '../workspace/project';
import type { Engine } from './engine';
import { decode } from './node-decode';
import { toUri } from './uris';

/**
 * The real engine on this machine's files.
 * @param packageRoot absolute path of the installed package (or checkout)
 * @param program absolute path of the bundle that is running, if it is one
 */
export function nodeEngine(packageRoot: string, version: string, program?: string): Engine {
  const folder = join(packageRoot, 'seeds', 'requirements');
  const corpora = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  const builtin = corpora.map(toUri);
  return {
    createProject(settings, files) {
      const project = new Project(files, builtin, settings);
      return {
        check(uri, text, options) {
          makeRoom(text.length);
          return project.check(uri, text, options);
        },
        fixAll: async (uri, text, options) => (await fixAll(project, uri, text, options)).text,
        setOverlay: (uri, text) => project.setOverlay(uri, text),
        linesOf: (uri) => project.linesOf(uri),
      };
    },
    openProject: (settings) => new Project(nodeFiles, builtin, settings),
    files: nodeFiles,
    builtin,
    fingerprint() {
      const hash = createHash('sha256').update(version);
      for (const file of [...(program === undefined ? [] : [program]), ...corpora]) hash.update(readFileSync(file));
      return hash.digest('base64url');
    },
    kindOf,
    decode,
    rules,
    ruleUrl(id) {
      const page = join(packageRoot, 'docs', 'rules', `${id}.md`);
      return existsSync(page) ? toUri(page) : undefined;
    },
    version,
  };
}
