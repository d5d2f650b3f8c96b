import { describe, expect, it } from 'vitest';
import { readFrame } from '../../../server/src/exchange/import/frame';
import type { Paragraph } from '../../../server/src/exchange/source/types';

const read = (...lines: readonly string[]) => {
  const paragraphs = lines.map((text, index): Paragraph => ({ kind: 'paragraph', text, at: `第${index + 1}段` }));
  const { used, ...frame } = readFrame(paragraphs, []);
  return { ...frame, used: [...used].map(({ text }) => text) };
};

describe('readFrame', () => {
  it.each([
    ['（清法办发〔2024〕3号，2024年3月5日印发）', { documentNumber: '清法办发〔2024〕3号', issued: '2024-03-05' }],
    ['（清法办发〔2024〕3号）', { documentNumber: '清法办发〔2024〕3号' }],
    ['（中共清河县委办公室　2024年3月5日印发）', { issuer: '中共清河县委办公室', issued: '2024-03-05' }],
  ])('a line in brackets below the title tells of the document: %s', (line, expected) => {
    const title = '清河县2024年重点任务分工方案';
    expect(read('附件1', title, line)).toEqual({ title, year: 2024, ...expected, used: [title, line] });
  });

  it.each(['（征求意见稿）', '（2024年3月5日县委常委会会议审议通过）'])('is no title: %s', (line) => {
    expect(read('清河县重点任务分工方案', line)).toMatchObject({ title: '清河县重点任务分工方案' });
  });
});
