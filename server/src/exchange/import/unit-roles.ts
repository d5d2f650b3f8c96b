import type { ItemEntry } from './entries';
import { looksLikeUnits } from './looks';

type UnitCells = ItemEntry['units'];
type UnitRole = keyof UnitCells;

const ROLES: readonly (readonly [UnitRole, string])[] = [
  ['lead', '牵头|主责|主办'],
  ['cooperate', '配合|协办|协同|协助|参与|参加'],
  ['answer', '责任|承办|落实'],
];
const WORDS = ROLES.map(([, words]) => words).join('|');
/** 牵头：, 配合单位：, 【责任部门】. */
const LABEL = new RegExp(`[【\\[]?(${WORDS})(?:责任)?(?:单位|部门)?(?:\\s*[】\\]]\\s*[：:]?|\\s*[：:])`, 'g');
const LEADS = '牵头';
const COOPERATES = /(?:配合|协助|参与|协同|协办)(?:落实)?[。；;]?$/;
/** 县司法局（牵头）. */
const BRACKETED = new RegExp(`[（(](${WORDS})(?:单位|部门)?[）)]$`);
const MARK = /[（(](?:牵头|配合|主办|协办)/;
const LAST_SIGN = /[、，,；;。]$/;

/** The cells of one item with the units that a cell tells to lead or to cooperate in those of that role. */
export function settleRoles(cells: UnitCells, isUnit: (name: string) => boolean): UnitCells {
  const settled: UnitCells = { lead: '', answer: '', cooperate: '' };
  for (const role of ['lead', 'answer', 'cooperate'] as const) {
    for (const [own, text] of partsOf(cells[role], role, isUnit)) {
      const plain = text.trim().replace(LAST_SIGN, '').trim();
      settled[own] = [settled[own], plain].filter(Boolean).join('\n');
    }
  }
  return settled;
}

function partsOf(text: string, role: UnitRole, isUnit: (name: string) => boolean): [UnitRole, string][] {
  if (isUnit(text.trim())) return [[role, text]];
  const labels = [...text.matchAll(LABEL)];
  const [label] = labels;
  if (label) {
    const parts = labels.map((one, index): [UnitRole, string] => [
      roleOf(one[1], role),
      text.slice(one.index + one[0].length, labels[index + 1]?.index),
    ]);
    return [[role, text.slice(0, label.index)], ...parts];
  }
  const sentence = sentenceOf(text.trim(), isUnit);
  if (sentence) return sentence;
  if (!MARK.test(text)) return [[role, text]];
  const groups = text.split(/[；;\n]/);
  // 县委编办（牵头）；县司法局、县财政局（配合）: what closes a group holds for all of it.
  const pieces = groups.flatMap((group) =>
    groups.length > 1 && group.split(MARK).length === 2 ? group : group.split(/[、，,]/),
  );
  return pieces.map((piece): [UnitRole, string] => {
    const found = BRACKETED.exec(piece.trim());
    return found ? [roleOf(found[1], role), piece.trim().slice(0, found.index)] : [role, piece];
  });
}

/** 县司法局牵头，县财政局、县人社局配合. */
function sentenceOf(text: string, isUnit: (name: string) => boolean): [UnitRole, string][] | undefined {
  const at = text.indexOf(LEADS);
  if (at < 1) return undefined;
  const rest = text.slice(at + LEADS.length).replace(/^负责/, '');
  const cooperate = rest.replace(COOPERATES, '');
  const parts = /^[，,；;、。]?$/.test(rest) ? [] : [cooperate.slice(1).trim()];
  if (parts.length > 0 && (cooperate === rest || !/^[，,；;、。\s]/.test(rest))) return undefined;
  if (![text.slice(0, at), ...parts].every((part) => looksLikeUnits(part, isUnit))) return undefined;
  return [['lead', text.slice(0, at)], ...parts.map((part): [UnitRole, string] => ['cooperate', part])];
}

function roleOf(word: string | undefined, otherwise: UnitRole): UnitRole {
  return ROLES.find(([, words]) => word !== undefined && words.split('|').includes(word))?.[0] ?? otherwise;
}
