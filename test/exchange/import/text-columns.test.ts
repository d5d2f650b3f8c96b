import { describe, expect, it } from 'vitest';
import { understand } from '../../../server/src/exchange/import/index';
import { namedText } from '../../../server/src/exchange/import/text-columns';
import { itemsOf } from '../../../server/src/exchange/import/understand';
import { gridOf, sourceOf } from './grids';

function understood(...rows: readonly (readonly string[])[]) {
  const [document] = understand(sourceOf(gridOf(rows))).documents;
  if (!document) throw new Error('nothing was understood');
  return { document, items: itemsOf(document) };
}

const text = (n: number) => `全面推行第${n}种行政审批服务，不断压缩办理时限。`;

describe('several columns that could hold the items', () => {
  it.each(['^', ''])('the first is a level of titles where it is merged or blank: %j', (merged) => {
    const { document, items } = understood(
      ['序号', '重点任务', '工作措施', '责任单位'],
      ['1', '推进简政放权', text(1), '县司法局'],
      [merged, merged, text(2), '县财政局'],
      ['2', '完善制度体系', text(3), '县司法局'],
    );
    expect(document.sections.map(({ title, items: own }) => [title, ...own.map(({ number }) => number)])).toEqual([
      ['1. 推进简政放权', 1, 2],
      ['2. 完善制度体系', 3],
    ]);
    expect(items.map((item) => item.text)).toEqual([text(1), text(2), text(3)]);
  });

  it('rows of their own number the level above, and brackets the items, several of them in a cell', () => {
    const { document, items } = understood(
      ['序号', '重点任务', '具体措施', '责任单位及分工'],
      ['一', '健全职能体系', '', ''],
      ['1', '推进简政放权', `（1）${text(1)}`, '县委编办（牵头）；县司法局、县财政局（配合）'],
      ['^', '^', `（2）${text(2)}`, '县委编办牵头，各相关部门配合'],
      ['二', '健全制度体系', '', ''],
      ['2', '完善制度', `（3）${text(3)}\n（4）${text(4)}`, '县司法局'],
    );
    const titles = document.sections.map(({ title, sections }) => [title, ...sections.map((section) => section.title)]);
    expect(titles).toEqual([
      ['一、健全职能体系', '1. 推进简政放权'],
      ['二、健全制度体系', '2. 完善制度'],
    ]);
    expect(items.map((item) => [item.number, item.text, item.lead[0] ?? item.answer[0]])).toEqual([
      [1, text(1), '县委编办'],
      [2, text(2), '县委编办'],
      [3, text(3), '县司法局'],
      [4, text(4), '县司法局'],
    ]);
  });

  it('points in brackets that begin anew are points of an item', () => {
    const points = (n: number) => `（1）${text(n)}（2）${text(n + 1)}`;
    const { items } = understood(['重点任务', '责任单位'], [points(1), '县司法局'], [points(3), '县财政局']);
    expect(items.map((item) => item.text)).toEqual([points(1), points(3)]);
  });

  it('numbers that go on in the merged rows stay with the items', () => {
    const { document } = understood(
      ['序号', '重点任务', '工作措施'],
      ['1', '推进简政放权', text(1)],
      ['2', '^', text(2)],
    );
    expect(document.sections.map(({ title, items }) => [title, ...items.map(({ number }) => number)])).toEqual([
      ['推进简政放权', 1, 2],
    ]);
  });

  it('the first has their names where it says little', () => {
    const { items } = understood(
      ['序号', '重点任务', '工作措施'],
      ['1', '推进简政放权', text(1)],
      ['2', '完善制度体系', text(2)],
    );
    expect(items).toMatchObject([
      { number: 1, name: '推进简政放权', text: text(1) },
      { number: 2, name: '完善制度体系', text: text(2) },
    ]);
  });

  it('the rest goes to 备注', () => {
    const { items } = understood(
      ['序号', '工作内容', '考核标准', '责任单位'],
      ['1', text(1), '公示率达到100%', '县司法局'],
      ['2', text(2), '公示率达到90%', '县司法局'],
    );
    expect(items).toMatchObject([
      { text: text(1), remark: '考核标准：公示率达到100%' },
      { text: text(2), remark: '考核标准：公示率达到90%' },
    ]);
  });
});

describe('namedText', () => {
  it.each<[string, string]>([
    ['优化政府职能\n完善各类清单，并实施动态管理。', '优化政府职能'],
    ['全面推行行政执法公示制度和全过程\n记录制度。', ''],
    ['推进简政放权：\n完善各类清单，并实施动态管理。', ''],
    ['优化政府职能\n完善各类清单，\n并实施动态管理。', ''],
    ['完善各类清单，并实施动态管理。', ''],
    ['优化政府职能\n完善各类清单和目录', ''],
  ])('%j', (cell, name) => {
    expect(namedText(cell)).toEqual(name ? { name, text: cell.split('\n')[1] } : { name: '', text: cell });
  });
});
