import { type BadText, findBadText } from '../domain/encoding';
import { hasTraditionalForm, simplifiedForm } from '../domain/traditional';
import type { SourceDocument } from '../model/document';
import { collectTexts } from '../model/texts';
import type { KeyedText } from '../model/types';
import { ALL_KINDS, defineTextRule, type Reporter } from './rule';
import { removeMarkup } from './shared/markup';
import { spanIn } from './shared/text';

const messages = {
  foreign: '文件是 {encoding} 编码，应另存为 UTF-8。已按该编码读出并检查。',
  binary: '这不是文字文件，没有检查。',
  'not-utf8':
    '文件编码不是 UTF-8，有{count}个字读不出来，显示为「\uFFFD」。多半是按 GBK 保存的，请找到原文件，另存为 UTF-8 编码。',
  replacement: '这里有{count}个字读不出来，显示为「\uFFFD」。请对照原文补上。',
  'private-use': '「{text}」（{code}）是自造字，换一台电脑就显示不出来。请对照原文改正。',
  control: '文字里混入了看不见的控制字符（{code}），请删去。',
  controls: '文字里混入了{count}处看不见的控制字符，如 {code}。请删去。',
  'html-tag': '文字里混入了网页标签「{text}」，请删去。',
  'html-tags': '文字里混入了{count}个网页标签，如「{text}」。请删去。',
  'latin-word': '文字里混入了外文「{text}」，请改为中文，或删去。',
  traditional: '「{text}」是繁体字，应为「{suggestion}」。',
  'fix-remove': '删去',
  'fix-tags': '删去网页标签',
  'fix-simplify': '改为「{suggestion}」',
};

const ENCODING_NAMES: Readonly<Record<string, string>> = {
  gb18030: 'GB18030（GBK）',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
};

/** More lost characters than this are no slips: the whole file was read in the wrong encoding. */
const MANY_LOST = 20;
/** From so many traditional characters on, a file that has fewer simplified ones is a traditional file. */
const MANY_TRADITIONAL = 50;

/** Single characters and words of one text that are reported; a text with more of them is worth no more words. */
const MOST_OF_TEXT = 100;

/** Keys of paths, which are Latin by nature. */
const PATH_KEYS = new Set(['单位名录', '要求库', '忽略', '文件']);
/** Keys of a corpus whose texts are quoted as they were printed. */
const QUOTED_KEYS = new Set(['异文', '文字']);

/** What a text should not hold as text: lost and invisible characters, tags, stray Latin words, traditional characters. Contract section 6. */
export const textEncoding = defineTextRule({
  id: 'text-encoding',
  summary: '乱码、网页标签、混入的外文、繁体字，以及不是 UTF-8 编码的文件',
  severity: 'error',
  fixable: true,
  scope: 'texts',
  kinds: ALL_KINDS,
  messages,
  inspect: () => (texts) => {
    const suspects = suspectsIn(texts);
    return suspects.length > 0 ? suspects : undefined;
  },
  conclude({ document, report }, facts) {
    checkEncoding(document, report);
    const isLost = reportLostFile(document, report);
    let isTraditional: boolean | undefined;
    const suspects = [...facts.flatMap(({ fact }) => fact), ...suspectsIn(outerTextsOf(document))];
    for (const { text, found: all } of suspects) {
      const found = all.filter(({ kind }) => {
        if (kind === 'replacement') return !isLost;
        if (kind === 'traditional') {
          isTraditional ??= isTraditionalFile(suspects, document.lines.text);
          return !isTraditional && !QUOTED_KEYS.has(text.key);
        }
        if (kind === 'latin-word') {
          return document.kind !== 'config' && !PATH_KEYS.has(text.key) && !QUOTED_KEYS.has(text.key);
        }
        return true;
      });
      const of = (wanted: BadText['kind']) => found.filter(({ kind }) => kind === wanted);
      reportTags(text, of('html-tag'), report);
      reportControls(text, of('control'), report);
      const others = found.filter(({ kind }) => kind !== 'html-tag' && kind !== 'control');
      for (const bad of others.slice(0, MOST_OF_TEXT)) reportBadText(text, bad, report);
    }
  },
});

