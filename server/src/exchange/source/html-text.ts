import { decodeBytes } from '../../text/decode';

/** A page's own word for its encoding counts only where the bytes do not show another. */
const DECLARED = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{1,40})/i;
const PROLOG = 4_096;

/**
 * The text of a page: by its byte order mark, else as UTF-8 where it is valid (pages that were saved anew often still
 * name their old encoding), else by its `<meta charset>`, else as Chinese text is guessed to be encoded.
 */
export function decodePage(bytes: Uint8Array): string {
  const decoded = decodeBytes(bytes);
  if (decoded.bom || (decoded.encoding === 'utf-8' && decoded.invalid === 0)) return decoded.text;
  const prolog = new TextDecoder('latin1').decode(bytes.subarray(0, PROLOG));
  const label = DECLARED.exec(prolog)?.[1]?.toLowerCase();
  const declared = label && label !== 'utf-8' && label !== 'utf8' ? decodeAs(label, bytes) : undefined;
  return declared ?? decoded.text;
}

/** Undefined where there is no such encoding. GB2312 and GBK are parts of GB18030. */
export function decodeAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(/^gb/.test(label) ? 'gb18030' : label).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Characters as wide as a Chinese one: no blank stands between two of them. */
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60\u2018-\u201d\u2026\u2014]/u;

/**
 * The line that a browser would show: blanks and line breaks of the source become one blank, a line break between two
 * Chinese characters nothing (CSS Text 3, segment break transformation).
 * @param keepsBreaks the writer of the page breaks its lines at blanks only (LibreOffice): a break is always one
 */
export function shownLine(source: string, keepsBreaks: boolean): string {
  const collapsed = source.replace(/[ \t\r\n\f]+/g, (blank, at: number) => {
    const isWithinChinese = WIDE.test(source[at - 1] ?? '') && WIDE.test(source[at + blank.length] ?? '');
    return blank.includes('\n') && isWithinChinese && !keepsBreaks ? '' : ' ';
  });
  // No-break spaces are how Word and web editors pad.
  return collapsed.replace(/[ \u00a0]+/g, ' ').trim();
}
