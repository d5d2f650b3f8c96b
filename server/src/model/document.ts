import { changeBetween } from '../text/change';
import { LineIndex } from '../text/lines';
import type { Fault } from '../yaml/faults';
import { parseYaml, type SyntaxTree } from '../yaml/parse';
import { type ConfigFile, readConfigFile } from './config';
import { readIndicatorFile } from './indicator-file';
import { VOCABULARY } from './keys';
import { readRegistryFile } from './registry-file';
import { schemaViolations, type Violation } from './schema-check';
import { findSuppressions, type Suppression } from './suppressions';
import type { FileKind, IndicatorFile, RegistryFile } from './types';

/** One version of one text, read once and shared by every feature. */
export interface SourceDocument {
  readonly uri: string;
  readonly kind: FileKind;
  readonly lines: LineIndex;
  readonly model: IndicatorFile | RegistryFile | ConfigFile;
  readonly faults: readonly Fault[];
  readonly violations: readonly Violation[];
  readonly suppressions: readonly Suppression[];
  /** The encoding that the bytes were read as, if it was not UTF-8. */
  readonly foreignEncoding?: string;
  readonly tree: SyntaxTree;
  /** The same object for all versions of one text, to keep things by from one to the next. */
  readonly lineage: object;
}

export interface ReadOptions {
  readonly foreignEncoding?: string;
  /** An earlier version of the same text; its unchanged parts are taken over, so it must not be used any more. */
  readonly previous?: SourceDocument;
}

/** Reads a text into its model. Never throws. */
export function readDocument(uri: string, kind: FileKind, text: string, options: ReadOptions = {}): SourceDocument {
  const { previous } = options;
  const change = previous && changeBetween(previous.lines.text, text);
  const tree = parseYaml(text, VOCABULARY, previous?.tree, change);
  const lines = new LineIndex(text, previous?.lines, change);
  return {
    uri,
    kind,
    lines,
    tree,
    lineage: options.previous?.lineage ?? {},
    faults: tree.faults,
    model: readModel(tree, kind),
    violations: schemaViolations(tree.root, kind, tree.faults),
    suppressions: findSuppressions(lines),
    ...(options.foreignEncoding && { foreignEncoding: options.foreignEncoding }),
  };
}

function readModel(tree: SyntaxTree, kind: FileKind): SourceDocument['model'] {
  if (kind === 'danwei') return readRegistryFile(tree.root);
  if (kind === 'config') return readConfigFile(tree.root);
  return readIndicatorFile(tree.root, kind);
}
