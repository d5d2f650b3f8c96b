import { commands, type Disposable, Location, Position, Range, Uri } from 'vscode';
import type { Location as PlainLocation, Position as PlainPosition } from 'vscode-languageserver-types';
import { showReferencesCommand } from '../../../server/src/protocol/commands';

/** Shows the locations that a code lens speaks of, in the editor's own view of references. */
export function registerShowReferences(): Disposable {
  return commands.registerCommand(
    showReferencesCommand,
    (uri: string, position: PlainPosition, locations: readonly PlainLocation[]) =>
      commands.executeCommand(
        'editor.action.showReferences',
        Uri.parse(uri),
        toPosition(position),
        locations.map(toLocation),
      ),
  );
}

function toLocation({ uri, range: { start, end } }: PlainLocation): Location {
  return new Location(Uri.parse(uri), new Range(toPosition(start), toPosition(end)));
}

function toPosition({ line, character }: PlainPosition): Position {
  return new Position(line, character);
}
