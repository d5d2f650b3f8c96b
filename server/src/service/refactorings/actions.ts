import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types';
import type { Checked } from '../../workspace/project';
import { toLspEdit } from '../code-actions';
import type { Renderer } from '../messages';
import { refactorings } from '../refactorings';
import { workspaceEdit } from '../workspace-edit';
import type { Refactoring } from './refactoring';

const KINDS: Readonly<Record<Refactoring['kind'], string>> = {
  rewrite: CodeActionKind.RefactorRewrite,
  // Of LSP 3.18; an older client takes it for some refactoring.
  move: `${CodeActionKind.Refactor}.move`,
};
export const REFACTORING_KINDS: readonly string[] = Object.values(KINDS);

/** What the client sends back for the edits of an action that it was shown without them. */
interface ActionData {
  readonly uri: string;
  readonly range: Range;
  readonly key: string;
}

/**
 * The refactorings of a selection as code actions.
 * @param wants whether a kind was asked for
 * @param isLazy true where the client asks for the edits later: {@link resolveAction}
 */
export function refactoringActions(
  checked: Checked,
  range: Range,
  render: Renderer,
  wants: (kind: string) => boolean,
  { isLazy, hasDocumentChanges }: { readonly isLazy: boolean; readonly hasDocumentChanges: boolean },
): CodeAction[] {
  return refactorings(checked, range)
    .filter(({ kind }) => wants(KINDS[kind]))
    .map((refactoring): CodeAction => {
      const action = { title: render(refactoring.title), kind: KINDS[refactoring.kind] };
      if (!isLazy) return { ...action, edit: editOf(checked, refactoring, hasDocumentChanges) };
      const data: ActionData = { uri: checked.uri, range, key: refactoring.key };
      return { ...action, data };
    });
}

/** The file that an action without edits is about; undefined for any other action. */
export function fileOfAction({ data }: CodeAction): string | undefined {
  return isActionData(data) ? data.uri : undefined;
}

/** An action with its edits; without any where the file has changed so much that it does not apply any more. */
export function resolveAction(checked: Checked, action: CodeAction, hasDocumentChanges: boolean): CodeAction {
  const { data } = action;
  if (!isActionData(data)) return action;
  const refactoring = refactorings(checked, data.range).find(({ key }) => key === data.key);
  return refactoring ? { ...action, edit: editOf(checked, refactoring, hasDocumentChanges) } : action;
}

function editOf(checked: Checked, { elsewhere, edits }: Refactoring, hasDocumentChanges: boolean) {
  const { uri, lines } = elsewhere ?? { uri: checked.uri, lines: checked.document.lines };
  return workspaceEdit([{ uri, edits: edits().map((edit) => toLspEdit(lines, edit)) }], hasDocumentChanges);
}

function isActionData(data: unknown): data is ActionData {
  const { uri, range, key } = (data ?? {}) as Partial<Record<keyof ActionData, unknown>>;
  return typeof uri === 'string' && typeof range === 'object' && range !== null && typeof key === 'string';
}
