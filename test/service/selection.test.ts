import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver-types';
import { selectionRange } from '../../server/src/service/selection';
import type { Checked } from '../../server/src/workspace/project';
import { mutate, pieces, seeds, slip } from '../yaml/support';
import { open, uriOf } from './harness';

const TEXT = `# 说明：先看这里
标题: 表
一级指标:
  - 名称: 一、甲
    三级指标:
      - 序号: 12
        内容: "依法履行职责，全面推行清单管理；按时公布。"
        报送资料: |
          第一行。
          第二行，完。
        责任单位: [县司法局, 县财政局] # 待核
`;

function steps({ document: { lines } }: Checked, range: SelectionRange): string[] {
  const texts: string[] = [];
  for (let one: SelectionRange | undefined = range; one; one = one.parent) {
    const { start, end } = lines.span(one.range);
    texts.push(lines.text.slice(start, end));
  }
  return texts;
}

/** The selections at the cursor that fit on one line, and how many there are beyond. */
async function grown(marked: string): Promise<[string[], number]> {
  expect(TEXT).toContain(marked.replace('|', ''));
  const { file, offset } = await open({ 'a.zhibiao.yaml': TEXT.replace(marked.replace('|', ''), marked) });
  const all = steps(file, selectionRange(file, offset));
  const short = all.filter((text) => !text.includes('\n'));
  return [short, all.length - short.length];
}

describe('selection ranges', () => {
  it.each([
    [
      '推行清|单管理',
      [
        '清单',
        '全面推行清单管理',
        '依法履行职责，全面推行清单管理',
        '依法履行职责，全面推行清单管理；按时公布。',
        '"依法履行职责，全面推行清单管理；按时公布。"',
        '内容: "依法履行职责，全面推行清单管理；按时公布。"',
      ],
    ],
    ['序号: 1|2', ['12', '序号: 12']],
    ['序|号: 12', ['序号', '序号: 12']],
    ['第二|行，完', ['第二行', '第二行，完']],
    ['县|财政局]', ['县财政局', '[县司法局, 县财政局]', '责任单位: [县司法局, 县财政局]']],
    ['先看|这里', ['先看这里', '# 说明：先看这里']],
    ['# 待|核', ['# 待核']],
  ])('%s', async (marked, expected) => {
    const [short, beyond] = await grown(marked);
    // Beneath the clause stands a word; which words the segmenter sees is its own business.
    expect(short.slice(-expected.length)).toEqual(expected);
    expect(short.length - expected.length).toBeLessThan(2);
    expect(beyond).toBeGreaterThan(0);
  });

  it('grow over entry, item, list and section to the whole file', async () => {
    const { file, offset } = await open({ 'a.zhibiao.yaml': TEXT.replace('序号: 12', '序号: 1|2') });
    const first = (text: string) => text.slice(0, text.indexOf('\n')).trim();
    const all = steps(file, selectionRange(file, offset)).slice(2);
    expect(all.map(first)).toEqual([
      '序号: 12',
      '- 序号: 12',
      '三级指标:',
      '名称: 一、甲',
      '- 名称: 一、甲',
      '一级指标:',
      '# 说明：先看这里',
    ]);
  });

  it('grow strictly, from the offset to the whole, at any offset of any damaged text', async () => {
    const damaged = slip.map(
      ({ seed, kind, where, which }) => mutate(seeds[seed]?.text ?? '', kind, where, which).text,
    );
    const { project } = await open({ 'a.zhibiao.yaml': '' });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(damaged, pieces, pieces),
        fc.array(fc.nat(), { minLength: 20 }),
        async (text, wheres) => {
          const file = await project.check(uriOf('a.zhibiao.yaml'), text);
          const { lines } = file.document;
          for (const where of wheres) {
            const offset = (where % (lines.text.length + 3)) - 1;
            const inside = Math.max(0, Math.min(offset, lines.text.length));
            let inner = { start: inside, end: inside };
            for (let one: SelectionRange | undefined = selectionRange(file, offset); one; one = one.parent) {
              const span = lines.span(one.range);
              expect(span.start <= inner.start && inner.end <= span.end).toBe(true);
              if (lines.text.length > 0) expect(span.end - span.start).toBeGreaterThan(inner.end - inner.start);
              inner = span;
            }
            expect(inner).toEqual({ start: 0, end: lines.text.length });
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('have no trouble with a text without any signs', async () => {
    const { file } = await open({ 'a.zhibiao.yaml': `说明: ${'无标点'.repeat(50_000)}\n` });
    expect(steps(file, selectionRange(file, 75_000)).at(-1)).toHaveLength(file.document.lines.text.length);
  });
});
