import type { SemanticTokens } from 'vscode-languageserver-types';
import type { Range } from '../text/lines';
import type { Checked } from '../workspace/project';
import { encode, type Token } from './semantic-tokens/encode';
import { fileTokens } from './semantic-tokens/file';
import { keyTokens } from './semantic-tokens/keys';
import { registryTokens } from './semantic-tokens/registry';

export { TOKEN_LEGEND } from './semantic-tokens/encode';

/**
 * What the words of a file are, beyond what a grammar can see: units that the registry has, lacks or calls retired, deadlines
 * that are understood, references to items, numbers that a text demands.
 * @param range only what lies in it, at least in part
 */
export function semanticTokens(file: Checked, range?: Range): SemanticTokens {
  const { lines, tree } = file.document;
  const within = range ? lines.span(range) : { start: 0, end: lines.text.length };
  const tokens: Token[] = [
    ...keyTokens(tree.root, within),
    ...fileTokens(file, within),
    ...registryTokens(file, within),
  ];
  return { data: encode(lines, tokens, within) };
}
