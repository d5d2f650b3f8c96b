import { levelPrefix } from '../../domain/unit';
import type { DraftDocument, DraftItem, Remark } from './draft';
import { countyIn } from './frame';
import { importPhrases } from './phrases';

const UNKNOWN = '待补';

/**
 * The county that the documents speak of: by title, issuing body or the names of units; with a remark where it is a
 * guess.
 */
export function countyOf(
  documents: readonly DraftDocument[],
  items: readonly DraftItem[],
): { readonly county: string; readonly remarks: readonly Remark[] } {
  const words = documents.flatMap(({ title, issuer = '', notes }) => [title, issuer, ...notes.slice(0, 5)]);
  const named = words.map(countyIn).find((county) => county !== undefined);
  if (named !== undefined) return { county: named, remarks: [] };
  const names = items.flatMap(({ lead, answer, cooperate }) => [...lead, ...answer, ...cooperate]);
  // 临沂市环保局兰陵分局 beside 县司法局: 兰陵县.
  const branch = names
    .map((name) => /局\s*([\p{Script=Han}]{2,4})分局$/u.exec(name)?.[1])
    .find((place) => place !== undefined);
  const level = names.map(levelPrefix).find((prefix) => prefix !== null);
  if (branch === undefined || !level) {
    return { county: UNKNOWN, remarks: [{ kind: 'unsure', message: { template: importPhrases.noCounty, data: {} } }] };
  }
  const county = branch.endsWith(level) ? branch : branch + level;
  return {
    county,
    remarks: [{ kind: 'unsure', message: { template: importPhrases.countyGuessed, data: { county } } }],
  };
}
