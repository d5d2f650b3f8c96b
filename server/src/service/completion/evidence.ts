import { CompletionItemKind } from 'vscode-languageserver-types';
import { oneLine } from '../one-line';
import { inQuotes } from './items';
import { completionPhrases } from './phrases';
import type { Proposal } from './proposal';
import { type Scene, targetOf } from './scene';
import { textInYaml } from './yaml-text';

const LABEL_LENGTH = 36;

/** 报送资料 that other counties ask for under the same item: each by itself, and all of one county. */
export function evidenceProposals(scene: Scene): Proposal[] {
  const { corpus, workspace, file, context, lineBreak } = scene;
  const number = targetOf(scene)?.number?.value;
  if (!corpus || number === undefined || context.flow) return [];
  const listed = new Set(context.entries);
  const seen = new Set<string>();
  const proposals: Proposal[] = [];
  for (const { file: other, item } of workspace.index.elsewhere(corpus.name, number, file.uri)) {
    const county = oneLine(other.county ?? '', 20);
    const evidence = item.evidence.map((text) => text.trim().replace(/\s+/g, ' ')).filter((text) => text !== '');
    if (evidence.length > 1 && context.place === 'value' && context.quote === '' && context.typed === '') {
      const dash = `${lineBreak}${' '.repeat(context.column + 2)}- `;
      proposals.push({
        label: scene.render(completionPhrases.allEvidence, { county, count: evidence.length }),
        kind: CompletionItemKind.Struct,
        newText: evidence.map((text) => dash + textInYaml(text)).join(''),
        order: proposals.length,
        data: { kind: 'text', text: evidence.join('\n') },
      });
    }
    for (const text of evidence) {
      if (seen.has(text) || listed.has(text)) continue;
      seen.add(text);
      const newText = context.quote === '' ? textInYaml(text) : inQuotes(text, context.quote);
      proposals.push({
        label: oneLine(text, LABEL_LENGTH),
        kind: CompletionItemKind.Text,
        newText: context.place === 'key' ? `- ${newText}` : newText,
        names: [text],
        order: proposals.length,
        description: scene.render(completionPhrases.sameItem, { county }),
        data: { kind: 'text', text },
      });
    }
  }
  return proposals;
}
