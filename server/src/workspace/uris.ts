import { URI, Utils } from 'vscode-uri';

/** Any string: what is no URI is taken for the name of a file that nobody has. */
function parse(uri: string): URI {
  const encodable = wellFormed(uri);
  try {
    return URI.parse(encodable);
  } catch {
    return URI.from({ scheme: 'unknown', path: `/${encodable}` });
  }
}

/** Half of a surrogate pair, as an editor may send it in the middle of typing, has no place in a URI. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** One spelling for each file: `file:///C:/a` and `file:///c%3A/a` become the same string. */
export function normalizeUri(uri: string): string {
  return parse(uri).toString();
}

/** The file that a path names when it is written in the file `base`; Windows paths are understood. */
export function resolveFrom(base: string, path: string): string {
  const slashed = wellFormed(path).replaceAll('\\', '/');
  if (/^(?:[a-z]:\/|\/\/)/i.test(slashed)) return URI.file(slashed).toString();
  if (slashed.startsWith('/')) return parse(base).with({ path: slashed }).toString();
  return Utils.joinPath(Utils.dirname(parse(base)), slashed).toString();
}

/** How the file `target` is named in the file `base`: `./x.yaml`, `../units/x.yaml`. The reverse of {@link resolveFrom}. */
export function relativePath(base: string, target: string): string {
  const [from, to] = [base, target].map((uri) => parse(uri).path.split('/'));
  if (!from || !to) return target;
  let shared = 0;
  while (shared < from.length - 1 && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  const up = from.length - 1 - shared;
  return (up === 0 ? './' : '../'.repeat(up)) + to.slice(shared).join('/');
}

/** The folder of a file and the folders above it, nearest first, without trailing slashes. */
export function foldersAbove(uri: string): string[] {
  const folders: string[] = [];
  let folder = Utils.dirname(parse(uri));
  for (;;) {
    folders.push(folder.toString().replace(/\/$/, ''));
    const parent = Utils.dirname(folder);
    if (parent.path === folder.path) return folders;
    folder = parent;
  }
}

/** The path of `uri` below `folder`, with slashes, or undefined where it is not below it. */
export function pathBelow(folder: string, uri: string): string | undefined {
  const base = parse(folder).path.replace(/\/$/, '');
  const { path } = parse(uri);
  return path.startsWith(`${base}/`) ? path.slice(base.length + 1) : undefined;
}

/** The last part of a URI's path, decoded. */
export function fileName(uri: string): string {
  return Utils.basename(parse(uri));
}

/** True for `/a`, `C:\a` and `\\server\a`. */
export function isAbsolutePath(path: string): boolean {
  return /^(?:[a-z]:[\\/]|[\\/])/i.test(path);
}
