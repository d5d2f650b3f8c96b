import { type UnderstandOptions, understand, type Written, writeDraft } from './import/index';
import { refusal } from './source/refusal';
import type { Source } from './source/types';

export interface ImportOptions extends UnderstandOptions {
  /** File names without ending. */
  readonly stem: string;
  /** The table to read, counted from 1; default: all that look like tables of indicators. */
  readonly table?: number;
}

/** A document as indicator files, a registry and the report. @throws Refusal where it holds no indicators */
export function importDocument(source: Source, { stem, table, ...options }: ImportOptions): Written {
  const { name, blocks } = source;
  const grids = blocks.filter(({ kind }) => kind === 'grid');
  const chosen = table === undefined ? undefined : grids[table - 1];
  if (table !== undefined && !chosen) throw refusal('noSuchTable', name, { count: grids.length, table });
  const wanted = chosen ? blocks.filter((block) => block.kind === 'paragraph' || block === chosen) : blocks;
  const draft = understand({ ...source, blocks: wanted }, options);
  if (draft.documents.length === 0) throw refusal(grids.length === 0 ? 'noTable' : 'notIndicators', name);
  return writeDraft(draft, { stem });
}
