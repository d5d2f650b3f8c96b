import type { Span } from '../../text/span';

/** Between the names of an enumeration: 区司法局、区财政局和区审计局. */
const JOIN = /[ \t]*(?:、|和|及|与|以及)[ \t]*/y;
/** What may stand between the subject and the verb: 等部门负责提供, 牵头、联合报送, 分别提供. */
const VERB = /(?:等[^，。；：、\s]{0,6})?(?:负责|牵头|分别|联合|统一|汇总|按要求|及时|共同)*(?:提供|报送)(?!的)/y;
/** After 请 and 由 there may be more in between: 请县司法局会同有关部门提供. */
const VERB_LATER = /[^，。；：、\n]{0,12}?(?:提供|报送)(?!的)/y;
/** 报请 and 提请 ask for approval, not for papers. */
const ASKED = /(?:^|[^报提申邀聘敬恳])请$|由$/;
/** A name starts a clause or an enumeration; 市司法局 does not name 司法局. */
const BOUNDARY = /(?:^|[^\p{L}\p{N}])$/u;

/**
 * The names that a text asks for evidence: subjects of 提供 and 报送 (县财政局提供…, 甲、乙等部门负责提供…), and those after 请 and 由
 * where such a verb follows in the clause. Anything less plain is passed over.
 * @param nameAt length of the name that starts at an offset of the text, 0 for none
 */
export function evidenceRequests(text: string, nameAt: (text: string, at: number) => number): Span[] {
  const found: Span[] = [];
  for (let at = 0; at < text.length; ) {
    const names = enumerationAt(text, at, nameAt);
    const end = names.at(-1)?.end;
    if (end === undefined) {
      at++;
      continue;
    }
    const before = text.slice(Math.max(0, at - 2), at);
    const asked = ASKED.test(before) && matchesAt(VERB_LATER, text, end);
    if (asked || (BOUNDARY.test(before) && matchesAt(VERB, text, end))) found.push(...names);
    at = end;
  }
  return found;
}

function enumerationAt(text: string, start: number, nameAt: (text: string, at: number) => number): Span[] {
  const names: Span[] = [];
  for (let at = start, length = nameAt(text, at); length > 0; length = nameAt(text, at)) {
    names.push({ start: at, end: at + length });
    JOIN.lastIndex = at + length;
    if (!JOIN.test(text)) break;
    at = JOIN.lastIndex;
  }
  return names;
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
