import { type Citation, type CitationFault, findCitations, titleOf } from '../domain/citation';
import { normalizeText } from '../domain/similarity';
import type { Text } from '../model/types';
import { sourceSpan } from '../yaml/scalar-source';
import { defineRule } from './rule';

/** 文号, at the top and in texts: 机关代字〔年份〕序号号, and one title each. Contract section 6; domain.md, conventions. */
export const citation = defineRule({
  id: 'citation',
  summary: '文号的写法不对，或者同一文号引了两个标题',
  severity: 'warning',
  fixable: true,
  kinds: ['zhibiao', 'yaoqiu'],
  messages: {
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
  },
  check({ document, file, report }) {
    const own = file.documentNumber;
    if (own && own.value.trim() !== '' && findCitations(own.value).length === 0) {
      report({ at: own.node.place, message: 'form' });
    }
    const titles = new Map<string, { title: string; text: Text; cited: Citation }>();
    for (const text of file.texts) {
      for (const cited of findCitations(text.value)) {
        if (cited.fault) reportForm(text, cited, cited.fault);
        compareTitles(text, cited);
      }
    }

    function reportForm(text: Text, cited: Citation, fault: CitationFault): void {
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

    function compareTitles(text: Text, cited: Citation): void {
      const found = titleOf(text.value, cited);
      if (!found) return;
      const first = titles.get(cited.form);
      if (!first) {
        titles.set(cited.form, { title: found.title, text, cited });
        return;
      }
      if (sameDocument(first.title, found.title)) return;
      const there = titleOf(first.text.value, first.cited)?.span ?? first.cited.span;
      const span = sourceSpan(first.text.node, there.start, there.end);
      const data = {
        cited: cited.form,
        other: first.title,
        title: found.title,
        line: document.lines.lineAt(span.start) + 1,
      };
      report({
        at: sourceSpan(text.node, found.span.start, found.span.end),
        message: 'titles',
        data,
        related: [{ span, message: 'other', data }],
      });
    }
  },
});

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
