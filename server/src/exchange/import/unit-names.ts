import { levelPrefix, looksLikeUnit } from '../../domain/unit';
import { splitUnits } from '../../domain/unit-split';
import type { Remark } from './draft';
import { importPhrases } from './phrases';

/** The units of one cell and what is doubtful about them. */
export interface UnitReading {
  readonly names: readonly string[];
  readonly remarks: readonly Omit<Remark, 'at'>[];
}

const HARD = /[、，,；;\n]/;
const SOFT = /[\s/／]/;
/** What a wrapped or parted name ends with: 市生态环境局 沁水分局, 各乡镇党委 政府; alone these name nothing. */
const TAIL = /^(?:党委|党工委|政府|人民政府|办事处|管委会|管理委员会|(?!.?[县区市]).{0,6}(?:分局|支局|支队|大队))$/;
const COLLECTIVE = /^各/;
/** What no name holds: 县司法局或县财政局, 县财政局等, 县司法局等相关部门, 1.县司法局, 县人社局配合. */
const NO_NAME = /或|等(?:.{0,4}(?:部门|单位))?$|^\d|[：:]|牵头|配合/;
const AND = /以及|[和及与]/g;
const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF]/g;
const MAX_CLEAR = 20;

/**
 * The names of a cell that are certainly units: they stand by themselves between separators and begin with a level or
 * 各. They help to read the other cells.
 */
export function clearUnits(text: string): string[] {
  const pieces = text.split(/[、，,；;\s/／]+/).filter(Boolean);
  return pieces.filter((piece) => piece.length <= MAX_CLEAR && isClear(piece));
}

function isClear(name: string): boolean {
  if (COLLECTIVE.test(name)) return name.length > 2;
  if (levelPrefix(name) === null || !looksLikeUnit(name) || NO_NAME.test(name)) return false;
  return splitUnits(name, () => false) === null && apartAtAnd(name, () => false) === undefined;
}

/**
 * Reads a cell of units, parted by line breaks, 、 or blanks, with brackets and collective names left whole. What is
 * run together without any sign is parted only where nothing else in the cell is parted: beside well-parted names it
 * is a slip of the original, which stays for the check to show.
 * @param isUnit whether a name is known
 */
export function readUnits(text: string, isUnit: (name: string) => boolean): UnitReading {
  const whole = text
    .replace(INVISIBLE, '')
    .trim()
    .replace(/[。；;]$/, '');
  if (whole === '') return { names: [], remarks: [] };
  if (isUnit(whole)) return { names: [whole], remarks: [] };
  // 各乡镇、⏎各行政执法部门: a line that ends in a separator goes on.
  const lines = whole.replace(/([、，,；;])\s*\n\s*/g, '$1');
  const names = partedLines(lines, isUnit).flatMap((part) =>
    isUnit(part) || isCollective(part)
      ? [part]
      : outsideBrackets(part, HARD).flatMap((piece) => softly(unbracketed(piece))),
  );
  const [only] = names;
  const apart = names.flatMap((name) => (isUnit(name) ? [name] : (apartAtAnd(name, isUnit) ?? [name])));
  if (apart.length > names.length) {
    const joint = names.filter((name) => !apart.includes(name));
    const data = { text: joint.join('、'), units: apart.filter((name) => !names.includes(name)).join('、') };
    return { names: apart, remarks: [{ kind: 'unsure', message: { template: importPhrases.unitsApart, data } }] };
  }
  if (names.length === 1 && only !== undefined) return readOne(only, isUnit);
  return { names, remarks: names.flatMap((name) => remarksOf(name, isUnit)) };
}

/** The lines of a cell by themselves where one of them is a name that holds a separator: 各乡镇、各部门（单位）. */
function partedLines(text: string, isUnit: (name: string) => boolean): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  const isWhole = (line: string) => HARD.test(line) && (isUnit(line) || isCollective(line));
  return lines.some(isWhole) ? lines : [text];
}

function isCollective(text: string): boolean {
  return (
    text.includes('、') && !text.includes('\n') && text.split('、').every((piece) => COLLECTIVE.test(piece.trim()))
  );
}

function readOne(name: string, isUnit: (name: string) => boolean): UnitReading {
  const split = splitUnits(name, isUnit);
  if (split?.kind !== 'glued') return { names: [name], remarks: remarksOf(name, isUnit) };
  const names = split.parts.map((part) => part.text);
  const data = { text: name, units: names.join('、') };
  return { names, remarks: [{ kind: 'unsure', message: { template: importPhrases.unitsSplit, data } }] };
}

/** 县司法局和县财政局, where both are certainly units: the word is part of many a name (发展和改革局). */
function apartAtAnd(name: string, isUnit: (name: string) => boolean): string[] | undefined {
  for (const { index, 0: word } of name.matchAll(AND)) {
    const parts = [name.slice(0, index), name.slice(index + word.length)];
    if (parts.every((part) => isUnit(part) || isClear(part))) return parts;
  }
  return undefined;
}

function remarksOf(name: string, isUnit: (name: string) => boolean): Omit<Remark, 'at'>[] {
  const data = { text: name };
  if (/\s/.test(name)) return [{ kind: 'unsure', message: { template: importPhrases.unitsWithBlank, data } }];
  if (isUnit(name)) return [];
  if (splitUnits(name, isUnit)?.kind === 'glued') {
    return [{ kind: 'unsure', message: { template: importPhrases.unitsGlued, data } }];
  }
  const isName = COLLECTIVE.test(name) || levelPrefix(name) !== null || looksLikeUnit(name);
  if (isName && !NO_NAME.test(name)) return [];
  return [{ kind: 'unsure', message: { template: importPhrases.unitOdd, data } }];
}

/** （县司法局） as a whole. */
function unbracketed(piece: string): string {
  return /^[（(]([^（）()]+)[）)]$/.exec(piece)?.[1] ?? piece;
}

/** Parts at blanks, but not before what cannot stand alone. */
function softly(piece: string): string[] {
  const names: string[] = [];
  // 县 司 法 局: letters spread over the width of the cell.
  const parts = outsideBrackets(piece, SOFT);
  if (parts.length > 1 && parts.every((part) => part.length === 1)) return [parts.join('')];
  for (const part of parts) {
    const before = names.at(-1);
    if (before !== undefined && (TAIL.test(part) || /^[（(]/.test(part))) names[names.length - 1] = `${before} ${part}`;
    else names.push(part);
  }
  return names;
}

function outsideBrackets(text: string, separator: RegExp): string[] {
  const pieces: string[] = [];
  let [depth, piece] = [0, ''];
  const isBalanced = (text.match(/[（(]/g)?.length ?? 0) === (text.match(/[）)]/g)?.length ?? 0);
  for (const character of text) {
    if (isBalanced && /[（(]/.test(character)) depth++;
    if (isBalanced && /[）)]/.test(character)) depth--;
    if (depth === 0 && separator.test(character)) {
      pieces.push(piece);
      piece = '';
    } else piece += character === '\n' ? '' : character;
  }
  return [...pieces, piece].map((name) => name.trim()).filter((name) => name !== '');
}
