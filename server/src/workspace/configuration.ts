import ignore from 'ignore';
import type { ConfigFile, RuleSettings } from '../model/config';
import type { RuleSeverities } from '../rules/engine';
import { SEVERITIES, type Severity } from '../rules/finding';
import { foldersAbove, pathBelow, resolveFrom } from './uris';

/** What applies to one file. */
export interface EffectiveConfig {
  readonly severities: RuleSeverities;
  readonly ignored: boolean;
  /** URI of the registry that the configuration names. */
  readonly registry?: string;
  /** URIs of corpora. */
  readonly corpora: readonly string[];
}

/** Applies a configuration to a file; of the overrides that match, the last one wins. @param config with its own URI, if there is one */
export function configFor(uri: string, config: { uri: string; file: ConfigFile } | undefined): EffectiveConfig {
  if (!config) return { severities: {}, ignored: false, corpora: [] };
  const { file } = config;
  const [folder = ''] = foldersAbove(config.uri);
  const path = pathBelow(folder, uri);
  const matches = (patterns: readonly { value: string }[]) =>
    path !== undefined &&
    ignore()
      .add(patterns.map(({ value }) => value))
      .ignores(path);
  const overrides = file.overrides.filter((override) => matches(override.files));
  const severities = Object.assign({}, toSeverities(file.rules), ...overrides.map(({ rules }) => toSeverities(rules)));
  const registry = overrides.findLast((override) => override.registry)?.registry ?? file.registry;
  return {
    severities,
    ignored: file.ignore.length > 0 && matches(file.ignore),
    corpora: file.corpora.map(({ value }) => resolveFrom(config.uri, value)),
    ...(registry && { registry: resolveFrom(config.uri, registry.value) }),
  };
}

/** Severities by rule id; what is no severity is left to the finding of rule `schema`. */
function toSeverities(rules: RuleSettings): RuleSeverities {
  const known = new Set<string>([...SEVERITIES, 'off']);
  return Object.fromEntries(
    rules.flatMap(({ rule, severity }) =>
      known.has(severity.value) ? [[rule.value, severity.value as Severity | 'off']] : [],
    ),
  );
}
