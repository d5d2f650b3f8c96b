const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu;
/** Nearly all of a county's text: nothing in it has to be looked at twice. */
const PLAIN = /^[!-~“”‘’—…·\u3001-\u9FFF\uFF01-\uFF5E]*$/;

/**
 * A text for a place that has one line: breaks and blanks become one blank, signs that nobody sees are dropped.
 * @param most characters; what is longer ends in …
 */
export function oneLine(text: string, most = 60): string {
  const head = text.slice(0, most);
  if (PLAIN.test(head)) return head.length < text.length ? `${head}…` : head;
  // A long text need not be looked at to its end; a character may take two code units.
  const start = text.slice(0, 4 * most + 2);
  const characters = [...start.replace(UNSEEN, (signs) => (/\s/.test(signs) ? ' ' : '')).trim()];
  return characters.length > most || start.length < text.length
    ? `${characters.slice(0, most).join('')}…`
    : characters.join('');
}
