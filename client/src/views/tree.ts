import type { Position, Range } from 'vscode-languageserver-types';

/** What a line of a tree looks like, in terms of no editor. */
export interface Look {
  readonly label: string;
  readonly description: string;
  /** Name of a codicon. */
  readonly icon: string;
  /** Id of a colour of the theme for the icon. */
  readonly color?: string;
  /** Findings behind the badge. */
  readonly problems?: Problems;
  readonly tooltip?: string;
  /** What a screen reader says. */
  readonly spoken: string;
  /** Tells the menus what it is. */
  readonly context: string;
}

export interface Problems {
  readonly errors: number;
  readonly warnings: number;
}

/** True where a cursor lies between two positions or on one of them. */
export function contains({ start, end }: Range, position: Position): boolean {
  return compare(start, position) <= 0 && compare(position, end) <= 0;
}

/** Below 0 where the first comes first. */
export function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** Ids for siblings: what they are called, told apart where that is not enough, so that a new one does not rename the rest. */
export function siblingIds(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}#${count}`;
  });
}
