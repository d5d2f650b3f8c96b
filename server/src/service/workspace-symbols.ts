import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { Range } from '../text/lines';
import type { FileSummary, ItemSummary, SectionSummary } from '../workspace/summary';
import { fileName } from '../workspace/uris';
import { oneLine } from './one-line';
import { itemLabel, LABEL_LENGTH } from './symbols';
import type { Workspace } from './workspace';

/** More than this nobody reads; whoever looks for something types more of it. */
const MAX_SYMBOLS = 200;
/** Characters before the match that are shown where it stands far behind. */
const LEAD = 6;

/** The number alone, or as texts write it: 12, 第12项. */
const NUMBER = /^第?\s*(\d{1,4})\s*项?$/;

interface Candidate {
  readonly uri: string;
  readonly range: Range;
  readonly kind: SymbolKind;
  readonly text: string;
  readonly number?: number;
}

/**
 * Sections, items and units of all files whose text holds a query, best first: an item with that very number, a text that
 * is or begins with the query, one that holds it, one whose shown beginning has its characters in that order. At most 200.
 * @param query any characters; blanks and case do not matter
 */
export function workspaceSymbols({ index }: Workspace, query: string): WorkspaceSymbol[] {
  const wanted = query.toLowerCase().replace(/\s+/gu, '');
  const number = Number(NUMBER.exec(wanted)?.[1] ?? Number.NaN);
  const ranks: WorkspaceSymbol[][] = [[], [], [], []];
  for (const file of index.files()) {
    const container = oneLine(file.county ?? file.title ?? fileName(file.uri));
    for (const candidate of candidatesOf(file)) {
      const rank = rankOf(candidate, wanted, number);
      // All of one rank are alike: the first ones are as good as any.
      if (rank === undefined || (ranks[rank]?.length ?? 0) >= MAX_SYMBOLS) continue;
      ranks[rank]?.push(toSymbol(candidate, wanted, container));
    }
  }
  return ranks.flat().slice(0, MAX_SYMBOLS);
}

function* candidatesOf(file: FileSummary): Generator<Candidate> {
  const { uri } = file;
  for (const { name, range } of file.registered) yield { uri, range, kind: SymbolKind.Class, text: name };
  yield* sectionsOf(file.sections, uri);
  for (const item of file.items) yield itemCandidate(item, uri);
}

function* sectionsOf(sections: readonly SectionSummary[], uri: string): Generator<Candidate> {
  for (const { level, title, range, sections: parts } of sections) {
    if (title) yield { uri, range, kind: level === 1 ? SymbolKind.Module : SymbolKind.Namespace, text: title };
    yield* sectionsOf(parts, uri);
  }
}

function itemCandidate({ number, content, range }: ItemSummary, uri: string): Candidate {
  return { uri, range, kind: SymbolKind.Field, text: content, ...(number !== undefined && { number }) };
}

/** 0 is best; undefined where nothing fits. */
function rankOf({ text, number }: Candidate, wanted: string, wantedNumber: number): number | undefined {
  if (number !== undefined && number === wantedNumber) return 0;
  const plain = text.toLowerCase();
  const at = plain.indexOf(wanted);
  if (at >= 0) return at === 0 ? 1 : 2;
  return holdsInOrder(`${number ?? ''}${plain.slice(0, LABEL_LENGTH)}`, wanted) ? 3 : undefined;
}

function holdsInOrder(text: string, wanted: string): boolean {
  let at = 0;
  for (const character of wanted) {
    at = text.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Editors filter by the name once more, so it shows the part of the text that was asked for. */
function toSymbol({ uri, range, kind, text, number }: Candidate, wanted: string, container: string): WorkspaceSymbol {
  const start = Math.max(0, text.toLowerCase().indexOf(wanted) - LEAD);
  const isFar = start + LEAD + wanted.length > LABEL_LENGTH;
  const shown = isFar && start > 0 ? `…${text.slice(start)}` : text;
  const length = Math.max(LABEL_LENGTH, LEAD + wanted.length + 1);
  // Titles and names of units are short enough to be shown whole.
  const name = kind === SymbolKind.Field ? itemLabel(shown, number, length) : oneLine(text) || '…';
  return { name, kind, location: { uri, range }, containerName: container };
}
