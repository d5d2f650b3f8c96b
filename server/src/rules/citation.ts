import { type Citation, type CitationFault, findCitations, titleOf } from '../domain/citation';
import { normalizeText } from '../domain/similarity';
import type { Text } from '../model/types';
import type { LineIndex } from '../text/lines';
import { sourceSpan } from '../yaml/scalar-source';
import { defineTextRule, type Reporter } from './rule';

const messages = {
  bracket: '文号「{cited}」的年份应用六角括号「〔〕」。',
  'year-word': '文号「{cited}」的年份后面不写「年」。',
  'two-digit-year': '文号「{cited}」的年份应写四位。',
  ordinal: '文号「{cited}」的序号前面不写「第」。',
  'leading-zero': '文号「{cited}」的序号前面不补零。',
  'missing-number-word': '文号「{cited}」后面缺「号」。',
  form: '「文号」应写成「机关代字〔年份〕序号号」，例如「沁办发〔2021〕23号」。',
  titles: '文号「{cited}」在第{line}行对应《{other}》，这里对应《{title}》，请核对。',
  other: '同一文号在这里对应《{other}》',
  fix: '改为「{wanted}」',
};

/** 文号, at the top and in texts: 机关代字〔年份〕序号号, and one title each. Contract section 6; domain.md, conventions. */
export const citation = defineTextRule({
  id: 'citation',
  summary: '文号的写法不对，或者同一文号引了两个标题',
  severity: 'warning',
  fixable: true,
  scope: 'texts',
  kinds: ['zhibiao', 'yaoqiu'],
  messages,
  inspect: () => (texts, report) => {
    const titled = checkTexts(texts, report);
    return titled.length > 0 ? titled : undefined;
  },
  conclude({ document, file, report }, facts) {
    const own = file.documentNumber;
    if (own && own.value.trim() !== '' && findCitations(own.value).length === 0) {
      report({ at: own.node.place, message: 'form' });
    }
    const titled = [...facts.flatMap(({ fact }) => fact), ...checkTexts(file.outerTexts, report)];
    compareTitles(inFileOrder(titled), document.lines, report);
  },
});

type ReportCitation = Reporter<keyof typeof messages>;

/** A 文号 with the title that stands before it. */
interface Titled {
  readonly text: Text;
  readonly cited: Citation;
  readonly title: NonNullable<ReturnType<typeof titleOf>>;
}

/** Reports wrong forms. @returns the citations with a title */
function checkTexts(texts: readonly Text[], report: ReportCitation): Titled[] {
  return texts.flatMap((text) =>
    findCitations(text.value).flatMap((cited) => {
      if (cited.fault) reportForm(text, cited, cited.fault, report);
      const title = titleOf(text.value, cited);
      return title ? [{ text, cited, title }] : [];
    }),
  );
}

function reportForm(text: Text, cited: Citation, fault: CitationFault, report: ReportCitation): void {
  const span = sourceSpan(text.node, cited.span.start, cited.span.end);
  const written = text.value.slice(cited.span.start, cited.span.end);
  const { suggestion } = fault;
  // Brackets alone have one reading; the rest may be how the other document really counts.
  const safe = suggestion !== undefined && onlyBrackets(written) === suggestion;
  report({
    at: sourceSpan(text.node, fault.span.start, fault.span.end),
    message: fault.reason,
    data: { cited: written },
    fixes: suggestion
      ? [{ title: 'fix', data: { wanted: suggestion }, edits: [{ span, newText: suggestion }], safe }]
      : [],
  });
}

function inFileOrder(titled: readonly Titled[]): Titled[] {
  return titled.toSorted((a, b) => a.text.node.place.start - b.text.node.place.start);
}

/** Each title against the one that the same 文号 has where it is first cited. */
function compareTitles(titled: readonly Titled[], lines: LineIndex, report: ReportCitation): void {
  const firsts = new Map<string, Titled>();
  for (const one of titled) {
    const { text, cited, title } = one;
    const first = firsts.get(cited.form);
    if (!first) firsts.set(cited.form, one);
    if (!first || sameDocument(first.title.title, title.title)) continue;
    const span = sourceSpan(first.text.node, first.title.span.start, first.title.span.end);
    const data = {
      cited: cited.form,
      other: first.title.title,
      title: title.title,
      line: lines.lineAt(span.start) + 1,
    };
    report({
      at: sourceSpan(text.node, title.span.start, title.span.end),
      message: 'titles',
      data,
      related: [{ span, message: 'other', data }],
    });
  }
}

function onlyBrackets(written: string): string {
  return written
    .replace(/[（([［【〖〈<]/, '〔')
    .replace(/[）)\]］】〗〉>]/, '〕')
    .replace(/\s/g, '');
}

/** A short form (《实施纲要》, or without the years in brackets) is the same document. */
function sameDocument(a: string, b: string): boolean {
  const [x, y] = [normalizeText(a), normalizeText(b)];
  return x.includes(y) || y.includes(x);
}
