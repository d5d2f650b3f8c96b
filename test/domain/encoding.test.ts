import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BadTextKind, findBadText } from '../../server/src/domain/encoding';
import { hasTraditionalForm, simplifiedForm } from '../../server/src/domain/traditional';

/** Findings as `kind text→suggestion`. */
function show(text: string): string[] {
  return findBadText(text).map(
    ({ kind, text: bad, suggestion }) => `${kind} ${bad}${suggestion === undefined ? '' : `→${suggestion}`}`,
  );
}

describe('findBadText', () => {
  it('gives kind, span and suggestion', () => {
    expect(findBadText('依法執行。<br/>')).toEqual([
      { kind: 'traditional', span: { start: 2, end: 3 }, text: '執', suggestion: '执' },
      { kind: 'html-tag', span: { start: 5, end: 10 }, text: '<br/>', suggestion: '' },
    ]);
  });

  it.each<[string, string[]]>([
    ['县司\ufffd\ufffd\ufffd局', ['replacement \ufffd\ufffd\ufffd']],
    ['县司\ud840局', ['replacement \ud840']],
    ['县\ue5e5\ue5e6局', ['private-use \ue5e5\ue5e6']],
    ['县\u{f0001}局', ['private-use \u{f0001}']],
    ['县司\u0007法\u200b\u200b局\ufeff', ['control \u0007→', 'control \u200b\u200b→', 'control \ufeff→']],
    ['<p>公示率达100%。</p>', ['html-tag <p>→', 'html-tag </p>→']],
    ['<td colspan="2" class=\'a\'>单位</td><td>', ['html-tag <td colspan="2" class=\'a\'>→', 'html-tag </td><td>→']],
    ['单位&nbsp;名称&ldquo;', ['html-tag &nbsp;→', 'html-tag &ldquo;→“']],
    ['依规依纪依法追究 responsibility。', ['latin-word responsibility']],
    ['依法追究legal responsibility，并通报', ['latin-word legal responsibility']],
    ['追究Responsibility。', ['latin-word Responsibility']],
    ['追究RESPONSIBILITY。', ['latin-word RESPONSIBILITY']],
    ['追究 of 责任', ['latin-word of']],
    ['執行權力清单', ['traditional 執→执', 'traditional 權→权']],
    ['規範执法', ['traditional 規範→规范']],
  ])('%j', (text, expected) => {
    expect(show(text)).toEqual(expected);
  });

  it.each([
    '乾佑街道、於潜镇、海淀区堃泰社区、淼泉、昇腾、著作、宫商角徵羽、藉此、覆盖、瞭望、像、夥',
    '全面落实《“互联网+政务服务” service guide》要求',
    '比例<5，a<b，《办法》〈细则〉，AT&T',
    '推动GDP增长，开发APP，推行PPP、EPC模式，IT与AI应用',
    '“互联网+N”，“N项改革”，5G，A4纸，H5页面，3D，Web3',
    '详见https://example.gov.cn/zwgk/index.html，或发送到fzb@example.gov.cn，附件list.xlsx',
    '用Word、Excel、WPS或者PDF、OFD格式报送，WeChat、iPhone',
    '长度5km，重10 kg，2ml',
    '政府和社会资本合作（Public Private Partnership）模式',
    'plain English text',
    '第一行\n第二行\t制表\r\n',
    '',
  ])('finds nothing in %j', (text) => {
    expect(show(text)).toEqual([]);
  });

  it('says once that a text is traditional', () => {
    const text = '縣級政府應當規範執法程序，嚴格責任，經過審核後實施，對違法行為進行處理。';
    expect(findBadText(text)).toEqual([
      { kind: 'traditional', span: { start: 0, end: 2 }, text: '縣級', suggestion: '县级' },
    ]);
  });

  it('names each traditional character of a simplified text', () => {
    const simplified = '县级政府应当规范执法程序，严格责任，经过审核后实施，对违法行为进行处理。';
    expect(findBadText(simplified)).toEqual([]);
    expect(findBadText(`${simplified}執。權。`).map(({ span }) => span.start)).toEqual([
      simplified.length,
      simplified.length + 2,
    ]);
  });

  it('never throws; spans are tight, in order, and hold the text', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'县執權<p>/&;《》 ab@.1\ufffd\ue000\u200b\ud800', '</p>', '&nbsp;', 'word', 'responsibility'),
      fc.string({ unit: 'binary', maxLength: 2 }),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
        let start = 0;
        for (const { span, text: bad } of findBadText(text)) {
          expect(span.start).toBeGreaterThanOrEqual(start);
          expect(span.end).toBeGreaterThan(span.start);
          expect(text.slice(span.start, span.end)).toBe(bad);
          start = span.start;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('finds nothing twice', () => {
    const kinds = new Set<BadTextKind>(findBadText('<p>執responsibility\ufffd\ue000\u0007').map(({ kind }) => kind));
    expect(kinds.size).toBe(findBadText('<p>執responsibility\ufffd\ue000\u0007').length);
  });

  it.each(['a', 'a ', 'a.', 'a@', '<p', '<p>', '《', '(a ', '縣', '\ufffd', 'www.', '中a'])(
    'does not hang on a long run of %j',
    (unit) => {
      expect(() => findBadText(`县${unit.repeat(Math.ceil(500_000 / unit.length))}`)).not.toThrow();
    },
  );

  it('finds ten megabytes of tags without running out of stack', () => {
    const found = findBadText('<b>'.repeat(3_400_000));
    expect(found.reduce((length, { text }) => length + text.length, 0)).toBe(10_200_000);
  });
});

describe('simplifiedForm', () => {
  it('knows a few thousand characters, none of which is itself a simplified form', () => {
    let known = 0;
    for (let code = 0x3400; code < 0xfb00; code++) {
      const form = simplifiedForm(String.fromCharCode(code));
      if (form === undefined) continue;
      known++;
      expect(form).toHaveLength(1);
      expect(simplifiedForm(form)).toBeUndefined();
      expect(hasTraditionalForm(form)).toBe(true);
    }
    expect(known).toBeGreaterThan(2_500);
  });

  it.each(['執执', '權权', '後后', '發发', '髮发', '裏里', '復复', '裡里', '餘余'])('%s', (pair) => {
    expect(simplifiedForm(pair.charAt(0))).toBe(pair.charAt(1));
  });

  it.each([...'乾著徵於藉覆像夥瞭淼堃昇喆甯鍾画县'])('leaves %s alone', (character) => {
    expect(simplifiedForm(character)).toBeUndefined();
  });
});
