import { parseDeadline } from '../../domain/deadline';
import { type Role, roleOf } from './header';
import { looksLikeUnits } from './looks';
import { settleRoles } from './unit-roles';

const ASSIGNMENT =
  /[（(【[]((?:牵头|责任|配合|主办|协办|承办|落实)[^（）()【】[\]：:]{0,8}[：:](?:[^（）()【】[\]]|[（(][^（）()]{0,30}[）)])+)[）)】\]]。?$/;
const BARE =
  /(?:^|。)((?:牵头|责任|配合|主办|协办|承办|落实)(?:单位|部门)[：:][^。]+(?:。[\p{Script=Han}]{2,8}[：:][^。]+)*)。?$/u;
const ROLE_VALUE = /([\p{Script=Han}]{2,8})[：:]([^：:]{1,1000}?)(?=[；;。，,\s]{0,8}[\p{Script=Han}]{2,8}[：:]|$)/gu;

/** A sentence in brackets at the end of a measure, and its last words. */
const SENTENCE = /[（(]([^（）()]{4,200})[）)]。?$/;
const LAST_WORDS = /[，,；;\s]([^，,；;\s]{2,20})$/;
const SHARED = /(?:按(?:照|各自)?职责(?:分工)?)?(?:分别)?负责$/;

/** A measure without what it says at its end of units and deadlines, and that by its role. */
export interface Assignment {
  readonly text: string;
  readonly values: ReadonlyMap<Role, string>;
}

/**
 * Takes 责任单位 and the like off the end of a measure: （责任单位：县司法局、县财政局；完成时限：6月底前）, or the same in a sentence
 * （县司法局牵头，各部门配合，6月底前完成）.
 */
export function takeAssignment(text: string, isUnit: (name: string) => boolean): Assignment {
  const labelled = takeLabelled(text);
  return labelled.values.size > 0 ? labelled : takeSentence(text, isUnit);
}

function takeSentence(text: string, isUnit: (name: string) => boolean): Assignment {
  const match = SENTENCE.exec(text);
  const words = match?.[1];
  if (!match || words === undefined) return { text, values: new Map() };
  const last = LAST_WORDS.exec(words);
  const date = last?.[1]?.replace(/完成$/, '') ?? '';
  const isDated = last !== null && parseDeadline(date).ok;
  const units = isDated ? words.slice(0, last.index) : words;
  const { lead, answer, cooperate } = settleRoles({ lead: '', answer: units, cooperate: '' }, isUnit);
  const shared = answer.replace(SHARED, '');
  // 县财政局等: the check shows that somebody is missing.
  const isShared = shared !== answer && looksLikeUnits(shared.replace(/等$/, ''), isUnit);
  if (lead === '' && cooperate === '' && !isShared) return { text, values: new Map() };
  const values: readonly (readonly [Role, string])[] = [
    ['lead', lead],
    ['answer', isShared ? shared : answer],
    ['cooperate', cooperate],
    ['deadline', isDated ? date : ''],
  ];
  return { text: text.slice(0, match.index).trim(), values: new Map(values.filter(([, value]) => value !== '')) };
}

function takeLabelled(text: string): Assignment {
  const values = new Map<Role, string>();
  const match = ASSIGNMENT.exec(text) ?? BARE.exec(text);
  const words = match?.[1];
  if (!match || words === undefined) return { text, values };
  let read = 0;
  for (const [whole, name = '', value = ''] of words.matchAll(ROLE_VALUE)) {
    const role = roleOf(name);
    if (role === null || values.has(role)) return { text, values: new Map() };
    values.set(role, value.replace(/(?<![；;。，,\s])[；;。，,\s]+$/, ''));
    read += whole.length;
  }
  const isBare = match[0].startsWith('。');
  if (read < words.replace(/[；;。，,\s]/g, '').length) return { text, values: new Map() };
  return { text: text.slice(0, match.index + (isBare ? 1 : 0)).trim(), values };
}