type ReportEncoding = Reporter<keyof typeof messages>;

interface Suspect {
  readonly text: KeyedText;
  readonly found: readonly BadText[];
}

function suspectsIn(texts: readonly KeyedText[]): Suspect[] {
  return texts.flatMap((text) => {
    const found = findBadText(text.value);
    return found.length > 0 ? [{ text, found }] : [];
  });
}

function outerTextsOf({ model, tree }: SourceDocument): readonly KeyedText[] {
  if (model.kind === 'config') return collectTexts(tree.root);
  return model.kind === 'danwei' ? model.texts : model.outerTexts;
}

function checkEncoding({ foreignEncoding, lines: { text } }: SourceDocument, report: ReportEncoding): void {
  if (!foreignEncoding) return;
  const at = { start: 0, end: Math.min(1, text.length) };
  if (foreignEncoding === 'binary') report({ at, message: 'binary' });
  else report({ at, message: 'foreign', data: { encoding: ENCODING_NAMES[foreignEncoding] ?? foreignEncoding } });
}

/** One finding for a file that was read in the wrong encoding, keys and all. */
function reportLostFile({ lines: { text } }: SourceDocument, report: ReportEncoding): boolean {
  const start = text.indexOf('\uFFFD');
  if (start < 0) return false;
  const count = text.split('\uFFFD').length - 1;
  if (count <= MANY_LOST) return false;
  report({ at: { start, end: start + 1 }, message: 'not-utf8', data: { count } });
  return true;
}

function isTraditionalFile(suspects: readonly Suspect[], text: string): boolean {
  let traditional = 0;
  for (const { text: suspect, found } of suspects) {
    if (!found.some(({ kind }) => kind === 'traditional')) continue;
    for (const character of suspect.value) if (simplifiedForm(character) !== undefined) traditional++;
  }
  if (traditional < MANY_TRADITIONAL) return false;
  let simplified = 0;
  for (const character of text) if (hasTraditionalForm(character)) simplified++;
  return traditional > simplified;
}

function reportTags(text: KeyedText, tags: readonly BadText[], report: ReportEncoding): void {
  const [first] = tags;
  if (!first) return;
  const removal = removeMarkup(text, tags);
  report({
    at: spanIn(text, first.span),
    message: tags.length > 1 ? 'html-tags' : 'html-tag',
    data: { text: first.text, count: tags.length },
    fixes: removal ? [{ title: 'fix-tags', ...removal }] : [],
  });
}

/** One finding for all of a text: from where it was copied, they come in crowds. */
function reportControls(text: KeyedText, controls: readonly BadText[], report: ReportEncoding): void {
  const [first] = controls;
  if (!first) return;
  const edits = controls.map(({ span }) => ({ span: spanIn(text, span), newText: '' }));
  report({
    at: spanIn(text, first.span),
    message: controls.length > 1 ? 'controls' : 'control',
    data: { code: codeOf(first.text), count: controls.length },
    fixes: [{ title: 'fix-remove', edits, safe: true }],
  });
}

function reportBadText(text: KeyedText, bad: BadText, report: ReportEncoding): void {
  const at = spanIn(text, bad.span);
  const data = {
    text: bad.text,
    code: codeOf(bad.text),
    count: bad.text.length,
    suggestion: bad.suggestion ?? '',
  };
  const edits = [{ span: at, newText: bad.suggestion ?? '' }];
  const fixes = bad.suggestion === undefined ? [] : [{ title: 'fix-simplify' as const, data, edits, safe: true }];
  report({ at, message: bad.kind, data, fixes });
}

/** U+E000, of the first character. */
function codeOf(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
