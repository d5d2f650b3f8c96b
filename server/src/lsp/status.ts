import type { Connection } from 'vscode-languageserver';
import { statusNotification } from '../protocol/status';
import type { Checked } from '../workspace/project';
import { fileName } from '../workspace/uris';

/** Tells a client of ours which registry and corpus each open file is checked against. */
export interface StatusTeller {
  /** Says it unless it was said already. */
  tell(uri: string, checked: Checked): void;
  forget(uri: string): void;
}

export function createStatusTeller(connection: Connection): StatusTeller {
  const told = new Map<string, string>();
  return {
    tell(uri, { surroundings: { registry, corpus } }) {
      // The status bar has room for a short name only.
      const [corpusName = null] = corpus?.names.toSorted((a, b) => a.length - b.length) ?? [];
      const registryName = registry && (registry.county ?? fileName(registry.uri));
      const status = { uri, registry: registryName ?? null, corpus: corpusName };
      const words = JSON.stringify(status);
      if (told.get(uri) === words) return;
      told.set(uri, words);
      connection.sendNotification(statusNotification, status).catch(() => undefined);
    },
    forget(uri) {
      told.delete(uri);
    },
  };
}
