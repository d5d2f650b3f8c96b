import type { Corpus } from '../../model/corpus';
import type { Source } from '../source/types';
import { basisOf } from './basis';
import { countyOf } from './county';
import { type Documents, plainDocuments, tableDocuments } from './documents';
import type { Draft, DraftDocument, DraftItem, DraftSection, Remark } from './draft';
import { importPhrases } from './phrases';
import { abbreviationsIn, unitsOf } from './registry';

export interface UnderstandOptions {
  /** 县区; default: what the source says. */
  readonly county?: string;
  /** Names of units that are known already. */
  readonly units?: readonly string[];
  /** The central texts that the items may follow. */
  readonly corpora?: readonly Corpus[];
  /** Which of several tables or plans are wanted, counted from 0; default: all. */
  readonly documents?: readonly number[];
}

/**
 * Understands a document: its tables, or its running text where it has none, as sections and items. Never throws;
 * without items `documents` is empty.
 */
export function understand(
  source: Source,
  { county: given, units = [], corpora = [], documents: wanted }: UnderstandOptions = {},
): Draft {
  const known = new Set(units);
  const ofTables = tableDocuments(source, known);
  const found = chosen(ofTables.documents.length > 0 ? ofTables : plainDocuments(source, known), wanted);
  const items = found.documents.flatMap(itemsOf);
  const { county, remarks: countyRemarks } = given ? { county: given, remarks: [] } : countyOf(found.documents, items);
  const basisRemarks: Remark[] = [];
  const documents = found.documents.map((document) => {
    const basis = basisOf(itemsOf({ ...document, extras: [] }), corpora);
    if (!basis) return document;
    const message = { template: importPhrases.basisGuessed, data: { basis: basis.name, count: basis.count } };
    basisRemarks.push({ kind: 'unsure', message });
    return { ...document, basis: basis.name };
  });
  const marks = documents.flatMap(marksOf);
  return {
    source: source.name,
    county,
    documents,
    units: unitsOf(items, abbreviationsIn(source.blocks)),
    remarks: distinct([...countyRemarks, ...basisRemarks, ...found.remarks, ...marks]),
  };
}

/** The documents that are wanted; of the others the report tells. */
function chosen({ documents, remarks }: Documents, wanted: readonly number[] | undefined): Documents {
  if (!wanted) return { documents, remarks };
  const others = documents.filter((_, index) => !wanted.includes(index));
  return {
    documents: documents.filter((_, index) => wanted.includes(index)),
    remarks: [
      ...remarks,
      ...others.map((document): Remark => {
        const data = { title: document.title, count: itemsOf(document).length };
        return { kind: 'left-out', message: { template: importPhrases.notChosen, data } };
      }),
    ],
  };
}

/** All items of a document, the extras last. */
export function itemsOf({ sections, extras }: Pick<DraftDocument, 'sections' | 'extras'>): DraftItem[] {
  const inSection = (section: DraftSection): DraftItem[] => [...section.items, ...section.sections.flatMap(inSection)];
  return [...sections.flatMap(inSection), ...extras.flatMap(({ items }) => items)];
}

function marksOf(document: DraftDocument): Remark[] {
  const inSection = ({ marks, items, sections }: DraftSection): Remark[] => [
    ...marks,
    ...items.flatMap((item) => item.marks),
    ...sections.flatMap(inSection),
  ];
  return [
    ...document.sections.flatMap(inSection),
    ...document.extras.flatMap(({ items }) => items.flatMap(({ marks }) => marks)),
  ];
}

function distinct(remarks: readonly Remark[]): Remark[] {
  return [...new Map(remarks.map((remark) => [JSON.stringify([remark.message, remark.at]), remark])).values()];
}
