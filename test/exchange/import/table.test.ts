import { describe, expect, it } from 'vitest';
import { type DraftDocument, type DraftItem, understand } from '../../../server/src/exchange/import/index';
import type { Block } from '../../../server/src/exchange/source/types';
import { renderMessage } from '../../../server/src/rules/finding';
import { gridOf, sourceOf } from './grids';

function understood(...blocks: readonly (Block | string)[]) {
  const { documents, remarks, units } = understand(sourceOf(...blocks));
  const [document] = documents;
  if (!document) throw new Error('nothing was understood');
  return { document, items: itemsOf(document), units, said: remarks.map(({ message }) => renderMessage(message)) };
}

function itemsOf({ sections, extras }: DraftDocument): DraftItem[] {
  return [
    ...sections.flatMap(({ items, sections: inner }) => [...items, ...inner.flatMap((section) => section.items)]),
    ...extras.flatMap(({ items }) => items),
  ];
}

const tree = ({ sections }: DraftDocument) =>
  sections.map(({ title, items, sections: inner }) => [
    title,
    ...items.map(({ number }) => number),
    ...inner.map((section) => [section.title, ...section.items.map(({ number }) => number)]),
  ]);

const header = ['一级指标', '二级指标', '序号', '三级指标', '责任单位', '完成时限', '报送资料'];
const text = (n: number) => `全面推行第${n}种行政审批服务，不断压缩办理时限。`;
const row = (title1: string, title2: string, n: number, ...rest: string[]) => [
  title1,
  title2,
  String(n),
  text(n),
  ...rest,
];

describe('merged cells', () => {
  it('are carried down: titles, units, deadlines', () => {
    const { document, items } = understood(
      gridOf([
        header,
        row('一、职能', '1. 放权', 1, '县司法局', '5月30日前', '网址'),
        row('^', '^', 2, '^', '^', '说明'),
        row('^', '2. 清单', 3, '县财政局', '^', '清单'),
      ]),
    );
    expect(tree(document)).toEqual([['一、职能', ['1. 放权', 1, 2], ['2. 清单', 3]]]);
    expect(items.map(({ answer }) => answer)).toEqual([['县司法局'], ['县司法局'], ['县财政局']]);
    expect(items.map(({ deadlines }) => deadlines.map((deadline) => deadline.text))).toEqual(
      Array(3).fill(['5月30日前']),
    );
  });

  it('of evidence make a group', () => {
    const { document, items } = understood(
      gridOf([
        header,
        row('一、职能', '1. 放权', 1, '县司法局', '', '情况说明'),
        row('^', '^', 2, '县司法局', '', '^'),
        row('^', '^', 3, '县司法局', '', '网址'),
      ]),
    );
    expect(document.groups).toEqual([{ numbers: [1, 2], evidence: ['情况说明'] }]);
    expect(items.map(({ evidence }) => evidence)).toEqual([['情况说明'], [], ['网址']]);
  });
});

describe('the header', () => {
  it('may have two rows', () => {
    const { items } = understood(
      gridOf([
        ['序号', '工作任务', '责任分工', '', '时限要求'],
        ['^', '^', '牵头部门', '协办单位', '^'],
        ['1', text(1), '县司法局', '县财政局、县民政局', '6月底前'],
      ]),
    );
    expect(items).toMatchObject([
      { number: 1, lead: ['县司法局'], cooperate: ['县财政局', '县民政局'], deadlines: [{ text: '6月底前' }] },
    ]);
  });

  it('may be missing', () => {
    const { items, said } = understood(
      gridOf([
        ['1', text(1), '县司法局'],
        ['2', text(2), '县财政局'],
      ]),
    );
    expect(items).toMatchObject([
      { number: 1, text: text(1), answer: ['县司法局'] },
      { number: 2, text: text(2), answer: ['县财政局'] },
    ]);
    expect(said).toContain('表格没有能认出的表头，各栏按内容判断。');
  });

  it('repeats on the next page, which may be a grid of its own', () => {
    const { document } = understood(
      gridOf([header, row('一、职能', '1. 放权', 1, '县司法局')]),
      '第 2 页',
      gridOf([header, row('一、职能', '1. 放权', 2, '县司法局'), row('', '2. 清单', 3, '县司法局')], 2),
    );
    expect(tree(document)).toEqual([['一、职能', ['1. 放权', 1, 2], ['2. 清单', 3]]]);
  });

  it.each([
    ['主要责任单位', 'answer'],
    ['责任部门', 'answer'],
    ['牵头责任单位', 'lead'],
    ['配合部门', 'cooperate'],
  ])('%s', (name, role) => {
    const { items } = understood(
      gridOf([
        ['序号', '重点任务', name],
        ['1', text(1), '县司法局'],
      ]),
    );
    expect(items).toMatchObject([{ [role]: ['县司法局'] }]);
  });

  it('without a key of the file goes to 备注 with its name', () => {
    const { items } = understood(
      gridOf([
        ['序号', '三级指标', '分值', '适用范围', '备注'],
        ['1', text(1), '2.5分', '各镇', '上级反馈'],
      ]),
    );
    expect(items).toMatchObject([{ score: 2.5, remark: '适用范围：各镇；上级反馈' }]);
  });
});

