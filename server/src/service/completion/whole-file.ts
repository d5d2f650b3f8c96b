import { CompletionItemKind } from 'vscode-languageserver-types';
import { fileName } from '../../workspace/uris';
import { registrySkeleton } from '../registry-skeleton';
import { skeleton } from '../skeleton';
import { completionPhrases } from './phrases';
import type { Proposal } from './proposal';
import type { Scene } from './scene';

/** A whole new file where there is nothing but the first word: all items of an edition, or the units that most counties have. */
export function fileProposals(scene: Scene): Proposal[] {
  const { file, context, cursor, workspace, corpora, lineBreak } = scene;
  const { lines, kind } = file.document;
  const isAlone = lines.text.slice(0, context.start).trim() === '' && lines.text.slice(cursor).trim() === '';
  if (!isAlone || context.path.length > 0 || context.start !== lines.lineSpan(lines.lineAt(cursor)).start) return [];
  const registry = workspace.index
    .files()
    .find((one) => one.kind === 'danwei' && folderOf(one.uri) === folderOf(file.uri));
  const county = registry?.county?.trim() || '某县';
  if (kind === 'danwei') {
    const label = scene.render(completionPhrases.newRegistry);
    const newText = registrySkeleton(county).replaceAll('\n', lineBreak);
    return [{ label, kind: CompletionItemKind.File, newText, names: [label, '新建单位名录'], order: -1 }];
  }
  if (kind !== 'zhibiao') return [];
  const year = Number(workspace.today.slice(0, 4));
  const names = [...new Map([...corpora].reverse().map((corpus) => [corpus.name, corpus])).values()].reverse();
  // The newest edition first.
  names.sort((a, b) => (a.name < b.name ? 1 : -1));
  return names.map((corpus, index) => {
    const [edition = corpus.name] = corpus.names.toSorted((a, b) => a.length - b.length);
    const label = scene.render(completionPhrases.newFile, { edition });
    return {
      label,
      kind: CompletionItemKind.File,
      newText: skeleton(corpus, {
        county,
        year,
        lineBreak,
        ...(registry && { registryPath: `./${fileName(registry.uri)}` }),
      }),
      names: [label, '新建指标文件', ...corpus.names],
      order: index - names.length,
      description: scene.render(completionPhrases.newFileDetail, { count: corpus.total }),
    };
  });
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}
