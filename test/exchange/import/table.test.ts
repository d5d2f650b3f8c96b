import { describe, expect, it } from 'vitest';
import { type DraftDocument, type DraftItem, understand } from '../../../server/src/exchange/import/index';
import type { Block, Grid } from '../../../server/src/exchange/source/types';
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

  it('may have a second row where nothing is merged downwards', () => {
    const wide: Grid = gridOf([
      ['序号', '工作任务', '责任分工', '', '时限要求'],
      ['', '', '牵头单位', '配合单位', ''],
      ['1', text(1), '县司法局', '', '6月底前'],
    ]);
    const [first, ...rest] = wide.rows;
    const cells = first?.cells.flatMap((cell) =>
      cell.column === 2 ? { ...cell, colSpan: 2 } : cell.column === 3 ? [] : cell,
    );
    const { items } = understood({ ...wide, rows: [{ at: '', cells: cells ?? [] }, ...rest] });
    expect(items).toMatchObject([{ number: 1, lead: ['县司法局'], cooperate: [], deadlines: [{ text: '6月底前' }] }]);
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

  it('is known by its numbers and items, however many columns it has of its own', () => {
    const { items } = understood(
      gridOf([
        ['序号', '任务', '单位', '时间', '责任人', '进展情况', '存在问题', '下一步打算', '督办'],
        ['1', text(1), '县司法局', '6月底前', '张某', '推进中'],
      ]),
    );
    expect(items).toMatchObject([
      { number: 1, answer: ['县司法局'], deadlines: [{ text: '6月底前' }], remark: '责任人：张某；进展情况：推进中' },
    ]);
  });

  it('may name several columns of one kind', () => {
    const { items } = understood(
      gridOf([
        ['序号', '任务', '第一责任单位', '其他责任单位', '佐证材料', '报送资料', '分值', '得分'],
        ['1', text(1), '县财政局国库中心', '县财政局', '请提供网址。', '请提供清单。', '5', '4'],
        ['2', text(2), '^', '^', '请提供网址。', '', '5', ''],
      ]),
    );
    expect(items).toMatchObject([
      { answer: ['县财政局国库中心', '县财政局'], evidence: ['请提供网址。请提供清单。'], score: 5, remark: '得分：4' },
      { answer: ['县财政局国库中心', '县财政局'], evidence: ['请提供网址。'], score: 5 },
    ]);
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

  it.each([
    ['第1项', '第2项'],
    ['（1）', '（2）'],
    ['①', '②'],
    ['一', '二'],
    ['（一）', '（二）'],
    ['01', '02'],
    ['１', '２'],
  ])('in their column, as %s', (first, second) => {
    const { items, said } = understood(
      gridOf([
        ['序号', '工作任务', '责任单位'],
        [first, text(1), '县司法局'],
        [second, text(2), '县财政局'],
      ]),
    );
    expect(items.map(({ number, text: words, remark, marks }) => [number, words, remark, marks])).toEqual([
      [1, text(1), undefined, []],
      [2, text(2), undefined, []],
    ]);
    expect(said.filter((words) => words.includes('没有录入'))).toEqual([]);
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
      marks: [{ message: { template: '「{text}」不像一个单位的名称，照原表录入。' } }],
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

  it('in rows of their own are numbered in the column of numbers', () => {
    const { document } = understood(
      gridOf([
        ['序号', '工作任务', '责任单位'],
        ['一', '依法全面履行政府职能', ''],
        ['1', text(1), '县司法局'],
        ['（一）', '健全制度', ''],
        ['2', text(2), '县司法局'],
        ['二', '监督', ''],
        ['3', text(3), '县司法局'],
      ]),
    );
    expect(tree(document)).toEqual([
      ['一、依法全面履行政府职能', 1, ['（一）健全制度', 2]],
      ['二、监督', 3],
    ]);
    const [first] = document.sections;
    expect(first?.sections.map(({ marks }) => marks)).toEqual([[]]);
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

describe('附加项 in a table of their own', () => {
  it.each(['附加项', '加分项清单', '（一）加分项'])('below 「%s」', (title) => {
    const { document, said } = understood(
      gridOf([
        ['序号', '考核内容', '分值'],
        ['1', text(1), '5'],
      ]),
      title,
      gridOf(
        [
          ['序号', '加分事项', '加分分值'],
          ['1', '获得国家级表彰的，加5分。', '5'],
        ],
        2,
      ),
    );
    expect(document.sections.flatMap(({ items }) => items.map(({ number }) => number))).toEqual([1]);
    expect(document.extras).toMatchObject([
      { name: '加分项', items: [{ number: 1, text: '获得国家级表彰的，加5分。', score: 5 }] },
    ]);
    expect(document.extraTitles).toEqual([title]);
    expect(said.filter((words) => words.includes('未录入'))).toEqual([]);
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

  it('with titles of their own above are two documents, (续表) is not', () => {
    const items = (...numbers: number[]) => [['序号', '工作任务'], ...numbers.map((n) => [String(n), text(n)])];
    const titlesOf = (above: string, numbers: number[]) =>
      understand(sourceOf('甲县任务清单', gridOf(items(1, 2)), above, gridOf(items(...numbers), 2))).documents.map(
        ({ title }) => title,
      );
    expect(titlesOf('甲县责任清单', [1, 2])).toEqual(['甲县任务清单', '甲县责任清单']);
    expect(titlesOf('甲县责任清单', [3])).toEqual(['甲县任务清单']);
    expect(titlesOf('甲县任务清单', [1])).toEqual(['甲县任务清单']);
    expect(titlesOf('任务清单（续表）', [1])).toEqual(['甲县任务清单']);
  });

  it('on sheets of their own are two documents, named like the sheets', () => {
    const sheet = (name: string, rows: readonly (readonly string[])[]) => ({ ...gridOf(rows), sheet: name });
    const rows = [
      ['序号', '工作任务'],
      ['1', text(1)],
    ];
    const titlesOf = (...blocks: readonly Block[]) =>
      understand(sourceOf(...blocks)).documents.map(({ title, sections }) => [
        title,
        ...sections.map(({ items }) => items.length),
      ]);
    expect(titlesOf(sheet('职能', rows), sheet('Sheet2', rows))).toEqual([
      ['职能', 1],
      ['测试', 1],
    ]);
    expect(titlesOf(sheet('职能', rows), sheet('附注', [['口径', '按年统计']]))).toEqual([['职能', 1]]);
  });

  it.each([[['序号', '单位', '姓名', '电话']], [['单位', '联系人', '联系方式']], [['责任领导', '责任单位', '联络员']]])(
    'a roster behind them is left out and told: %j',
    (names) => {
      const { items, said } = understood(
        gridOf([header, row('一、职能', '1. 放权', 1, '县司法局')]),
        gridOf([names, names.map((_, index) => `${index + 1}`)], 2),
      );
      expect(items.map(({ number }) => number)).toEqual([1]);
      expect(said).toContain(
        `另一个表格未录入：「${names.join('｜')}／${names.map((_, index) => index + 1).join('｜')}」`,
      );
    },
  );

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

  it.each([
    ['魏县法治政府建设任务清单', '魏县'],
    ['全县法治政府建设任务清单', '待补'],
  ])('tells the county of 「%s」', (title, county) => {
    const source = sourceOf(title, gridOf([header, row('一、职能', '1. 放权', 1)]));
    expect(understand(source).county).toBe(county);
  });

  it.each([
    ['甲县2024年任务清单', 2024],
    ['甲县任务清单（2021年版）', undefined],
    ['甲县2021—2025年任务清单', undefined],
  ])('tells the year of 「%s」', (title, year) => {
    expect(understood(title, gridOf([header, row('一、职能', '1. 放权', 1)])).document.year).toBe(year);
  });

  it('is no title where it labels something', () => {
    const { document } = understood(
      '甲县任务清单',
      '填报单位：县司法局',
      gridOf([header, row('一、职能', '1. 放权', 1)]),
    );
    expect(document.title).toBe('甲县任务清单');
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

describe('cells that say nothing of their own', () => {
  it('同上 is what the item before has, and a dash is nothing', () => {
    const { items, said } = understood(
      gridOf([
        ['任务类别', '序号', '目标任务', '牵头部门', '参加单位', '时间进度', '差异说明'],
        ['普法', '1', text(1), '县司法局', '县财政局', '6月底前', '地方从严'],
        ['普法', '2', text(2), '同上', '——', '/', ''],
      ]),
    );
    expect(items).toMatchObject([
      { lead: ['县司法局'], cooperate: ['县财政局'], deadlines: [{ text: '6月底前' }], reason: '地方从严' },
      { lead: ['县司法局'], cooperate: [], deadlines: [] },
    ]);
    expect(said.filter((words) => /录入/.test(words))).toEqual(['「同上」按第1项的录入。']);
  });
});
