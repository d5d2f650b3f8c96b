import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, markdownFormat, plainFormat } from '../../server/src/service/markdown';

interface Token {
  readonly type: string;
  readonly content: string;
  readonly children: readonly Token[] | null;
}
type MarkdownIt = new (options: object) => { parse(text: string, env: object): Token[]; render(text: string): string };
/** The reader that takes most for markup: HTML and bare addresses, too. It comes with the packager. */
const Reader = createRequire(import.meta.url)('markdown-it') as MarkdownIt;
const reader = new Reader({ html: true, linkify: true });

/** The kinds of block and inline tokens that a text has, and its words. */
function read(markdown: string) {
  const tokens = reader.parse(markdown, {});
  const inline = tokens.flatMap(({ children }) => children ?? []);
  const words = inline.map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? '\n' : content));
  return {
    blocks: tokens.map(({ type }) => type),
    inline: [...new Set(inline.map(({ type }) => type))],
    text: words.join(''),
  };
}

const hostile = fc.string({
  unit: fc.constantFrom(
    ...['*', '_', '~', '`', '[', ']', '(', ')', '<', '>', '!', '#', '|', '\\', '&', '$', '@', '-', '+', '=', '.', ':'],
    ...['\n', '\t', ' ', '    ', '1', '1. ', 'a', '甲', '（', '》', '://', 'http://a.b', 'www.a.cn', 'a@b.cn', '&lt;'],
    ...['<b>', '-->', '```', '---', '===', '\u202e', '\u200b', '\u0000', '\u2028'],
  ),
  maxLength: 30,
});

describe('escapeMarkdown', () => {
  it.each([
    ['[点我](command:zhibiao.fixAll)', '\\[点我\\](command:zhibiao.fixAll)'],
    ['![图](http://a.b/c.png)', '\\!\\[图\\](http\\://a.b/c.png)'],
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
    ['```js', '\\`\\`\\`js'],
    ['甲\\\n\n# 乙', '甲\\\\ \\# 乙'],
    ['1. 加大', '1\\. 加大'],
    ['1.加大', '1.加大'],
    ['- 甲', '\\- 甲'],
    ['www.a.cn 与 a@b.cn', 'www\\.a.cn 与 a\\@b.cn'],
    ['甲\u202e乙\u200b丙\u0007', '甲乙丙'],
    ['不低于90%，“一窗受理”', '不低于90%，“一窗受理”'],
  ])('%j', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  it('leaves nothing but the text, wherever it stands', () => {
    const { list, lines, strong } = markdownFormat;
    const places: readonly ((text: string) => string)[] = [
      (text) => text,
      (text) => list([`题 ${text}`]),
      (text) => list([text]),
      (text) => lines(['题', text]),
      (text) => strong(text),
    ];
    fc.assert(
      fc.property(hostile, fc.constantFrom(...places), (text, place) => {
        const plain = plainFormat.text(text);
        fc.pre(plain !== '');
        const found = read(place(escapeMarkdown(text)));
        expect(found.text.replace(/^题[ \n]/, '')).toBe(plain);
        const blocks = ['paragraph', 'bullet_list', 'list_item'].flatMap((kind) => [`${kind}_open`, `${kind}_close`]);
        expect(found.blocks.filter((kind) => kind !== 'inline' && !blocks.includes(kind))).toEqual([]);
        const inline = ['text', 'strong_open', 'strong_close', 'hardbreak'];
        expect(found.inline.filter((kind) => !inline.includes(kind))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('markdownFormat', () => {
  it.each([
    ['甲', '`甲`'],
    ['', '` `'],
    ['a`b``c', '``` a`b``c ```'],
    ['甲\n乙', '`甲 乙`'],
  ])('code %j', (text, expected) => {
    expect(markdownFormat.code(text)).toBe(expected);
    expect(read(expected).inline).toEqual(['code_inline']);
  });

  it('marks changes whatever stands beside them', () => {
    const words = fc.string({
      unit: fc.constantFrom('甲', '5', '（', '）', '，', '*', '~', '《', '“', '%'),
      minLength: 1,
    });
    const { text, added, dropped } = markdownFormat;
    fc.assert(
      fc.property(words, words, words, words, (before, lost, gained, after) => {
        const html = reader.render(text(before) + dropped(text(lost)) + added(text(gained)) + text(after));
        const inner = (tag: string) => new RegExp(`<${tag}>(.*?)</${tag}>`).exec(html)?.[1];
        expect([inner('s'), inner('strong')]).toEqual([lost, gained]);
      }),
    );
  });

  it('parts what is shown by lines, and leaves out what is missing', () => {
    const { blocks, lines, list, parts } = markdownFormat;
    expect(parts([blocks(['甲', undefined, list(['乙', '丙'])]), '', lines(['丁', '戊'])])).toBe(
      '甲\n\n- 乙\n- 丙\n\n---\n\n丁  \n戊',
    );
  });
});

describe('plainFormat', () => {
  it('has no markup but for changes', () => {
    const { text, strong, added, dropped, code } = plainFormat;
    expect(strong(text('*甲*\n乙')) + code('`c`')).toBe('*甲* 乙`c`');
    expect(dropped(text('5')) + added(text('3'))).toBe('[-5-]{+3+}');
  });
});
