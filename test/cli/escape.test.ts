import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { githubData, githubProperty, jsonText, markdownText, visible, xmlText } from '../../server/src/cli/escape';

describe('visible', () => {
  it('shows what a terminal would obey or hide', () => {
    expect(visible('\u001b[31m红\n\r\t\u009b1m\u202e倒\ufeff\u2028')).toBe(
      '‹U+001B›[31m红‹U+000A›‹U+000D›‹U+0009›‹U+009B›1m‹U+202E›倒‹U+FEFF›‹U+2028›',
    );
    expect(visible('\ud800')).toBe('‹U+D800›');
  });

  it('leaves Chinese, punctuation and emoji alone', () => {
    expect(visible('「县司法局」〔2021〕23号，不低于90%…𠮷😀')).toBe('「县司法局」〔2021〕23号，不低于90%…𠮷😀');
  });
});

describe('jsonText', () => {
  it('escapes C1 controls and bidi overrides too', () => {
    expect(jsonText('\u009b\u202e\u0000')).toBe('"\\u009b\\u202e\\u0000"\n');
  });

  it('keeps the value, whatever it holds', () => {
    const anything = fc.string({ unit: 'binary' });
    fc.assert(fc.property(anything, (text) => JSON.parse(jsonText({ text })).text === text));
  });
});

describe('the others', () => {
  it('XML', () => {
    expect(xmlText(`a]]><b c="d">'&\u0000\uffff`)).toBe('a]]&gt;&lt;b c=&quot;d&quot;&gt;&apos;&amp;‹U+0000›‹U+FFFF›');
  });

  it('workflow commands', () => {
    expect(githubData('100%\n::error::x')).toBe('100%25‹U+000A›::error::x');
    expect(githubProperty('a:b,c%')).toBe('a%3Ab%2Cc%25');
  });

  it('Markdown', () => {
    expect(markdownText('<script>|*a*_b_[x](http://y) `c` #1 www.z\n')).toBe(
      '&lt;script&gt;\\|\\*a\\*\\_b\\_\\[x\\](http:\\/\\/y) \\`c\\` \\#1 www\\.z‹U+000A›',
    );
  });
});
