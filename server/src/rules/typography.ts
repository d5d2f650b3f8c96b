import { findHalfWidthSigns, findInnerBlanks, findSerialComma } from '../domain/typography';
import type { SourceDocument } from '../model/document';
import type { IndicatorFile, KeyedText } from '../model/types';
import type { Node } from '../yaml/nodes';
import { defineTextRule, type Reporter } from './rule';
import { spanIn } from './shared/text';

const messages = {
  'half-width': '中文里用了半角标点「{sign}」，应为「{fullWidth}」。',
  'half-widths': '中文里用了{count}处半角标点，如「{sign}」应为「{fullWidth}」。',
  'inner-blank': '词语中间有空格：「{piece}」。请删去空格。',
  'inner-blanks': '词语中间有{count}处空格，如「{piece}」。请删去空格。',
  folded: '换行处读出来是一个空格：「{piece}」。请接成一行。',
  'serial-comma': '序号「{number}、」应写成「{number}.」。',
  'fix-half-width': '改为全角标点',
  'fix-blank': '删去空格',
  'fix-folded': '接成一行',
  'fix-serial': '改为「{number}.」',
};

/** Keys of running text and titles. Names of units, dates, numbers and paths have rules of their own. */
const TEXT_KEYS = new Set(['标题', '名称', '内容', '任务', '报送资料', '资料', '说明', '备注']);

/** Half-width punctuation inside Chinese, blanks inside words, 1、 for 1. — one finding per text and kind. Contract section 6. */
export const typography = defineTextRule({
  id: 'typography',
  summary: '中文里的半角标点、词语中间的空格、「1、」写法的序号',
  severity: 'info',
  fixable: true,
  scope: 'texts',
  kinds: ['zhibiao', 'yaoqiu'],
  messages,
  inspect:
    ({ document }) =>
    (texts, report) =>
      checkTexts(texts, document, report),
  conclude({ file, document, report }) {
    const units = unitNames(file);
    const texts = file.outerTexts.filter(({ node }) => !units.has(node));
    checkTexts(texts, document, report);
  },
});

type ReportTypography = Reporter<keyof typeof messages>;

function checkTexts(texts: readonly KeyedText[], document: SourceDocument, report: ReportTypography): void {
  for (const text of texts) {
    if (!TEXT_KEYS.has(text.key)) continue;
    checkSigns(text, report);
    checkBlanks(text, document, report);
    if (text.key === '名称') checkSerial(text, report);
  }
}

/** In an inline 单位名录, 名称 names a unit. */
function unitNames({ inlineUnits = [] }: IndicatorFile): Set<Node> {
  return new Set(inlineUnits.flatMap(({ name }) => name?.node ?? []));
}

function checkSigns(text: KeyedText, report: ReportTypography): void {
  const signs = findHalfWidthSigns(text.value);
  const [first] = signs;
  if (!first) return;
  report({
    at: spanIn(text, first.span),
    message: signs.length > 1 ? 'half-widths' : 'half-width',
    data: { sign: first.sign, fullWidth: first.fullWidth, count: signs.length },
    fixes: [
      {
        title: 'fix-half-width',
        edits: signs.map(({ replaced, fullWidth }) => ({ span: spanIn(text, replaced), newText: fullWidth })),
        safe: signs.every(({ certain }) => certain),
      },
    ],
  });
}

function checkBlanks(text: KeyedText, { lines }: SourceDocument, report: ReportTypography): void {
  const blanks = findInnerBlanks(text.value);
  const [first] = blanks;
  if (!first) return;
  const places = blanks.map(({ span }) => ({
    // A line break with its indentation reads as one blank: from the character before to the character after.
    start: spanIn(text, { start: span.start - 1, end: span.start }).end,
    end: spanIn(text, { start: span.end, end: span.end + 1 }).start,
  }));
  const at = places[0] ?? text.node.place;
  const folded = lines.lineAt(at.start) !== lines.lineAt(at.end);
  report({
    at,
    message: blanks.length > 1 ? 'inner-blanks' : folded ? 'folded' : 'inner-blank',
    data: { piece: text.value.slice(Math.max(0, first.span.start - 3), first.span.end + 3), count: blanks.length },
    fixes: [
      {
        title: folded ? 'fix-folded' : 'fix-blank',
        edits: places.map((span) => ({ span, newText: '' })),
        safe: blanks.every(({ certain }) => certain),
      },
    ],
  });
}

function checkSerial(text: KeyedText, report: ReportTypography): void {
  const comma = findSerialComma(text.value);
  if (!comma) return;
  const data = { number: text.value.slice(0, comma.start).trim() };
  const at = spanIn(text, comma);
  report({
    at,
    message: 'serial-comma',
    data,
    fixes: [{ title: 'fix-serial', data, edits: [{ span: at, newText: '.' }], safe: true }],
  });
}
