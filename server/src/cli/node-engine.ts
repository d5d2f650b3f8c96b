import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFiles } from '../lsp/node-files';
import { rules } from '../rules/index';
import { decodeBytes } from '../text/decode';
import { fixAll } from '../workspace/fix-all';
import { kindOf } from '../workspace/kinds';
import { Project } from '../workspace/project';
import type { Engine } from './engine';
import { toUri } from './uris';

/** The real engine on this machine's files. @param packageRoot absolute path of the installed package (or checkout) */
export function nodeEngine(packageRoot: string, version: string): Engine {
  const corpora = join(packageRoot, 'seeds', 'requirements');
  const bundled = existsSync(corpora) ? readdirSync(corpora).map((name) => toUri(join(corpora, name))) : [];
  return {
    createProject(settings) {
      const project = new Project(nodeFiles, bundled, settings);
      return {
        check: (uri, text, options) => project.check(uri, text, options),
        fixAll: async (uri, text, options) => (await fixAll(project, uri, text, options)).text,
        setOverlay: (uri, text) => project.setOverlay(uri, text),
        linesOf: (uri) => project.linesOf(uri),
      };
    },
    kindOf,
    decode: decodeBytes,
    rules,
    ruleUrl(id) {
      const page = join(packageRoot, 'docs', 'rules', `${id}.md`);
      return existsSync(page) ? toUri(page) : undefined;
    },
    version,
  };
}
