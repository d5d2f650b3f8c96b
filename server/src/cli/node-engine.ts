import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeRoom, makeRoomForMany } from '../lsp/heap';
import { nodeFiles } from '../lsp/node-files';
import { rules } from '../rules/index';
import { fixAll } from '../workspace/fix-all';
import { kindOf } from '../workspace/kinds';
import { type Checked, Project } from '../workspace/project';
import { normalizeUri } from '../workspace/uris';
import type { CheckOptions, Engine } from './engine';
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
      // What was fixed last is mostly what is checked next.
      let settled: { readonly text: string; readonly options: CheckOptions; readonly checked: Checked } | undefined;
      return {
        async check(uri, text, options) {
          makeRoom(text.length);
          makeRoomForMany();
          const known = settled;
          settled = undefined;
          const isSame = known?.text === text && known.checked.uri === normalizeUri(uri);
          const { kind, encoding } = options;
          if (isSame && known.options.kind === kind && known.options.encoding === encoding) return known.checked;
          return await project.check(uri, text, { ...options, once: true });
        },
        async fixAll(uri, given, options) {
          const { text, checked } = await fixAll(project, uri, given, options);
          settled = checked && { text, options, checked };
          return text;
        },
        setOverlay(uri, text) {
          if (settled?.checked.uri !== normalizeUri(uri)) settled = undefined;
          project.setOverlay(uri, text);
        },
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
