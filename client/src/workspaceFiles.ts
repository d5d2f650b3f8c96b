import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FindFilesParams,
  findFilesRequest,
  listFilesRequest,
  readFileRequest,
} from '../../server/src/protocol/files';
import { nameOf } from './uris';

/** A tree that has no end, such as a linked folder that holds itself, is given up after so many folders. */
const MAX_FOLDERS = 2_000;

/** Answers the server's requests for files that only VS Code can read. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(readFileRequest.method, ({ uri }: { uri: string }) => read(Uri.parse(uri)));
  client.onRequest(listFilesRequest.method, async ({ uri }: { uri: string }) => {
    const { files } = await entries(folderAt(uri));
    return files.map(String);
  });
  client.onRequest(findFilesRequest.method, async ({ uri, skipped }: FindFilesParams) => {
    return (await findYamlFiles(folderAt(uri), skipped)).map(String);
  });
}

/** YAML files below a folder, at any depth. @param skipped names of folders that are passed over */
export async function findYamlFiles(folder: Uri, skipped: readonly string[]): Promise<Uri[]> {
  // Asks a search service where there is one: a repository on a server is read folder by folder otherwise.
  const searched = await search(folder, skipped);
  return searched.length > 0 ? searched : walk(folder, skipped);
}

/** Without its slash at the end, the topmost folder of a scheme would have no path. */
function folderAt(uri: string): Uri {
  const folder = Uri.parse(uri);
  return folder.path === '' ? folder.with({ path: '/' }) : folder;
}

async function read(uri: Uri): Promise<string | null> {
  try {
    return base64(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

/** What cannot be read has no files. Folders that are links are not followed: they may form a cycle. */
async function entries(folder: Uri): Promise<{ readonly files: Uri[]; readonly folders: Uri[] }> {
  const all = await Promise.resolve(workspace.fs.readDirectory(folder)).catch(() => []);
  const of = (wanted: (type: FileType) => boolean) =>
    all.filter(([, type]) => wanted(type)).map(([name]) => Uri.joinPath(folder, name));
  return { files: of((type) => !(type & FileType.Directory)), folders: of((type) => type === FileType.Directory) };
}

async function search(folder: Uri, skipped: readonly string[]): Promise<Uri[]> {
  const found = workspace.findFiles(new RelativePattern(folder, '**/*.{yaml,yml}'), `**/{${skipped.join(',')}}/**`);
  return Promise.resolve(found).catch(() => []);
}

async function walk(root: Uri, skipped: readonly string[]): Promise<Uri[]> {
  const found: Uri[] = [];
  const waiting = [root];
  for (let seen = 0; seen < MAX_FOLDERS; seen++) {
    const folder = waiting.shift();
    if (folder === undefined) break;
    const { files, folders } = await entries(folder);
    found.push(...files.filter(({ path }) => /\.ya?ml$/i.test(path)));
    waiting.push(...folders.filter((one) => !skipped.includes(nameOf(one))));
  }
  return found;
}

/** In pieces: a function takes only so many arguments. */
export function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return btoa(pieces.join(''));
}
