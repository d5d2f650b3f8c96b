import type { SourceDocument } from '../../model/document';
import type { Registry } from '../../model/registry';
import type { IndicatorFile } from '../../model/types';
import type { TextEdit } from '../../text/span';
import { child } from '../../yaml/nodes';
import { appendUnit } from './list-edits';

/** Adds a unit to the registry of a file, or to the list that the file carries itself; the edits are of `registry.uri`. */
export function registryAddition(
  name: string,
  document: SourceDocument,
  file: IndicatorFile,
  registry: Registry,
): TextEdit[] {
  const inline = registry.uri === document.uri;
  const source = inline ? { lines: document.lines, list: child(file.root, '单位名录') ?? undefined } : registry.source;
  return source ? appendUnit(source.lines, source.list, name) : [];
}
