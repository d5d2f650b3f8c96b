import type { Checked, Project } from '../workspace/project';
import { summarize } from '../workspace/summary';
import { normalizeUri } from '../workspace/uris';
import type { WorkspaceIndex } from '../workspace/workspace-index';

interface OpenFile {
  version: number;
  text: string;
  result: Promise<Checked>;
}

/** The files that are open in the editor, each checked once a version. */
export class OpenFiles {
  private readonly files = new Map<string, OpenFile>();

  constructor(
    private readonly project: Project,
    private readonly index: WorkspaceIndex,
  ) {}

  get uris(): string[] {
    return [...this.files.keys()];
  }

  /** True for any spelling of the URI of an open file. */
  has(uri: string): boolean {
    const key = normalizeUri(uri);
    return this.uris.some((open) => normalizeUri(open) === key);
  }

  /** Takes a new version of a file and starts to check it. */
  update(uri: string, version: number, text: string): void {
    this.project.setOverlay(uri, text);
    const before = this.files.get(uri)?.result;
    this.files.set(uri, { version, text, result: this.checkAfter(before, uri, text) });
  }

  close(uri: string): void {
    this.files.delete(uri);
    this.project.setOverlay(uri, undefined);
  }

  /** The result for the newest version, or undefined for a file that is not open. */
  checked(uri: string): Promise<Checked> | undefined {
    return this.files.get(uri)?.result;
  }

  versionOf(uri: string): number | undefined {
    return this.files.get(uri)?.version;
  }

  /** Checks all files anew, after a registry, a corpus or a setting changed. */
  recheck(): void {
    for (const [uri, file] of this.files) file.result = this.checkAfter(file.result, uri, file.text);
  }

  /** One check of a file after the other: each takes over from the one before what the edit did not touch. */
  private async checkAfter(before: Promise<Checked> | undefined, uri: string, text: string): Promise<Checked> {
    const previous = await before?.catch(() => undefined);
    const checked = await this.project.check(uri, text, { ...(previous && { previous }) });
    if (this.files.has(uri)) this.index.put(uri, () => summarize(checked));
    return checked;
  }
}
