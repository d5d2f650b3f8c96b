import { readDocument, type SourceDocument } from '../model/document';
import type { FileKind } from '../model/types';
import { decodeBytes } from '../text/decode';
import type { Files } from './files';
import { kindOf } from './kinds';
import { foldersAbove, normalizeUri } from './uris';

/**
 * Registries, corpora and configurations that are kept: thousands of county folders have one each. More than the registries of
 * one folder that are looked through for a county's.
 */
const MAX_DOCUMENTS = 32;

const KINDS: readonly FileKind[] = ['zhibiao', 'yaoqiu', 'danwei', 'config'];

/** Collects the URIs that were asked for on behalf of one file. */
export interface Lookup {
  readonly dependencies: Set<string>;
}

/** Files as they are open or on disk, the last ones kept as they were read. */
export class SourceFiles {
  private readonly overlays = new Map<string, string>();
  /** By kind and URI: a path may be given for what the file is not, as a registry for a corpus. */
  private readonly documents = new Map<string, Promise<SourceDocument | undefined>>();
  /** Of each folder its files by their kind, sorted. */
  private readonly folders = new Map<string, Promise<ReadonlyMap<FileKind, readonly string[]>>>();

  constructor(private readonly files: Files) {}

  /** The text of an open editor wins over the disk; undefined when it is closed. */
  setOverlay(uri: string, text: string | undefined): void {
    const key = normalizeUri(uri);
    if (text === undefined) this.overlays.delete(key);
    else this.overlays.set(key, text);
    this.forget(key);
  }

  /** Forgets what is known of files that were changed, created or deleted. */
  invalidate(uris: Iterable<string>): void {
    for (const uri of uris) {
      const key = normalizeUri(uri);
      this.forget(key);
      this.folders.delete(foldersAbove(key)[0] ?? '');
    }
  }

  /** @param uri normalized */
  async text(uri: string): Promise<string | undefined> {
    const overlay = this.overlays.get(uri);
    if (overlay !== undefined) return overlay;
    const bytes = await this.files.read(uri);
    return bytes && decodeBytes(bytes).text;
  }

  /** @param uri normalized */
  read(uri: string, kind: FileKind, lookup: Lookup): Promise<SourceDocument | undefined> {
    lookup.dependencies.add(uri);
    const key = keyOf(uri, kind);
    const document = this.documents.get(key) ?? this.load(uri, kind);
    // The one that was asked for last stands last; the first is forgotten.
    this.documents.delete(key);
    this.documents.set(key, document);
    if (this.documents.size > MAX_DOCUMENTS) this.documents.delete(this.documents.keys().next().value ?? '');
    return document;
  }

  /** What was read of a file on behalf of others, if its text is this one. @param uri normalized */
  async known(uri: string, kind: FileKind, text: string): Promise<SourceDocument | undefined> {
    const document = await this.documents.get(keyOf(uri, kind));
    return document?.lines.text === text ? document : undefined;
  }

  /** Files of a kind in the file's folder, else in the nearest folder above that has any; sorted by name. */
  async nearest(uri: string, kind: FileKind, lookup: Lookup): Promise<readonly string[]> {
    for (const folder of foldersAbove(uri)) {
      const found = (await this.list(folder)).get(kind)?.filter((file) => file !== uri) ?? [];
      if (found.length > 0) return found;
    }
    lookup.dependencies.add(`${foldersAbove(uri)[0]}/*.${kind}.yaml`);
    return [];
  }

  private forget(uri: string): void {
    for (const kind of KINDS) this.documents.delete(keyOf(uri, kind));
  }

  private async load(uri: string, kind: FileKind): Promise<SourceDocument | undefined> {
    const text = await this.text(uri);
    return text === undefined ? undefined : readDocument(uri, kind, text);
  }

  private list(folder: string): Promise<ReadonlyMap<FileKind, readonly string[]>> {
    let listing = this.folders.get(folder);
    if (!listing) {
      listing = this.files.list(folder).then((uris) => byKind(uris.map(normalizeUri)));
      this.folders.set(folder, listing);
    }
    return listing;
  }
}

function keyOf(uri: string, kind: FileKind): string {
  return `${kind} ${uri}`;
}

function byKind(uris: readonly string[]): ReadonlyMap<FileKind, readonly string[]> {
  const found = new Map<FileKind, string[]>();
  for (const uri of uris.toSorted()) {
    const kind = kindOf(uri);
    const same = kind && found.get(kind);
    if (same) same.push(uri);
    else if (kind) found.set(kind, [uri]);
  }
  return found;
}
