import {
  Disposable,
  EventEmitter,
  type MarkdownString,
  type Position,
  type TreeDataProvider,
  type TreeItem,
  window,
} from 'vscode';
import type { Followed } from './followed';
import { createRefresher, type Refresher } from './refresher';

/** What a view shows of one version of one file. */
export interface Shown<E> {
  readonly uri: string;
  /** Behind the view's title. */
  readonly description: string;
  readonly roots: readonly E[];
  /** What to say where there are no roots: the invitation to open a file would be out of place. */
  readonly empty: string;
  children(element: E): readonly E[];
  parent(element: E): E | undefined;
  item(element: E): TreeItem;
  tooltip?(element: E): Promise<MarkdownString | undefined>;
  /** The element that belongs to a cursor. */
  at(position: Position): E | undefined;
}

export interface FollowingView extends Disposable {
  /** The file that it shows, which need not be the one in the active editor. */
  readonly uri: string | undefined;
  refresh(): void;
}

/** Pauses in typing, and at a key that is held down, before the tree follows. Milliseconds. */
const CHANGE_DELAY = 250;
const CURSOR_DELAY = 80;

/**
 * A tree that follows the file and the cursor. What is not in sight asks nothing.
 * @param id of the view in the manifest
 * @param read what to show of a file; undefined where it is of no kind for this view, which then stays as it is
 */
export function createFollowingView<E>(
  id: string,
  followed: Followed,
  read: (uri: string) => Promise<Shown<E> | undefined>,
): FollowingView {
  const changed = new EventEmitter<undefined>();
  let shown: Shown<E> | undefined;
  /** What the cursor was last shown at. */
  let revealed: string | undefined;
  const provider: TreeDataProvider<E> = {
    onDidChangeTreeData: changed.event,
    getChildren: (element) => [...((element === undefined ? shown?.roots : shown?.children(element)) ?? [])],
    getParent: (element) => shown?.parent(element),
    getTreeItem: (element) => shown?.item(element) ?? {},
    async resolveTreeItem(item, element) {
      const tooltip = await shown?.tooltip?.(element);
      if (tooltip) item.tooltip = tooltip;
      return item;
    },
  };
  const view = window.createTreeView(id, { treeDataProvider: provider, showCollapseAll: true });

  async function ask(): Promise<Shown<E> | undefined> {
    const uri = followed.document?.uri.toString();
    if (uri === undefined) return undefined;
    // A registry beside an indicator file changes what is to say of it.
    return (await read(uri)) ?? (shown && shown.uri !== uri ? await read(shown.uri) : undefined) ?? shown;
  }

  function take(answer: Shown<E> | undefined): void {
    shown = answer;
    view.description = answer?.description ?? '';
    view.message = answer?.roots.length === 0 ? answer.empty : '';
    changed.fire(undefined);
    cursor.soon();
  }

  async function revealCursor(): Promise<void> {
    const { document, position } = followed;
    if (!view.visible || !shown || !position || document?.uri.toString() !== shown.uri) return;
    const element = shown.at(position);
    const id = element && shown.item(element).id;
    // Findings that come anew must not scroll away what a person has scrolled to.
    if (!element || id === revealed) return;
    revealed = id;
    try {
      await view.reveal(element, { select: true, focus: false });
    } catch {
      // A tree that is being filled anew may refuse.
      revealed = undefined;
    }
  }

  /** Shows the cursor's place again, though it may be the same. */
  function again(refresher: Refresher['now']): () => void {
    return () => {
      revealed = undefined;
      if (view.visible) refresher();
    };
  }

  const content = createRefresher(ask, take, CHANGE_DELAY);
  const cursor = createRefresher(revealCursor, () => undefined, CURSOR_DELAY);
  const ifVisible = (refresh: () => void) => () => {
    if (view.visible) refresh();
  };
  const listeners = Disposable.from(
    view,
    changed,
    content,
    cursor,
    followed.onDidSwitch(ifVisible(content.now)),
    followed.onDidChange(ifVisible(content.soon)),
    followed.onDidMoveCursor(again(cursor.soon)),
    view.onDidChangeVisibility(again(content.now)),
  );
  if (view.visible) content.now();
  return {
    get uri() {
      return shown?.uri;
    },
    refresh: ifVisible(content.now),
    dispose: () => listeners.dispose(),
  };
}
