import { commands, type Disposable, Uri } from 'vscode';
import type { Location, Position } from 'vscode-languageserver-types';
import { showReferencesCommand } from '../../../server/src/protocol/commands';
import { toLocation, toPosition } from '../fromServer';

/** Shows the locations that a code lens speaks of, in the editor's own view of references. */
export function registerShowReferences(): Disposable {
  return commands.registerCommand(
    showReferencesCommand,
    (uri: string, position: Position, locations: readonly Location[]) =>
      commands.executeCommand(
        'editor.action.showReferences',
        Uri.parse(uri),
        toPosition(position),
        locations.map(toLocation),
      ),
  );
}
