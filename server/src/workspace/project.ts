import type { Corpus } from '../model/corpus';
import { readDocument, type SourceDocument } from '../model/document';
import type { FileKind } from '../model/types';
import { type RuleSeverities, runRules, unique } from '../rules/engine';
import type { Finding } from '../rules/finding';
import { rules } from '../rules/index';
import type { Surroundings } from '../rules/rule';
import { applySuppressions } from '../rules/suppress';
import type { LineIndex } from '../text/lines';
import type { Files } from './files';
import { kindOf } from './kinds';
import { Neighbours } from './neighbours';
import type { FolderSettings, Settings } from './settings';
import { type Lookup, SourceFiles } from './source-files';
import { normalizeUri } from './uris';

export interface CheckOptions {
  /** Default: by the name, else an indicator file. */
  readonly kind?: FileKind;
  /** The last result for the same file; what an edit did not touch is taken over from it. */
  readonly previous?: Checked;
  /** The encoding that the bytes were read as, if it was not UTF-8. */
  readonly encoding?: string;
  /** True where the result will be no `previous`: then a registry need not be read again that was read for its county. */
  readonly once?: boolean;
}

/** A file with all that is known of it. */
export interface Checked {
  readonly uri: string;
  readonly document: SourceDocument;
  readonly surroundings: Surroundings;
  /** Sorted, each once, severities applied, suppressed ones left out. Worked out when first asked for. */
  readonly findings: readonly Finding[];
  /** URIs of the registry, corpora and configuration that were asked for, existing or not. */
  readonly dependencies: readonly string[];
}

/** The files of a project, each checked with the registry, corpus and configuration that it leans on. */
export class Project {
  private readonly files: SourceFiles;
  private readonly neighbours: Neighbours;
  private byFolder: readonly FolderSettings[] = [];

  /** @param builtin URIs of the corpora that come with the tool */
  constructor(
    files: Files,
    builtin: readonly string[] = [],
    private settings: Settings = {},
  ) {
    this.files = new SourceFiles(files);
    this.neighbours = new Neighbours(this.files, builtin);
  }

  /** @param byFolder settings of the folders of a workspace, which win over `settings` for the files below them */
  configure(settings: Settings, byFolder: readonly FolderSettings[] = []): void {
    this.settings = settings;
    // Of folders within each other, the inner one decides.
    this.byFolder = byFolder.toSorted((a, b) => b.folder.length - a.folder.length);
  }

  /** The text of an open editor wins over the disk; undefined when it is closed. */
  setOverlay(uri: string, text: string | undefined): void {
    this.files.setOverlay(uri, text);
  }

  /** Forgets what is known of files that were changed, created or deleted. */
  invalidate(uris: Iterable<string>): void {
    this.files.invalidate(uris);
  }

  /** Checks a text as the file `uri`. Never throws for what the text holds. */
  async check(uri: string, text: string, options: CheckOptions = {}): Promise<Checked> {
    const key = normalizeUri(uri);
    const document = await this.read(key, text, options);
    const lookup: Lookup = { dependencies: new Set() };
    const settings = this.settingsFor(key);
    const config = await this.neighbours.config(key, settings, lookup);
    const surroundings = await this.neighbours.of(document, settings, config, lookup);
    const severities = settings.yielding
      ? { ...settings.rules, ...config.severities }
      : { ...config.severities, ...settings.rules };
    const judged = config.ignored ? [] : undefined;
    return new CheckedFile(key, document, surroundings, [...lookup.dependencies], severities, judged);
  }

  /** A file as it is open or on disk, or undefined where there is none. */
  async open(uri: string): Promise<Checked | undefined> {
    const key = normalizeUri(uri);
    const text = await this.files.text(key);
    return text === undefined ? undefined : this.check(key, text);
  }

  /** The corpora that a file could follow; of two with one name, the one that wins comes first. */
  async corporaFor(uri: string): Promise<readonly Corpus[]> {
    const key = normalizeUri(uri);
    const settings = this.settingsFor(key);
    const lookup: Lookup = { dependencies: new Set() };
    return this.neighbours.corporaFor(key, settings, await this.neighbours.config(key, settings, lookup), lookup);
  }

  /** Lines of another file that a finding speaks of. */
  async linesOf(uri: string): Promise<LineIndex | undefined> {
    const key = normalizeUri(uri);
    return (await this.files.read(key, kindOf(key) ?? 'zhibiao', { dependencies: new Set() }))?.lines;
  }

  private async read(uri: string, text: string, options: CheckOptions): Promise<SourceDocument> {
    const { kind = kindOf(uri) ?? 'zhibiao', previous, encoding, once = false } = options;
    const known = once && encoding === undefined ? await this.files.known(uri, kind, text) : undefined;
    if (known) return known;
    return readDocument(uri, kind, text, {
      ...(encoding && { foreignEncoding: encoding }),
      ...(previous && { previous: previous.document }),
    });
  }

  private settingsFor(uri: string): Settings {
    return this.byFolder.find(({ folder }) => uri.startsWith(`${folder}/`))?.settings ?? this.settings;
  }
}

/**
 * A class, since the getter of an object literal is noted in the object's hidden class, which V8 makes among the old objects:
 * all of the file would live until the next full collection.
 */
class CheckedFile implements Checked {
  constructor(
    readonly uri: string,
    readonly document: SourceDocument,
    readonly surroundings: Surroundings,
    readonly dependencies: readonly string[],
    private readonly severities: RuleSeverities,
    private judged: readonly Finding[] | undefined,
  ) {}

  get findings(): readonly Finding[] {
    this.judged ??= judge(this.document, this.surroundings, this.severities);
    return this.judged;
  }
}

function judge(document: SourceDocument, surroundings: Surroundings, severities: RuleSeverities): readonly Finding[] {
  return unique(applySuppressions(document, runRules(document, rules, surroundings, severities), severities));
}
