import type { ConfigFile } from '../model/config';
import { answersTo, type Corpus, createCorpus } from '../model/corpus';
import type { SourceDocument } from '../model/document';
import { createRegistry, type Registry } from '../model/registry';
import type { IndicatorFile, RegistryFile } from '../model/types';
import type { Surroundings } from '../rules/rule';
import { type Attached, attached } from '../text/attached';
import { configFor, type EffectiveConfig } from './configuration';
import type { Settings } from './settings';
import type { Lookup, SourceFiles } from './source-files';
import { normalizeUri, resolveFrom } from './uris';

/** Registries of one folder that are read to find the county's: a folder may hold those of a whole province. */
const MAX_REGISTRIES = 20;

/** Finds the registry, the corpus and the configuration that a file leans on. Contract sections 1 to 4. */
export class Neighbours {
  private readonly registries = attached<SourceDocument, Made<Registry>>();
  private readonly corpora = attached<SourceDocument, Made<Corpus>>();

  /** @param builtin URIs of the corpora that come with the tool */
  constructor(
    private readonly files: SourceFiles,
    private readonly builtin: readonly string[],
  ) {}

  async of(
    document: SourceDocument,
    settings: Settings,
    config: EffectiveConfig,
    lookup: Lookup,
  ): Promise<Surroundings> {
    if (document.kind === 'config') return this.lostPaths(document, lookup);
    if (document.kind !== 'zhibiao') return {};
    const file = document.model as IndicatorFile;
    const [units, requirements] = await Promise.all([
      this.registry(document.uri, file, settings, config, lookup),
      this.corpus(document.uri, file, settings, config, lookup),
    ]);
    return { ...units, ...requirements };
  }

  async config(uri: string, { configFile }: Settings, lookup: Lookup): Promise<EffectiveConfig> {
    const [nearest] = configFile ? [configFile] : await this.files.nearest(uri, 'config', lookup);
    const document = nearest ? await this.files.read(normalizeUri(nearest), 'config', lookup) : undefined;
    return configFor(uri, document && { uri: document.uri, file: document.model as ConfigFile });
  }

  /** The corpora that a file could follow, the ones that win over others of the same name first. */
  async corporaFor(uri: string, settings: Settings, config: EffectiveConfig, lookup: Lookup): Promise<Corpus[]> {
    const own = await this.files.nearest(uri, 'yaoqiu', lookup);
    const candidates = [...(settings.corpora ?? []), ...config.corpora, ...own, ...this.builtin];
    const corpora = await Promise.all(candidates.map((candidate) => this.corpusAt(candidate, lookup)));
    return corpora.filter((corpus) => corpus !== undefined);
  }

  private async registry(
    uri: string,
    file: IndicatorFile,
    settings: Settings,
    config: EffectiveConfig,
    lookup: Lookup,
  ): Promise<Surroundings> {
    if (file.inlineUnits) return { registry: createRegistry(uri, file.inlineUnits, file.county?.value) };
    if (file.registryPath) return this.namedRegistry(uri, resolveFrom(uri, file.registryPath.value), lookup);
    const set = settings.yielding ? (config.registry ?? settings.registry) : (settings.registry ?? config.registry);
    if (set) return this.namedRegistry(uri, set, lookup);
    return this.nearestRegistry(uri, file.county?.value.trim(), lookup);
  }

  /** Of several in one folder the one of the file's own county, else the first. One that is named like the file comes first. */
  private async nearestRegistry(uri: string, county: string | undefined, lookup: Lookup): Promise<Surroundings> {
    const found = await this.files.nearest(uri, 'danwei', lookup);
    const stem = uri.replace(/\.[^./]+\.[^./]+$/, '.');
    const twin = found.find((candidate) => candidate.startsWith(stem));
    let first: Registry | undefined;
    for (const candidate of [...(twin ? [twin] : []), ...found.slice(0, MAX_REGISTRIES)]) {
      const registry = await this.registryAt(candidate, lookup);
      if (!registry) continue;
      if (county === undefined || registry.county?.trim() === county) return { registry };
      first ??= registry;
    }
    return first ? { registry: first } : {};
  }

  /** What a configuration names in vain: without a word, the files below it would be judged by other registries and corpora. */
  private async lostPaths({ uri, model }: SourceDocument, lookup: Lookup): Promise<Surroundings> {
    const { registry, overrides, corpora } = model as ConfigFile;
    const registries = [registry, ...overrides.map((override) => override.registry)].filter(
      (path) => path !== undefined,
    );
    const lost = await Promise.all([
      ...registries.map(async (path) => {
        const { registryProblem } = await this.namedRegistry(uri, resolveFrom(uri, path.value), lookup);
        return { path, problem: registryProblem };
      }),
      ...corpora.map(async (path) => {
        const target = resolveFrom(uri, path.value);
        if (await this.corpusAt(target, lookup)) return { path, problem: undefined };
        const exists = await this.files.read(normalizeUri(target), 'yaoqiu', lookup);
        return { path, problem: exists ? ('not-a-corpus' as const) : ('no-corpus' as const) };
      }),
    ]);
    return { lostPaths: lost.flatMap(({ path, problem }) => (problem ? [{ path, problem }] : [])) };
  }

  private async namedRegistry(uri: string, target: string, lookup: Lookup): Promise<Surroundings> {
    const key = normalizeUri(target);
    if (key === uri) return { registryProblem: 'itself' };
    const document = await this.files.read(key, 'danwei', lookup);
    // A text that is not saved yet has no folder that the path could start from.
    if (!document) return uri.startsWith('untitled:') ? {} : { registryProblem: 'missing' };
    const registry = await this.registryAt(key, lookup);
    return registry ? { registry } : { registryProblem: 'not-a-registry' };
  }

  private async registryAt(uri: string, lookup: Lookup): Promise<Registry | undefined> {
    const document = await this.files.read(uri, 'danwei', lookup);
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
    settings: Settings,
    config: EffectiveConfig,
    lookup: Lookup,
  ): Promise<Surroundings> {
    const basis = file.basis?.value.trim();
    if (!basis || basis === '无') return {};
    const own = await this.files.nearest(uri, 'yaoqiu', lookup);
    for (const candidate of [...(settings.corpora ?? []), ...config.corpora, ...own, ...this.builtin]) {
      const corpus = await this.corpusAt(candidate, lookup);
      if (corpus && answersTo(corpus, basis)) return { corpus, corpusFound: true };
    }
    return { corpusFound: false };
  }

  private async corpusAt(uri: string, lookup: Lookup): Promise<Corpus | undefined> {
    const document = await this.files.read(normalizeUri(uri), 'yaoqiu', lookup);
    return (
      document &&
      memo(this.corpora, document, () => createCorpus(document.uri, document.model as IndicatorFile, document.lines))
    );
  }
}

/** What was made of a file, or that nothing could be. */
interface Made<T> {
  readonly value: T | undefined;
}

function memo<T>(
  cache: Attached<SourceDocument, Made<T>>,
  document: SourceDocument,
  make: () => T | undefined,
): T | undefined {
  const made = cache.get(document) ?? { value: make() };
  cache.set(document, made);
  return made.value;
}
