import type { DocumentLink } from 'vscode-languageserver-types';
import type { ConfigFile } from '../model/config';
import type { IndicatorFile } from '../model/types';
import { placeOf } from '../rules/shared/unit-uses';
import type { Checked } from '../workspace/project';
import { fileName, resolveFrom } from '../workspace/uris';
import type { ScalarNode } from '../yaml/nodes';
import { phrases } from './phrases';
import type { Workspace } from './workspace';

/** Links from 依据 to the central text and from paths to files; none to a file that is not there. */
export async function documentLinks(workspace: Workspace, file: Checked): Promise<DocumentLink[]> {
  const { lines, kind, model } = file.document;
  const link = (template: string, node: ScalarNode, target: string, name: string): DocumentLink => ({
    range: lines.range(placeOf({ node })),
    target,
    tooltip: workspace.render({ template, data: { name } }),
  });
  if (kind === 'zhibiao') {
    const { basis, registryPath } = model as IndicatorFile;
    const { corpus } = file.surroundings;
    const registry = registryPath && namedRegistry(file, registryPath.node);
    return [
      ...(basis && corpus ? [link(phrases.openCorpus, basis.node, corpus.uri, corpus.name)] : []),
      ...(registry ? [link(phrases.openRegistry, registryPath.node, registry, fileName(registry))] : []),
    ];
  }
  if (kind !== 'config') return [];
  const { registry, corpora, overrides } = model as ConfigFile;
  const paths = [
    ...[registry, ...overrides.map((override) => override.registry)].map((path) => ({
      path,
      says: phrases.openRegistry,
    })),
    ...corpora.map((path) => ({ path, says: phrases.openCorpus })),
  ];
  // Places are read before anything is waited for.
  const links = paths.flatMap(({ path, says }) => {
    const target = path && resolveFrom(file.uri, path.value);
    return path && target ? [link(says, path.node, target, fileName(target))] : [];
  });
  const exist = await Promise.all(links.map(({ target = '' }) => exists(workspace, target)));
  return links.filter((_, i) => exist[i]);
}

/** The URI of the file that a path of an indicator file or of a configuration names, if there is one. */
export async function existingPath(workspace: Workspace, file: Checked, node: ScalarNode): Promise<string | undefined> {
  if (file.document.kind !== 'config') return namedRegistry(file, node);
  const uri = resolveFrom(file.uri, String(node.value ?? ''));
  return (await exists(workspace, uri)) ? uri : undefined;
}

function namedRegistry({ uri, surroundings }: Checked, node: ScalarNode): string | undefined {
  const { registry, registryProblem } = surroundings;
  // A file that is there but holds no units is still worth opening.
  return registryProblem === 'not-a-registry' ? resolveFrom(uri, String(node.value ?? '')) : registry?.uri;
}

async function exists(workspace: Workspace, uri: string): Promise<boolean> {
  return workspace.index.get(uri) !== undefined || (await workspace.read(uri)) !== undefined;
}
