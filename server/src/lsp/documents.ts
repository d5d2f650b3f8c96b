import type { Checked, Project } from '../workspace/project';
import { summarize } from '../workspace/summary';
import { normalizeUri } from '../workspace/uris';
import type { WorkspaceIndex } from '../workspace/workspace-index';
import { turn } from './turn';

/** Messages of one burst that are waited for before a check begins; a client that never pauses is checked all the same. */
const MAX_BURST = 100;

interface OpenFile {
  readonly uri: string;
  /** Normalized URI. */
  readonly key: string;
  version: number;
  text: string;
  /** Counts what makes an earlier result void: edits, and changes of what the file leans on. */
  revision: number;
  /** The last result, which the next one takes over from what did not change. */
  last?: Checked;
  /** Is `last` the result of the newest revision? */
  isFresh: boolean;
  /** The check under way. */
  run?: Promise<Checked>;
}

export interface OpenFilesOptions {
  readonly project: Project;
  readonly index: WorkspaceIndex;
  /** Nothing is checked before it: settings that arrive late would make the first findings wrong. */
  readonly ready: Promise<void>;
  /** Told after each check whose result counts. */
  readonly onChecked: (uri: string, checked: Checked) => void;
  /** Told of a fault of the tool's own, after which the file is read afresh. */
  readonly onFault: (error: unknown) => void;
}

/**
 * The files that are open in the editor. A check is begun when somebody asks for its result, not with each version: of a
 * burst of changes only the newest text is checked, and a check that a change overtakes starts again with the new text.
 */
export class OpenFiles {
  private readonly files = new Map<string, OpenFile>();

  constructor(private readonly options: OpenFilesOptions) {}

  get uris(): string[] {
    return [...this.files.keys()];
  }

  /** Is a check under way? */
  get isBusy(): boolean {
    return [...this.files.values()].some(({ run }) => run);
  }

  /** True for any spelling of the URI of an open file. */
  has(uri: string): boolean {
    return this.find(uri) !== undefined;
  }

  /** Takes a new version of a file. */
  update(uri: string, version: number, text: string): void {
    this.options.project.setOverlay(uri, text);
    const known = this.files.get(uri);
    if (known) {
      Object.assign(known, { version, text });
      outdate(known);
    } else {
      this.files.set(uri, { uri, key: normalizeUri(uri), version, text, revision: 0, isFresh: false });
    }
  }

  close(uri: string): void {
    this.files.delete(uri);
    this.options.project.setOverlay(uri, undefined);
  }

  /** The result for the newest text there is when it is done, or undefined for a file that is not open. */
  checked(uri: string): Promise<Checked> | undefined {
    const file = this.find(uri);
    if (!file) return undefined;
    if (file.isFresh && file.last) return Promise.resolve(file.last);
    file.run ??= this.check(file).finally(() => {
      delete file.run;
    });
    return file.run;
  }

  /** Grows with each edit and each change of what the file leans on; undefined for a file that is not open. */
  revisionOf(uri: string): number | undefined {
    return this.find(uri)?.revision;
  }

  versionOf(uri: string): number | undefined {
    return this.find(uri)?.version;
  }

  /** All results are void, after a setting or something that all lean on changed. */
  recheck(): void {
    for (const file of this.files.values()) outdate(file);
  }

  /** True where results are void because a file that they lean on was edited, opened or closed. @param changed its URI */
  recheckDependents(changed: string): boolean {
    const key = normalizeUri(changed);
    const leaning = [...this.files.values()].filter(
      // A check under way may have read the old text.
      (file) => file.key !== key && (file.run || file.last?.dependencies.includes(key)),
    );
    for (const file of leaning) outdate(file);
    return leaning.length > 0;
  }

  /** Takes nothing over from earlier results: a fault may be in them. */
  startOver(uri: string): void {
    const file = this.find(uri);
    if (!file) return;
    delete file.last;
    outdate(file);
  }

  private find(uri: string): OpenFile | undefined {
    const exact = this.files.get(uri);
    if (exact) return exact;
    const key = normalizeUri(uri);
    return [...this.files.values()].find((file) => file.key === key);
  }

  private async check(file: OpenFile): Promise<Checked> {
    const { index, ready, onChecked } = this.options;
    await ready;
    for (;;) {
      await burst(file);
      const { revision } = file;
      const checked = await this.read(file);
      file.last = checked;
      if (file.revision !== revision) continue;
      file.isFresh = true;
      if (this.files.get(file.uri) === file) {
        index.put(file.uri, () => summarize(checked));
        onChecked(file.uri, checked);
      }
      return checked;
    }
  }

  private async read({ uri, text, last }: OpenFile): Promise<Checked> {
    const { project, onFault } = this.options;
    if (last) {
      try {
        return await project.check(uri, text, { previous: last });
      } catch (error) {
        onFault(error);
      }
    }
    return await project.check(uri, text);
  }
}

function outdate(file: OpenFile): void {
  file.revision++;
  file.isFresh = false;
}

/** Waits while changes of a file are still coming in, one message after the other. */
async function burst(file: OpenFile): Promise<void> {
  for (let seen = -1, i = 0; seen !== file.revision && i < MAX_BURST; i++) {
    seen = file.revision;
    await turn();
  }
}
