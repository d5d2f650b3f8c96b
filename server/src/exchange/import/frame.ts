import { parseDate } from '../../domain/date';
import type { Paragraph } from '../source/types';

/** What the text round a table says of the document. */
export interface Frame {
  readonly title?: string;
  readonly documentNumber?: string;
  readonly issuer?: string;
  /** ISO. */
  readonly issued?: string;
  readonly year?: number;
  /** The paragraphs that these were taken from. */
  readonly used: ReadonlySet<Paragraph>;
}

const DOCUMENT_NUMBER =
  /^[\p{Script=Han}]{1,12}\s*[〔[［【(（]\s*\d{4}\s*[〕\]］】)）]\s*(?:第\s*)?\d{1,4}\s*号(?=\s*(?:附件\s*\d{0,2})?$)/u;
const DATE = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日$/;
const PRINTED = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日印发$/;
/** Below a title: （中共某县委办公室　2021年10月20日印发）. */
const NOTE = /^[（(]\s*(?:(\S.{0,58}?\S)\s+)?(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日印发)\s*[）)]$/u;
/** The same with the 文号: （某法办发〔2024〕3号，2024年3月5日印发）. */
const NUMBERED =
  /^[（(]\s*([\p{Script=Han}]{1,12}\s*[〔[［【(（]\s*\d{4}\s*[〕\]］】)）]\s*\d{1,4}\s*号)(?:[，,；;\s]\s*(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)(?:印发)?)?\s*[）)]$/u;
/** （征求意见稿）, （2024年3月5日县委常委会会议审议通过）: of a title, but none. */
const BRACKETED = /^[（(][^（）()]*[）)]$/;
const ISSUER =
  /^(?:中共|中国共产党)?[\p{Script=Han}]{2,30}(?:委|委员会|政府|办公室|小组|局|院)(?:\s+[\p{Script=Han}]{2,30}(?:政府|办公室|委员会|局))?$/u;
/** 填报单位：县司法局, 发布时间：2024-03-01. */
const LABELLED = /^[\p{Script=Han}]{2,6}\s*[：:]/u;
/** 2024年重点任务清单; not （2021年版）, nor 2021—2025年. */
const TITLE_YEAR = /(?<![\d—–－~至-])(20\d{2})\s?年(?!版|[—–－~至-])/;
const MAX_TITLE = 60;
const APPENDIX = /^附件?\s*(?:[:：]\s*)?(?:\d{1,2}\s*)?[:：]?$/;

/** Reads the title, 文号, 印发机关 and 印发日期 from the paragraphs before and behind the items. */
export function readFrame(before: readonly Paragraph[], behind: readonly Paragraph[]): Frame {
  const used = new Set<Paragraph>();
  const take = (paragraph: Paragraph | undefined) => {
    if (paragraph) used.add(paragraph);
    return paragraph?.text.trim();
  };
  const title = take(titleOf(before));
  const own = take(before.find(({ text }) => DOCUMENT_NUMBER.test(text.trim())));
  const numbered = own ? null : NUMBERED.exec(take(before.find(({ text }) => NUMBERED.test(text.trim()))) ?? '');
  const documentNumber = own ?? numbered?.[1];
  const note = NOTE.exec(take(before.find(({ text }) => NOTE.test(text.trim()))) ?? '');
  const all = [...before, ...behind];
  const signed = all.findIndex(
    ({ text }, index) => DATE.test(text.trim()) && ISSUER.test(all[index - 1]?.text.trim() ?? ''),
  );
  const dated = signed >= 0 ? all[signed] : all.find(({ text }) => PRINTED.test(text.trim()));
  const issued = isoOf(take(dated) ?? note?.[2] ?? numbered?.[2]);
  const year = yearIn(title ?? '') ?? (issued && Number(issued.slice(0, 4)));
  const issuers: string[] = [];
  for (let index = signed - 1; index >= 0 && ISSUER.test(all[index]?.text.trim() ?? ''); index--) {
    issuers.unshift(take(all[index]) ?? '');
  }
  const issuer = (issuers.join(' ') || (note?.[1] ?? '')).replace(/\s+/g, ' ');
  return {
    ...(title && { title }),
    ...(documentNumber && {
      documentNumber: (DOCUMENT_NUMBER.exec(documentNumber)?.[0] ?? documentNumber).replace(/\s/g, ''),
    }),
    ...(issuer && { issuer }),
    ...(issued && { issued }),
    ...(year && { year }),
    used,
  };
}

/** The year that a title names, or undefined. */
export function yearIn(title: string): number | undefined {
  const year = TITLE_YEAR.exec(title)?.[1];
  return year === undefined ? undefined : Number(year);
}

/** The last line before the items that reads like a title: short, without a sentence's end. */
function titleOf(before: readonly Paragraph[]): Paragraph | undefined {
  return before.findLast(({ text }) => {
    const line = text.trim();
    if (line.length < 4 || line.length > MAX_TITLE || /[。；：:，,！？]$/.test(line)) return false;
    return (
      !APPENDIX.test(line) &&
      !DATE.test(line) &&
      !NOTE.test(line) &&
      !NUMBERED.test(line) &&
      !BRACKETED.test(line) &&
      !LABELLED.test(line) &&
      !/^[二〇零一三四五六七八九十\s]+年/.test(line) &&
      /\p{Script=Han}{4}/u.test(line)
    );
  });
}

function isoOf(text: string | undefined): string | undefined {
  const match = text === undefined ? null : (DATE.exec(text) ?? PRINTED.exec(text));
  if (!match) return undefined;
  const [, year = '', month = '', day = ''] = match;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseDate(iso).ok ? iso : undefined;
}

/** 魏县, 城区: names of one character; 全县, 我县 are none. */
const COUNTY =
  /(?:^|[省市州盟])((?!中共)(?:[^\P{Script=Han}全各我本该县区市省州盟]县|[城郊矿]区|[\p{Script=Han}]{2,6}?[县区市旗]))(?!委|级|直|域|政府)/u;

/** The county that a title or an issuing body names, or undefined. */
export function countyIn(text: string): string | undefined {
  const plain = text.replace(/^中共/, '').replace(/[\s《》“”]/g, '');
  const match =
    COUNTY.exec(plain) ?? /^((?![全各我本该]县)[\p{Script=Han}]{1,4}[县区旗市])(?=委|人民政府|政府)/u.exec(plain);
  return match?.[1];
}
