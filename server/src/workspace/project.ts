import type { ConfigFile } from '../model/config';
import { answersTo, type Corpus, createCorpus } from '../model/corpus';
import { readDocument, type SourceDocument } from '../model/document';
import { createRegistry, type Registry } from '../model/registry';
import type { FileKind, IndicatorFile, RegistryFile } from '../model/types';
import { type RuleSeverities, runRules, unique } from '../rules/engine';
import type { Finding } from '../rules/finding';
import { rules } from '../rules/index';
import type { Surroundings } from '../rules/rule';
import { applySuppressions } from '../rules/suppress';
import { decodeBytes } from '../text/decode';
import type { LineIndex } from '../text/lines';
import { configFor, type EffectiveConfig } from './configuration';
import type { Files } from './files';
import { kindOf } from './kinds';
import { foldersAbove, normalizeUri, resolveFrom } from './uris';

/** What a person set outside the files. Paths are URIs. */
export interface Settings {
  /** True for the settings of an editor: `zhibiao.config.yaml`, which all who work on the files share, wins over them. */
  readonly yielding?: boolean;
  readonly rules?: RuleSeverities;
  readonly registry?: string;
  readonly corpora?: readonly string[];
  /** Instead of the nearest `zhibiao.config.yaml`. */
  readonly configFile?: string;
}

/** Settings for the files below a folder. */
export interface FolderSettings {
  /** URI without a trailing slash. */
  readonly folder: string;
  readonly settings: Settings;
}

export interface CheckOptions {
  /** Default: by the name, else an indicator file. */
  readonly kind?: FileKind;
  /** The last result for the same file; what an edit did not touch is taken over from it. */
  readonly previous?: Checked;
  /** The encoding that the bytes were read as, if it was not UTF-8. */
  readonly encoding?: string;
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

/** Registries, corpora and configurations that are kept: thousands of county folders have one each. */
const MAX_DOCUMENTS = 100;

interface Lookup {
  readonly dependencies: Set<string>;
}

/** The files of a project as far as one of them needs another: registries, corpora, configuration. */
export class Project {
  private readonly overlays = new Map<string, string>();
  private readonly documents = new Map<string, Promise<SourceDocument | undefined>>();
  private readonly folders = new Map<string, Promise<readonly string[]>>();
  private readonly registries = new WeakMap<SourceDocument, Registry | undefined>();
  private readonly corpora = new WeakMap<SourceDocument, Corpus | undefined>();
  private byFolder: readonly FolderSettings[] = [];

  /** @param builtin URIs of the corpora that come with the tool */
  constructor(
    private readonly files: Files,
    private readonly builtin: readonly string[] = [],
    private settings: Settings = {},
  ) {}

  /** @param byFolder settings of the folders of a workspace, which win over `settings` for the files below them */
  configure(settings: Settings, byFolder: readonly FolderSettings[] = []): void {
    this.settings = settings;
    // Of folders within each other, the inner one decides.
    this.byFolder = byFolder.toSorted((a, b) => b.folder.length - a.folder.length);
  }

  /** The text of an open editor wins over the disk; undefined when it is closed. */
  setOverlay(uri: string, text: string | undefined): void {
    const key = normalizeUri(uri);
    if (text === undefined) this.overlays.delete(key);
    else this.overlays.set(key, text);
    this.documents.delete(key);
  }

  /** Forgets what is known of files that were changed, created or deleted. */
  invalidate(uris: Iterable<string>): void {
    for (const uri of uris) {
      const key = normalizeUri(uri);
      this.documents.delete(key);
      this.folders.delete(foldersAbove(key)[0] ?? '');
    }
  }

  /** Checks a text as the file `uri`. Never throws for what the text holds. */
  async check(uri: string, text: string, { kind, previous, encoding }: CheckOptions = {}): Promise<Checked> {
    const key = normalizeUri(uri);
    const document = readDocument(key, kind ?? kindOf(key) ?? 'zhibiao', text, {
      ...(encoding && { foreignEncoding: encoding }),
      ...(previous && { previous: previous.document }),
    });
    const lookup: Lookup = { dependencies: new Set() };
    const config = await this.config(key, lookup);
    const surroundings = await this.surroundings(document, config, lookup);
    const dependencies = [...lookup.dependencies];
    const { yielding, rules: set } = this.settingsFor(key);
    const severities = yielding ? { ...set, ...config.severities } : { ...config.severities, ...set };
    let findings: readonly Finding[] | undefined = config.ignored ? [] : undefined;
    return {
      uri: key,
      document,
      surroundings,
      dependencies,
      get findings() {
        findings ??= judge(document, surroundings, severities);
        return findings;
      },
    };
  }

  /** A file as it is open or on disk, or undefined where there is none. */
  async open(uri: string): Promise<Checked | undefined> {
    const key = normalizeUri(uri);
    const overlay = this.overlays.get(key);
    if (overlay !== undefined) return this.check(key, overlay);
    const bytes = await this.files.read(key);
    return bytes && this.check(key, decodeBytes(bytes).text);
  }

  private settingsFor(uri: string): Settings {
    return this.byFolder.find(({ folder }) => uri.startsWith(`${folder}/`))?.settings ?? this.settings;
  }

  /** Lines of another file that a finding speaks of. */
  async linesOf(uri: string): Promise<LineIndex | undefined> {
    const key = normalizeUri(uri);
    return (await this.read(key, kindOf(key) ?? 'zhibiao', { dependencies: new Set() }))?.lines;
  }

