import { URI } from 'vscode-uri';

/** @param path absolute */
export function toUri(path: string): string {
  return URI.file(path).toString();
}

/** The absolute path of a `file:` URI. */
export function toPath(uri: string): string {
  return URI.parse(uri).fsPath;
}
