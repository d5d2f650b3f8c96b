import { describe, expect, it } from 'vitest';
import { findSuppressions } from '../../server/src/model/suppressions';
import { LineIndex } from '../../server/src/text/lines';

const find = (text: string) =>
  findSuppressions(new LineIndex(text)).map(({ scope, rule, reason, line, span }) => ({
    scope,
    rule: rule && text.slice(rule.span.start, rule.span.end),
    reason,
    line,
    text: text.slice(span.start, span.end),
  }));

describe('findSuppressions', () => {
  it.each([
    ['of its line', '甲: 乙 # zhibiao-disable-line unit-unknown 原文如此\n', 'line', 0],
    ['of the next line', '# zhibiao-disable-next-line unit-unknown 原文如此\n甲: 乙\n', 'next-line', 1],
    ['of the file', '\n# zhibiao-disable-file unit-unknown 原文如此\n', 'file', -1],
  ])('finds one %s', (_, text, scope, line) => {
    expect(find(text)).toEqual([
      { scope, line, rule: 'unit-unknown', reason: '原文如此', text: text.slice(text.indexOf('#')).split('\n')[0] },
    ]);
  });

  it('finds those without a rule or a reason', () => {
    expect(find('# zhibiao-disable-file\n')).toMatchObject([{ rule: undefined, reason: '' }]);
    expect(find('# zhibiao-disable-file schema\r\n')).toMatchObject([{ rule: 'schema', reason: '' }]);
    expect(find('#zhibiao-disable-file  schema  甲 乙 \n')).toMatchObject([{ rule: 'schema', reason: '甲 乙' }]);
  });

  it.each(['a#zhibiao-disable-file schema', '# zhibiao-disable-lines schema', '# zhibiao-disable schema'])(
    'takes %j for something else',
    (text) => expect(find(text)).toEqual([]),
  );

  it('gives the place of the rule, not of the same word before it', () => {
    const text = '# zhibiao-disable-line line 甲';
    const [found] = findSuppressions(new LineIndex(text));
    expect(found?.rule?.span).toEqual({ start: 23, end: 27 });
  });
});