describe('names of levels', () => {
  const namesIn = (...names: string[]) =>
    understood(gridOf([names, ['一、职能', '1. 放权', '1.取消许可事项。']])).document.levelNames;

  it('are kept where they are not the usual ones', () => {
    expect(namesIn('创建内容', '创建项目', '创建标准')).toEqual(['创建内容', '创建项目', '创建标准']);
    expect(namesIn('一级指标', '二级指标', '三级指标（工作任务）')).toBeUndefined();
    expect(namesIn('创建内容', '', '创建标准')).toBeUndefined();
  });
});

describe('numbers', () => {
  it('stand in one cell with the text', () => {
    const { items } = understood(
      gridOf([
        ['三级指标', '责任单位'],
        [`1.${text(1)}`, '县司法局'],
        [`2 ${text(2)}`, '县司法局'],
      ]),
    );
    expect(items.map(({ number, text: words }) => [number, words])).toEqual([
      [1, text(1)],
      [2, text(2)],
    ]);
  });

  it('of several items in one cell', () => {
    const { items } = understood(
      gridOf([
        ['二级指标', '三级指标', '责任单位'],
        ['1. 放权', `1.${text(1)}\n2.${text(2)}`, '县司法局'],
        ['2. 清单', `3.${text(3)}4.${text(4)}`, '县财政局'],
      ]),
    );
    expect(items.map(({ number, text: words, answer }) => [number, words, answer])).toEqual([
      [1, text(1), ['县司法局']],
      [2, text(2), ['县司法局']],
      [3, text(3), ['县财政局']],
      [4, text(4), ['县财政局']],
    ]);
  });

  it('that the table lacks are given in order', () => {
    const { items, said } = understood(
      gridOf([
        ['一级指标', '三级指标', '责任单位'],
        ['职能', text(7), '县司法局'],
        ['', text(8), '县司法局'],
      ]),
    );
    expect(items.map(({ number }) => number)).toEqual([1, 2]);
    expect(said).toContain('原表没有序号栏，各项按顺序编号。');
  });
});

describe('page breaks', () => {
  it('cut a text, which is joined again and marked', () => {
    const { items } = understood(
      gridOf([
        header,
        ['一、职能', '1. 放权', '1', '没有超', '县司法局', '', '网址'],
        ['', '', '', '越职权规定。', '', '', ''],
        row('', '', 2, '县司法局'),
      ]),
    );
    expect(items.map(({ text: words }) => words)).toEqual(['没有超越职权规定。', text(2)]);
    expect(items[0]?.marks.map(({ at }) => at)).toEqual(['表1第3行']);
  });

  it('cut a title, and print a character twice', () => {
    const { document } = understood(
      gridOf([header, row('三、重大行政决策', '1. 机制健全', 1, '县司法局'), row('策科学民主', '全。', 2, '县司法局')]),
    );
    expect(tree(document)).toEqual([['三、重大行政决策科学民主', ['1. 机制健全。', 1, 2]]]);
  });

  it('cut a list of units', () => {
    const { items } = understood(
      gridOf([
        header,
        row('一、职能', '1. 放权', 1, '县司法局\n县财政局'),
        ['', '', '', '', '县民政局', '', ''],
        row('', '', 2, '县司法局'),
      ]),
    );
    expect(items[0]?.answer).toEqual(['县司法局', '县财政局', '县民政局']);
  });
});

