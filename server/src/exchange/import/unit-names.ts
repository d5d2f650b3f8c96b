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
  return levelPrefix(name) !== null && looksLikeUnit(name) && splitUnits(name, () => false) === null;
}

/**
 * Reads a cell of units, parted by line breaks, 、 or blanks, with brackets and collective names left whole. What is
 * run together without any sign is parted only where nothing else in the cell is parted: beside well-parted names it
 * is a slip of the original, which stays for the check to show.
 * @param isUnit whether a name is known
 */
export function readUnits(text: string, isUnit: (name: string) => boolean): UnitReading {
  const whole = text.trim();
  if (whole === '') return { names: [], remarks: [] };
  if (isUnit(whole)) return { names: [whole], remarks: [] };
  // 各乡镇、⏎各行政执法部门: a line that ends in a separator goes on.
  const lines = whole.replace(/([、，,；;])\s*\n\s*/g, '$1');
  const names = partedLines(lines, isUnit).flatMap((part) =>
    isUnit(part) || isCollective(part) ? [part] : outsideBrackets(part, HARD).flatMap((piece) => softly(piece)),
  );
  const [only] = names;
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

function remarksOf(name: string, isUnit: (name: string) => boolean): Omit<Remark, 'at'>[] {
  const data = { text: name };
  if (/\s/.test(name)) return [{ kind: 'unsure', message: { template: importPhrases.unitsWithBlank, data } }];
  if (!isUnit(name) && splitUnits(name, isUnit)?.kind === 'glued') {
    return [{ kind: 'unsure', message: { template: importPhrases.unitsGlued, data } }];
  }
  return [];
}

/** Parts at blanks, but not before what cannot stand alone. */
function softly(piece: string): string[] {
  const names: string[] = [];
  for (const part of outsideBrackets(piece, SOFT)) {
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
