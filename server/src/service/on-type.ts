import type { TextEdit as LspEdit } from 'vscode-languageserver-types';
import type { Position } from '../text/lines';
import type { TextEdit } from '../text/span';
import type { Checked } from '../workspace/project';
import { afterColon } from './on-type/colon';
import { afterDash } from './on-type/dash';
import { afterEnter } from './on-type/enter';

/** What a person types that the server may have something to add to. */
export const ON_TYPE_CHARACTERS = ['\n', '-', '：'] as const;

type Help = (file: Checked, offset: number) => TextEdit[];
const HELP: Readonly<Record<string, Help>> = { '\n': afterEnter, '-': afterDash, '：': afterColon };

/**
 * What to change after a character was typed. The text holds it already, and whatever the editor has added by itself: after
 * Enter the indentation, or the dash of the next entry. Where the editor did the same, nothing is left to change.
 * @param position behind the character
 */
export function onType(file: Checked, position: Position, character: string): LspEdit[] {
  const { lines } = file.document;
  const edits = HELP[character]?.(file, lines.offsetAt(position)) ?? [];
  return edits.map(({ span, newText }) => ({ range: lines.range(span), newText }));
}
