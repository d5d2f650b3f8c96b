import { parseDeadline } from '../../domain/deadline';
import { type Heading, parseHeading } from '../../domain/heading';
import { parseChineseNumeral } from '../../domain/numeral';
import { looksLikeUnit } from '../../domain/unit';
import type { Role } from './header';

/** What the rows before tell of the next one. */
export interface Expected {
  /** Number of the next item. */
  readonly item: number;
  /** Serial of the next second-level title. */
  readonly title: number;
  /** Names that are certainly units. */
  readonly isUnit: (name: string) => boolean;
}

/** 12, 12., 第12项, （12）; ⑫ and full-width digits become these before. */
const NUMBER = /^(?:第\s*(\d{1,4})\s*[项条号]|\(\s*(\d{1,4})\s*\)|(\d{1,4})\s*[.、]?)$/;
const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF]/g;
const MAX_TITLE = 45;
const MAX_NUMBER = 12;
const LONG = 40;
/** 37.加强…, 96 将法治…: a number that stands in one cell with its item. */
const GLUED = /^(?:<p>\s*)?(\d{1,3})(?:\s*[.．、]\s*(?!\d)|\s+(?=[\p{Script=Han}“《]))/u;
const EVIDENCE = /^(?:请|除档案资料外|(?:合并)?提供|报送|实地核查|网上核查)|(?:资料|材料|核查|网址|清单|说明)[。；]?$/;
const UNIT_SIGNS = /[、，,；;/／\s]+/;
const SENTENCE = /[。；！？]/;
const MAX_UNITS = 600;
/** 县委编办牵头, 由县司法局负责: what a body does stands with its name. */
const PART_PLAYED = /^由|(?:负责)?(?:牵头|配合|负责|落实|主办|协办)$/g;

/** The number that a cell consists of, or null. */
export function wholeNumber(text: string): number | null {
  if (text.length > MAX_NUMBER) return null;
  const match = NUMBER.exec(text.replace(INVISIBLE, '').normalize('NFKC').trim());
  return match ? Number(match[1] ?? match[2] ?? match[3]) : null;
}

/** The same for a cell in the column of numbers, where 三 and （三） are numbers too. */
export function serialNumber(text: string): number | null {
  if (text.length > MAX_NUMBER) return null;
  return wholeNumber(text) ?? parseChineseNumeral(text.normalize('NFKC').replace(/[()、.\s]/g, ''));
}

/** The number at the start of an item's text with what stands between, or null. */
export function gluedNumber(text: string): { readonly number: number; readonly length: number } | null {
  const match = GLUED.exec(text);
  return match ? { number: Number(match[1]), length: match[0].length } : null;
}

/** True for names of bodies, whatever parts them. */
export function looksLikeUnits(text: string, isUnit: (name: string) => boolean): boolean {
  const plain = text.trimEnd().replace(/[。；;]$/, '');
  if (plain.length > MAX_UNITS || /[。！？]/.test(plain)) return false;
  const names = plain.split(UNIT_SIGNS).filter(Boolean);
  const isName = (name: string) => isUnit(name) || looksLikeUnit(name) || isCollective(name);
  return names.length > 0 && names.every((name) => isName(name) || isName(name.replace(PART_PLAYED, '')));
}

function isCollective(name: string): boolean {
  return name.length <= 15 && /^(?:各|全[县区市]|[县区市]直)/.test(name);
}

const deadlineWords = /\d\s*月|年底|季度|半年|长期|持续|常态|每[年月周季]|\d{4}\s*[年.-]/;

function looksLikeDeadline(text: string): boolean {
  if (text.length > LONG || !/[\d年月季期续态]/.test(text)) return false;
  return parseDeadline(text.trim()).ok || (deadlineWords.test(text) && /[前底月日]$/.test(text) && text.length < 20);
}

/**
 * How well a cell's words suit a column, from -8 (cannot be) to 6 (surely is); 0 tells nothing. The weights only have
 * to rank readings of one row; they were set on the seeds, where a wrong reading differs by 4 or more.
 */
export function suits(text: string, role: Role, expected: Expected): number {
  const number = role === 'number' ? serialNumber(text) : wholeNumber(text);
  switch (role) {
    case 'number':
      return number === null ? -8 : number === expected.item || number === 1 ? 6 : 4;
    case 'score':
      return /^\d{1,3}(?:\.\d+)?\s*分?$/.test(text) ? 3 : -4;
    case 'name':
    case 'reason':
    case 'remark':
    case 'other':
      return 0;
  }
  if (number !== null) return -8;
  switch (role) {
    case 'title1':
    case 'title2':
      return suitsTitle(text, expected);
    case 'text':
      return suitsText(text, expected);
    case 'deadline':
      return looksLikeDeadline(text) ? 5 : text.length > LONG || looksLikeUnits(text, expected.isUnit) ? -4 : -1;
    case 'evidence':
      return EVIDENCE.test(text) ? 2 : looksLikeUnits(text, expected.isUnit) ? -2 : 0.5;
    default:
      return suitsUnits(text, expected);
  }
}

function suitsTitle(text: string, expected: Expected): number {
  const heading = parseHeading(text.replace(/<\/?p>/g, '').trim());
  if (!heading) return text.length > LONG ? -4 : looksLikeUnits(text, expected.isUnit) ? -1 : 0.5;
  if (heading.style.startsWith('chinese')) return 4;
  if (isItem(heading, expected)) return -2;
  return heading.title.length <= MAX_TITLE ? 3 : -1;
}

/** An arabic serial that goes on with the items and not with the titles. */
function isItem({ number }: Heading, expected: Expected): boolean {
  return number === expected.item && number !== expected.title && number > 1;
}

function suitsText(text: string, expected: Expected): number {
  const glued = gluedNumber(text);
  if (glued && glued.number === expected.item) return 4;
  const plain = text.replace(/<\/?p>/g, '').trim();
  if (glued && glued.number === expected.title && plain.length <= MAX_TITLE && !/[。；]$/.test(plain)) return -2;
  if (/^[一二三四五六七八九十]{1,3}、/.test(plain) && plain.length <= MAX_TITLE) return -2;
  if (looksLikeDeadline(plain)) return -4;
  if (looksLikeUnits(plain, expected.isUnit)) return -3;
  return plain.length >= 15 ? (EVIDENCE.test(plain) ? 1 : 2) : 0;
}

function suitsUnits(text: string, expected: Expected): number {
  if (looksLikeUnits(text, expected.isUnit)) return 4;
  const isProse = SENTENCE.test(text) || EVIDENCE.test(text) || text.length > MAX_UNITS;
  return isProse || looksLikeDeadline(text) || parseHeading(text) ? -4 : -1;
}
