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
const ISSUER =
  /^(?:中共|中国共产党)?[\p{Script=Han}]{2,30}(?:委|委员会|政府|办公室|小组|局|院)(?:\s+[\p{Script=Han}]{2,30}(?:政府|办公室|委员会|局))?$/u;
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
  const documentNumber = take(before.find(({ text }) => DOCUMENT_NUMBER.test(text.trim())));
  const note = NOTE.exec(take(before.find(({ text }) => NOTE.test(text.trim()))) ?? '');
  const all = [...before, ...behind];
  const signed = all.findIndex(
    ({ text }, index) => DATE.test(text.trim()) && ISSUER.test(all[index - 1]?.text.trim() ?? ''),
  );
  const dated = signed >= 0 ? all[signed] : all.find(({ text }) => PRINTED.test(text.trim()));
  const issued = isoOf(take(dated) ?? note?.[2]);
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
    ...(issued && { issued, year: Number(issued.slice(0, 4)) }),
    used,
  };
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

const COUNTY = /(?:^|[省市州盟])((?!中共)[\p{Script=Han}]{2,6}?[县区市旗])(?!委|级|直|域|政府)/u;

/** The county that a title or an issuing body names, or undefined. */
export function countyIn(text: string): string | undefined {
  const plain = text.replace(/^中共/, '').replace(/[\s《》“”]/g, '');
  const match = COUNTY.exec(plain) ?? /^([\p{Script=Han}]{2,4}[县区旗市])(?=委|人民政府|政府)/u.exec(plain);
  return match?.[1];
}