describe('rows out of their columns', () => {
  const rows = [
    header,
    row('一、职能', '1. 放权', 1, '县司法局', '5月30日前', '请提供网址。'),
    row('', '', 2, '县司法局', '5月30日前', '请提供网址。'),
  ];

  it.each([
    ['to the left', ['', '3', text(3), '县财政局 县司法局', '6月30日前', '请提供清单。']],
    ['far to the left', ['3', text(3), '县财政局 县司法局', '6月30日前', '请提供清单。']],
    ['to the right', ['', '', '', '3', text(3), '县财政局 县司法局', '6月30日前', '请提供清单。']],
    ['apart', ['', '3', '', text(3), '县财政局 县司法局', '', '6月30日前', '请提供清单。']],
  ])('%s', (_, moved) => {
    const { items } = understood(gridOf([...rows, moved]));
    expect(items[2]).toMatchObject({
      number: 3,
      text: text(3),
      answer: ['县财政局', '县司法局'],
      deadlines: [{ text: '6月30日前' }],
      evidence: ['请提供清单。'],
    });
    expect(items[2]?.marks.map(({ at }) => at)).toEqual(['表1第4行']);
  });

  it('what is merely unusual stays in its column', () => {
    const { items } = understood(gridOf([...rows, row('', '', 3, '待定', '另行通知', '无')]));
    expect(items[2]).toMatchObject({
      answer: ['待定'],
      deadlines: [{ text: '另行通知' }],
      evidence: ['无'],
      marks: [],
    });
  });
});

describe('titles without serials', () => {
  it('are told by their columns', () => {
    const { document } = understood(
      gridOf([header, row('职能', '放权', 1), row('', '清单', 2), row('职能', '清单', 3), row('制度', '参与', 4)]),
    );
    expect(tree(document)).toEqual([
      ['职能', ['放权', 1], ['清单', 2, 3]],
      ['制度', ['参与', 4]],
    ]);
  });

  it('in rows of their own begin a section', () => {
    const { document } = understood(
      gridOf([
        ['序号', '三级指标', '责任单位'],
        ['一、职能', '', ''],
        ['1', text(1), '县司法局'],
        ['二、制度', '', ''],
        ['2', text(2), '县司法局'],
      ]),
    );
    expect(tree(document)).toEqual([
      ['一、职能', 1],
      ['二、制度', 2],
    ]);
  });
});

describe('附加项', () => {
  it('are told by their titles', () => {
    const { document } = understood(
      gridOf([
        header,
        row('一、职能', '1. 放权', 1),
        row('二、附加项', '1. 加分项', 1),
        row('', '', 2),
        row('', '2. 否决项', 1),
      ]),
    );
    expect(tree(document)).toEqual([['一、职能', ['1. 放权', 1]]]);
    expect(document.extras.map(({ name, items }) => [name, ...items.map(({ number }) => number)])).toEqual([
      ['加分项', 1, 2],
      ['否决项', 1],
    ]);
    expect(document.extraTitles).toEqual(['二、附加项', '1. 加分项', '2. 否决项']);
  });
});

describe('two tables', () => {
  it('with titles of their own are two documents', () => {
    const { documents } = understand(
      sourceOf(
        '甲县指标分解表',
        gridOf([header, row('一、职能', '1. 放权', 1)]),
        '甲县任务清单',
        gridOf([header, row('一、制度', '1. 参与', 1)], 2),
      ),
    );
    expect(documents.map(({ title, sections }) => [title, sections.map((section) => section.title)])).toEqual([
      ['甲县指标分解表', ['一、职能']],
      ['甲县任务清单', ['一、制度']],
    ]);
  });

  it('a roster is left out and told', () => {
    const { said } = understood(
      gridOf([
        ['姓名', '职务'],
        ['某某', '组长'],
      ]),
      '甲县指标分解表',
      gridOf([header, row('一、职能', '1. 放权', 1)], 2),
    );
    expect(said).toContain('另一个表格未录入：「姓名｜职务／某某｜组长」');
  });
});

describe('the text round the table', () => {
  it('tells the head', () => {
    const { document } = understood(
      '甲政发〔2022〕 7 号',
      '甲县人民政府办公室',
      '2022年3月8日',
      '附件1',
      '甲县法治政府建设指标分解表',
      gridOf([header, row('一、职能', '1. 放权', 1)]),
    );
    expect(document).toMatchObject({
      title: '甲县法治政府建设指标分解表',
      documentNumber: '甲政发〔2022〕7号',
      issuer: '甲县人民政府办公室',
      issued: '2022-03-08',
      year: 2022,
    });
  });

  it('tells phases', () => {
    const { document } = understood(
      '甲县指标分解表',
      gridOf([header, row('一、职能', '1. 放权', 1)]),
      '（一）自查阶段（2023年11月17日至11月26日）',
      '各单位自查。',
      '（二）验收阶段（2023年11月27日至12月3日）',
      '小组验收。',
      '三、要求',
    );
    expect(document.phases).toEqual([
      { name: '（一）自查阶段', time: '2023年11月17日至11月26日', text: '各单位自查。' },
      { name: '（二）验收阶段', time: '2023年11月27日至12月3日', text: '小组验收。' },
    ]);
  });
});