  private async surroundings(document: SourceDocument, config: EffectiveConfig, lookup: Lookup): Promise<Surroundings> {
    if (document.kind !== 'zhibiao') return {};
    const file = document.model as IndicatorFile;
    const [units, requirements] = await Promise.all([
      this.registry(document.uri, file, config, lookup),
      this.corpus(document.uri, file, config, lookup),
    ]);
    return { ...units, ...requirements };
  }

  private async registry(
    uri: string,
    file: IndicatorFile,
    config: EffectiveConfig,
    lookup: Lookup,
  ): Promise<Surroundings> {
    if (file.inlineUnits) return { registry: createRegistry(uri, file.inlineUnits, file.county?.value) };
    if (file.registryPath) return this.namedRegistry(uri, resolveFrom(uri, file.registryPath.value), lookup);
    const { yielding, registry } = this.settingsFor(uri);
    const set = yielding ? (config.registry ?? registry) : (registry ?? config.registry);
    if (set) return this.namedRegistry(uri, set, lookup);
    const nearest = await this.nearest(uri, 'danwei', lookup);
    for (const candidate of nearest) {
      const registry = await this.registryAt(candidate, lookup);
      if (registry) return { registry };
    }
    return {};
  }

  private async namedRegistry(uri: string, target: string, lookup: Lookup): Promise<Surroundings> {
    const key = normalizeUri(target);
    if (key === uri) return { registryProblem: 'itself' };
    const document = await this.read(key, 'danwei', lookup);
    if (!document) return { registryProblem: 'missing' };
    const registry = await this.registryAt(key, lookup);
    return registry ? { registry } : { registryProblem: 'not-a-registry' };
  }

  private async registryAt(uri: string, lookup: Lookup): Promise<Registry | undefined> {
    const document = await this.read(uri, 'danwei', lookup);
    return (
      document &&
      memo(this.registries, document, () => {
        const file = document.model as RegistryFile;
        const source = { lines: document.lines, list: file.list };
        return file.units.length > 0 ? createRegistry(uri, file.units, file.county?.value, source) : undefined;
      })
    );
  }

  /** A corpus of the user's own wins over one of the same name that comes with the tool. */
  private async corpus(
    uri: string,
    file: IndicatorFile,
    config: EffectiveConfig,
    lookup: Lookup,
  ): Promise<Surroundings> {
    const basis = file.basis?.value.trim();
    if (!basis || basis === '无') return {};
    const own = await this.nearest(uri, 'yaoqiu', lookup);
    for (const candidate of [...(this.settingsFor(uri).corpora ?? []), ...config.corpora, ...own, ...this.builtin]) {
      const corpus = await this.corpusAt(candidate, lookup);
      if (corpus && answersTo(corpus, basis)) return { corpus, corpusFound: true };
    }
    return { corpusFound: false };
  }

  private async corpusAt(uri: string, lookup: Lookup): Promise<Corpus | undefined> {
    const document = await this.read(normalizeUri(uri), 'yaoqiu', lookup);
    return (
      document &&
      memo(this.corpora, document, () => createCorpus(document.uri, document.model as IndicatorFile, document.lines))
    );
  }

  private async config(uri: string, lookup: Lookup): Promise<EffectiveConfig> {
    const { configFile } = this.settingsFor(uri);
    const candidates = configFile ? [configFile] : await this.nearest(uri, 'config', lookup);
    const [nearest] = candidates;
    const document = nearest ? await this.read(normalizeUri(nearest), 'config', lookup) : undefined;
    return configFor(uri, document && { uri: document.uri, file: document.model as ConfigFile });
  }

  /** Files of a kind in the file's folder, else in the nearest folder above that has any; sorted by name. */
  private async nearest(uri: string, kind: FileKind, lookup: Lookup): Promise<readonly string[]> {
    for (const folder of foldersAbove(uri)) {
      const found = (await this.list(folder)).filter((file) => file !== uri && kindOf(file) === kind);
      if (found.length > 0) return found.sort();
    }
    lookup.dependencies.add(`${foldersAbove(uri)[0]}/*.${kind}.yaml`);
    return [];
  }

  private list(folder: string): Promise<readonly string[]> {
    let listing = this.folders.get(folder);
    if (!listing) {
      listing = this.files.list(folder).then((uris) => uris.map(normalizeUri));
      this.folders.set(folder, listing);
    }
    return listing;
  }

  private read(uri: string, kind: FileKind, lookup: Lookup): Promise<SourceDocument | undefined> {
    lookup.dependencies.add(uri);
    const document = this.documents.get(uri) ?? this.load(uri, kind);
    // The one that was asked for last stands last; the first is forgotten.
    this.documents.delete(uri);
    this.documents.set(uri, document);
    if (this.documents.size > MAX_DOCUMENTS) this.documents.delete(this.documents.keys().next().value ?? '');
    return document;
  }

  private async load(uri: string, kind: FileKind): Promise<SourceDocument | undefined> {
    const overlay = this.overlays.get(uri);
    if (overlay !== undefined) return readDocument(uri, kind, overlay);
    const bytes = await this.files.read(uri);
    return bytes && readDocument(uri, kind, decodeBytes(bytes).text);
  }
}

function judge(document: SourceDocument, surroundings: Surroundings, severities: RuleSeverities): readonly Finding[] {
  return unique(applySuppressions(document, runRules(document, rules, surroundings, severities), severities));
}

function memo<K extends object, V>(cache: WeakMap<K, V>, key: K, make: () => V): V {
  const known = cache.get(key);
  if (known !== undefined || cache.has(key)) return known as V;
  const made = make();
  cache.set(key, made);
  return made;
}
