import { Disposable, languages, type TextDocument, Uri, workspace } from 'vscode';
import { checkWorkspaceRequest, type FileFindings, fileFindings } from '../../../server/src/protocol/check';
import { toDiagnostic } from '../fromServer';
import type { ClientHost } from '../host';
import { watchedGlobs } from '../selector';
import { createCheckedFiles } from './checkedFiles';

/** Saving all changes many files at once, and the server hears of them a quarter of a second later. Milliseconds. */
const RECHECK_DELAY = 600;

export interface WorkspaceFindings extends Disposable {
  /** Makes way for the findings of a check that begins. */
  begin(): void;
}

/**
 * Findings of files that are not open. They give way to the usual ones when a file is opened, and after a check has
 * been asked for once, they are kept true: what is closed or changes on disk is checked again, with what leans on it.
 */
export function createWorkspaceFindings(host: ClientHost): WorkspaceFindings {
  const collection = languages.createDiagnosticCollection('zhibiao-workspace');
  const checked = createCheckedFiles();
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsked = false;

  function take({ uri, dependencies, diagnostics }: FileFindings): void {
    const key = keyOf(Uri.parse(uri));
    checked.put(
      key,
      dependencies.map((one) => keyOf(Uri.parse(one))),
    );
    if (!isOpen(key)) collection.set(Uri.parse(uri), diagnostics.map(toDiagnostic));
  }

  function recheck(uris: readonly string[]): void {
    for (const uri of uris) waiting.add(uri);
    if (waiting.size === 0) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const closed = [...waiting].filter((uri) => !isOpen(uri));
      waiting.clear();
      if (closed.length > 0) host.request(checkWorkspaceRequest, { uris: closed });
    }, RECHECK_DELAY);
  }

  function clear(): void {
    isAsked = false;
    clearTimeout(timer);
    waiting.clear();
    checked.clear();
    collection.clear();
  }

  const changed = (uri: Uri) => recheck(checked.touchedBy(keyOf(uri)));

  /** A new registry or configuration may be the nearest one of any file. */
  function created(uri: Uri): void {
    if (isAsked) recheck([...checked.uris, keyOf(uri)]);
  }

  function deleted(uri: Uri): void {
    collection.delete(uri);
    checked.delete(keyOf(uri));
    changed(uri);
  }

  const watchers = watchedGlobs.map((glob) => workspace.createFileSystemWatcher(glob));
  const listeners = Disposable.from(
    collection,
    ...watchers,
    ...watchers.map((watcher) => watcher.onDidChange(changed)),
    ...watchers.map((watcher) => watcher.onDidCreate(created)),
    ...watchers.map((watcher) => watcher.onDidDelete(deleted)),
    workspace.onDidOpenTextDocument(({ uri }) => collection.delete(uri)),
    workspace.onDidCloseTextDocument((document) => {
      const { uri } = document;
      const isOurs = languages.match(host.selector, document) > 0 && workspace.getWorkspaceFolder(uri) !== undefined;
      if (isAsked && isOurs) recheck([keyOf(uri)]);
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration('zhibiao')) return;
      if (workspace.getConfiguration('zhibiao').get('enable') === false) clear();
      else recheck(checked.uris);
    }),
    host.onNotification(fileFindings, take),
  );
  return {
    begin() {
      clear();
      isAsked = true;
    },
    dispose() {
      clearTimeout(timer);
      listeners.dispose();
    },
  };
}

function keyOf(uri: Uri): string {
  return uri.toString();
}

function isOpen(key: string): boolean {
  return workspace.textDocuments.some((document: TextDocument) => !document.isClosed && keyOf(document.uri) === key);
}
