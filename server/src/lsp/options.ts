import type { Environment, Storage } from './environment';

/** How the server of one client works: what the place where it runs has, and what the client says of itself. */
export interface Options {
  /** The client reads files that the server cannot. */
  readonly clientReads: boolean;
  /** URIs of the corpora that come with the tool. */
  readonly corpora: readonly string[];
  /** The page that explains a rule. */
  readonly ruleUrl: ((rule: string) => string) | undefined;
  /** The client can be told to ask for completions again. */
  readonly canSuggestAgain: boolean;
  /** The client knows the commands of `protocol/commands.ts`. */
  readonly knowsCommands: boolean;
  /** Where the index is kept between sessions. */
  readonly storage: Storage | undefined;
}

/** @param given `initializationOptions`: anything may be missing or of a wrong type */
export function readOptions(given: unknown, environment: Environment): Options {
  const { files, corpora, rulePages, suggestAgain, commands, storage, formats } = (given ?? {}) as Record<
    string,
    unknown
  >;
  const more: readonly unknown[] = Array.isArray(corpora) ? corpora : [];
  if (typeof formats === 'string') environment.formatsAt?.(formats);
  return {
    clientReads: files === true,
    corpora: [...environment.corpora, ...more.filter((uri) => typeof uri === 'string')],
    canSuggestAgain: suggestAgain === true,
    knowsCommands: commands === true,
    storage: typeof storage === 'string' ? environment.storage?.(storage) : undefined,
    ruleUrl: typeof rulePages === 'string' ? (rule) => `${rulePages}/${rule}.md` : environment.ruleUrl,
  };
}
