import { CompletionItemKind } from 'vscode-languageserver-types';
import { rules } from '../../rules/index';
import { reasonPrompt } from '../phrases';
import type { Offer, Proposal } from './proposal';
import type { Scene } from './scene';

const SCOPES = ['zhibiao-disable-next-line', 'zhibiao-disable-line', 'zhibiao-disable-file'];
const BEGUN = /^#[ \t]*(zhibiao-disable-(?:next-line|line|file))[ \t]+([\w-]*)$/;

/** `# zhibiao-disable-…` and the id of a rule, those with a finding on the line in question first. Contract section 6. */
export function commentOffers(scene: Scene): Offer[] {
  const { context, cursor } = scene;
  const begun = BEGUN.exec(context.typed);
  if (begun) {
    const [, scope = '', typed = ''] = begun;
    return [{ proposals: ruleProposals(scene, scope), start: cursor - typed.length, end: cursor, query: typed }];
  }
  const word = /^#[ \t]*([\w-]*)$/.exec(context.typed)?.[1];
  if (word === undefined) return [];
  const proposals = SCOPES.map(
    (scope, order): Proposal => ({
      label: scope,
      kind: CompletionItemKind.Keyword,
      newText: `${scope} `,
      order,
      again: true,
    }),
  );
  const isSpaced = word !== '' || /[ \t]$/.test(context.typed);
  const spaced = proposals.map((proposal) => (isSpaced ? proposal : { ...proposal, newText: ` ${proposal.newText}` }));
  return [{ proposals: spaced, start: cursor - word.length, end: cursor, query: word }];
}

function ruleProposals(scene: Scene, scope: string): Proposal[] {
  const { file, cursor, client } = scene;
  const { lines } = file.document;
  const line = lines.lineAt(cursor) + (scope.endsWith('next-line') ? 1 : 0);
  const found = new Set(
    file.findings.flatMap(({ rule, span }) =>
      scope.endsWith('file') || lines.lineAt(span.start) === line ? [rule] : [],
    ),
  );
  const rest = lines.text.slice(cursor, lines.lineSpan(lines.lineAt(cursor)).end);
  return rules
    .filter(({ id }) => id !== 'suppression')
    .map(({ id, summary }, index) => ({
      label: id,
      kind: CompletionItemKind.EnumMember,
      // A suppression has to say why.
      ...(client.snippets && rest.trim() === ''
        ? { newText: `${id} ${reasonPrompt}$0`, snippet: true }
        : { newText: id }),
      names: [id, summary],
      order: found.has(id) ? index : 1_000 + index,
      // The bundle has the sentences of the schema of the configuration.
      description: scene.render(`${summary}。`).replace(/[。.]$/, ''),
    }));
}
