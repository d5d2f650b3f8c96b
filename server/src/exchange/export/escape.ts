/** What XML 1.0 cannot hold: control characters and halves of surrogate pairs. */
const NO_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

/** A text that XML can hold; what it cannot becomes U+FFFD. */
export function validXml(text: string): string {
  return text.replace(NO_XML, '\uFFFD');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes a text for an element or a quoted attribute of XML or HTML. */
export function escapeXml(text: string): string {
  return validXml(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/**
 * True for a text that a spreadsheet would take for a formula. OWASP, CSV Injection: `=` `+` `-` `@`, tab, carriage return
 * and line feed at the start; some versions take the full-width signs as well.
 */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text);
}
