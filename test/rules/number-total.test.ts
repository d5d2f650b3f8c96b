import { describe, expect, it } from 'vitest';
import { numberTotal } from '../../server/src/rules/number-total';
import { corpusOf, findingsOf, testRule } from './harness';

const TEXTS = [
  '全面普及行政审批服务',
  '编制并公布权责清单',
  '健全重大行政决策机制',
  '推行行政执法公示制度',
  '加强行政复议工作规范',
  '建立应急预案演练体系',
];

interface Row {
  n: number | string;
  text?: string;
  more?: string;
}
const row = ({ n, text, more }: Row) =>
  `      - 序号: ${n}\n        内容: ${text ?? TEXTS[Number(n) - 1]}\n${more ? `        ${more}\n` : ''}`;
const section = (title: string, ...rows: (Row | number)[]) =>
  `  - 名称: ${title}\n    三级指标:\n${rows.map((r) => row(typeof r === 'number' ? { n: r } : r)).join('')}`;
const file = (top: string, ...sections: string[]) => `标题: 表\n县区: 某县\n${top}一级指标:\n${sections.join('')}`;

const corpus = `名称: 甲体系\n一级指标:\n${section('一、政府职能', 1, 2)}${section('二、行政决策', 3, 4)}${section('三、矛盾化解', 5, 6)}`;
const follows = '依据: 甲体系\n';
const one = section('一、政府职能', 1, 2);
const two = section('二、行政决策', 3, 4);
const three = section('三、矛盾化解', 5, 6);

testRule(numberTotal, {
  valid: [
    { corpus, text: file(follows, one, two, three) },
    { corpus, text: file('依据: 无\n', one) },
    { corpus, text: file(`节选: true\n指标总数: 6\n${follows}`, one) },
    file('', one),
    file('指标总数: 4\n', one, two),
    // What stands behind the mark was not read.
    `${file('指标总数: 4\n', one)}---\n${two}`,
    file('指标总数: 4\n依据: 无\n', one, two),
    // A county with a number of its own.
    { corpus, text: file(`指标总数: 4\n${follows}`, one, section('二、行政决策', 3, { n: 4, text: '别的事' })) },
    // number-gap and number-duplicate have said it.
    { corpus, text: file(follows, one, section('二、行政决策', 4), three) },
    { corpus, text: file(follows, one, section('二、行政决策', 3, 3, 4), three) },
    // Misplaced is not missing.
    { corpus, text: file(follows, section('一、政府职能', 1), section('二、行政决策', 2, 3, 4), three) },
    {
      corpus,
      text: file(
        follows,
        one,
        section('二、行政决策', 3, 4, { n: 5, text: '本地的事', more: '对应: 无' }),
        section('三、矛盾化解', { n: 6, text: TEXTS[4] ?? '' }, { n: 7, text: TEXTS[5] ?? '' }),
      ),
    },
    {
      corpus,
      text: file(
        follows,
        section('一、政府职能', { n: 1, more: '对应: [1, 2]' }),
        section('二、行政决策', { n: 2, text: TEXTS[2] ?? '' }, { n: 3, text: TEXTS[3] ?? '' }),
        section('三、矛盾化解', { n: 4, text: TEXTS[4] ?? '' }, { n: 5, text: TEXTS[5] ?? '' }),
      ),
    },
    // text-duplicate has said it: a copy put in, a text pasted over another.
    {
      corpus,
      text: file(
        follows,
        section('一、政府职能', 1, 2, { n: 3, text: TEXTS[1] ?? '' }),
        section('二、行政决策', { n: 4, text: TEXTS[2] ?? '' }, { n: 5, text: TEXTS[3] ?? '' }),
        section('三、矛盾化解', { n: 6, text: TEXTS[4] ?? '' }, { n: 7, text: TEXTS[5] ?? '' }),
      ),
    },
    { corpus, text: file(follows, one, section('二、行政决策', 3, { n: 4, text: TEXTS[0] ?? '' }), three) },
    // Something cannot be read, so nothing is counted.
    { corpus, text: file(follows, one, `${section('二、行政决策', 3)}      - 甲\n`) },
    file('总分: 5\n', section('一、甲', { n: 1, more: '分值: 2' }, { n: 2, more: '分值: 3' })),
    file('总分: 0.3\n', section('一、甲', { n: 1, more: '分值: 0.1' }, { n: 2, more: '分值: 0.2' })),
    file('总分: 100\n', one),
    file('总分: 2\n', section('一、甲', { n: 1, more: '分值: 2' }, 2)),
    file(''),
  ],
  invalid: [
    {
      text: file('指标总数: ⟦100⟧\n', one, two),
      says: '「指标总数」写的是100项，表中有4项。',
    },
    {
      corpus,
      text: file(
        follows,
        one,
        section('⟦二、行政决策⟧', 3),
        section('三、矛盾化解', { n: 4, text: TEXTS[4] ?? '' }, { n: 5, text: TEXTS[5] ?? '' }),
      ),
      says: '上级要求中这一部分有2项，这里有1项，少1项。',
    },
    {
      corpus,
      text: file(follows, one, two, section('⟦三、矛盾的化解⟧', 5, 6, { n: 7, text: '本地的事' })),
      says: '上级要求中这一部分有2项，这里有3项，多1项。本地增加的，请写「对应: 无」。',
    },
    {
      corpus,
      text: file('依据: ⟦甲体系⟧\n', one, two),
      says: '上级要求共6项，表中有4项，少2项。',
    },
    {
      corpus,
      text: file(`指标总数: ⟦7⟧\n${follows}`, one, two, three),
      says: '「指标总数」写的是7项，表中有6项。',
    },
    {
      text: file('总分: ⟦10⟧\n', section('一、甲', { n: 1, more: '分值: 2.5' }, { n: 2, more: '分值: 3' })),
      says: '各项「分值」合计5.5分，与「总分」10分不符。',
    },
    {
      text: file('总分: ⟦10⟧\n', section('一、甲', { n: 1, more: '分值: 2' }, 2)),
      says: '「总分」为10分，各项「分值」合计2分，另有1项没有写「分值」。',
    },
  ],
});

describe('number-total', () => {
  it('points at the section of the corpus', () => {
    const text = file(
      follows,
      one,
      section('二、行政决策', 3),
      three.replace('序号: 5', '序号: 4').replace('序号: 6', '序号: 5'),
    );
    const [finding] = findingsOf(numberTotal, text, { corpus });
    const [related] = finding?.related ?? [];
    expect(related?.uri).toBe(corpusOf(corpus).uri);
    expect(corpus.slice(related?.span.start, related?.span.end)).toBe('二、行政决策');
  });
});
