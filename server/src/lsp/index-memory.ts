import { createLineReader, type Remembered, toLines } from '../workspace/index-lines';
import { kindOf } from '../workspace/kinds';
import type { Checked } from '../workspace/project';
import { foldersAbove, normalizeUri } from '../workspace/uris';
import type { WorkspaceIndex } from '../workspace/workspace-index';
import type { Storage } from './environment';

/** What earlier sessions knew of the files, so that only those that changed since are read. */
export interface IndexMemory {
  /** Reads what is kept. @param uris all files of the workspace @param key whatever makes all of it void */
  load(uris: readonly string[], key: string): Promise<void>;
  /** True where a file is as it was; then it is in the index. */
  recall(uri: string): Promise<boolean>;
  note(uri: string, file: Checked | undefined): Promise<void>;
  /** Keeps what is known now, unless it is kept already. */
  save(): Promise<void>;
}

interface Note {
  readonly state: string;
  readonly leansOn: readonly string[];
}

export function createIndexMemory(
  index: WorkspaceIndex,
  storage: Storage,
  stateOf: (uri: string) => Promise<string | undefined>,
  pause: () => Promise<void>,
): IndexMemory {
  const notes = new Map<string, Note>();
  let remembered: ReadonlyMap<string, Remembered> = new Map();
  let states = new Map<string, Promise<string | undefined>>();
  let neighbours = new Map<string, string>();
  let key: string | undefined;
  let isChanged = false;

  function stateOnce(uri: string): Promise<string | undefined> {
    const state = states.get(uri) ?? stateOf(uri);
    states.set(uri, state);
    return state;
  }

  /** The file itself, what its summary leans on, and the files that it would lean on if they were the nearest. */
  async function stateWith(uri: string, leansOn: readonly string[]): Promise<string> {
    const own = await Promise.all([uri, ...leansOn].map(stateOnce));
    const around = foldersAbove(uri).map((folder) => neighbours.get(folder) ?? '');
    return JSON.stringify([own, around]);
  }

  async function* lines(): AsyncGenerator<string> {
    for (const line of toLines(known(), key ?? '')) {
      yield line;
      await pause();
    }
  }

  function* known(): Generator<Remembered> {
    for (const [uri, note] of notes) {
      const summary = index.get(uri);
      if (summary) yield { summary, ...note };
    }
  }

  return {
    async load(uris, newKey) {
      states = new Map();
      neighbours = new Map();
      for (const uri of uris) {
        if (kindOf(uri) === 'zhibiao') continue;
        const [folder = ''] = foldersAbove(uri);
        neighbours.set(folder, `${neighbours.get(folder) ?? ''}${uri}\n`);
      }
      if (key === newKey) return;
      key = newKey;
      notes.clear();
      remembered = (await read(storage, key, pause)) ?? new Map();
    },
    async recall(uri) {
      const known = remembered.get(normalizeUri(uri));
      if (!known || known.state !== (await stateWith(normalizeUri(uri), known.leansOn))) return false;
      index.keep(known.summary);
      notes.set(normalizeUri(uri), { state: known.state, leansOn: known.leansOn });
      return true;
    },
    async note(uri, file) {
      isChanged = true;
      const own = normalizeUri(uri);
      if (!file) {
        notes.delete(own);
        return;
      }
      const leansOn = file.dependencies.filter((one) => !one.includes('*'));
      notes.set(own, { state: await stateWith(own, leansOn), leansOn });
    },
    async save() {
      remembered = new Map();
      if (!isChanged) return;
      isChanged = false;
      // What cannot be kept is read again the next time.
      await storage.write(lines()).catch(() => undefined);
    },
  };
}

async function read(storage: Storage, key: string, pause: () => Promise<void>): Promise<ReturnType<Reader['result']>> {
  const reader = createLineReader(key);
  for await (const line of storage.read()) {
    if (!reader.take(line)) return undefined;
    await pause();
  }
  return reader.result();
}

type Reader = ReturnType<typeof createLineReader>;
