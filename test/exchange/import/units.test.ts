import { describe, expect, it } from 'vitest';
import { unitsOf } from '../../../server/src/exchange/import/registry';
import { clearUnits, readUnits } from '../../../server/src/exchange/import/unit-names';

const known = new Set(['县司法局', '县财政局', '区工信和商务局', '区民社局', '各乡镇、各部门（单位）']);
const names = (text: string) => readUnits(text, (name) => known.has(name)).names;
const says = (text: string) =>
  readUnits(text, (name) => known.has(name)).remarks.map(({ message }) => message.template);

describe('readUnits', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['县司法局', ['县司法局']],
    ['县司法局 县财政局', ['县司法局', '县财政局']],
    ['县司法局、县财政局，县民政局；县审计局', ['县司法局', '县财政局', '县民政局', '县审计局']],
    ['县司法局\n\n县财政局', ['县司法局', '县财政局']],
    ['县司法局县财政局', ['县司法局', '县财政局']],
    ['各乡镇、各部门（单位）', ['各乡镇、各部门（单位）']],
    ['各乡镇、\n\n各行政执法部门', ['各乡镇、各行政执法部门']],
    ['各乡镇\n县司法局', ['各乡镇', '县司法局']],
    ['区政府办公室（审批服务局、政务公开办）\n区司法局', ['区政府办公室（审批服务局、政务公开办）', '区司法局']],
    ['县检察院 纪委监委', ['县检察院', '纪委监委']],
    ['县自然资源局 市生态环境局 沁水分局 县应急局', ['县自然资源局', '市生态环境局 沁水分局', '县应急局']],
    ['县直各单位 各乡镇党委 政府', ['县直各单位', '各乡镇党委 政府']],
    ['临沂市环保局兰陵分局', ['临沂市环保局兰陵分局']],
    ['县司法局和县财政局、各乡镇', ['县司法局', '县财政局', '各乡镇']],
    ['县审计局及各乡镇', ['县审计局', '各乡镇']],
    ['县人力资源和社会保障局', ['县人力资源和社会保障局']],
    ['县 司 法 局', ['县司法局']],
    ['（县司法局）、县财政局。', ['县司法局', '县财政局']],
    ['\u200b\u00a0', []],
  ])('%j', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it.each(['县司法局或县财政局', '县财政局等', '县司法局等相关部门', '1.县司法局', '待定'])(
    'keeps %s and marks it',
    (name) => {
      expect(names(name)).toEqual([name]);
      expect(says(name)).toEqual(['「{text}」不像一个单位的名称，照原表录入。']);
    },
  );

  it('marks what it parted at 和, and nothing that only looks unusual', () => {
    expect(says('县审计局和县民政局')).toEqual(['「{text}」按「{units}」分开。']);
    expect(says('区委政研室、高铁商务区、各部门')).toEqual(['「{text}」不像一个单位的名称，照原表录入。']);
  });

  it('keeps what is run together beside well-parted names, and marks it', () => {
    expect(names('区工信和商务局区民社局\n区农业农村局')).toEqual(['区工信和商务局区民社局', '区农业农村局']);
    expect(says('区工信和商务局区民社局\n区农业农村局')).toEqual(['「{text}」像是两个单位连写，照原表录入。']);
  });

  it('marks what it parted without a sign, and blanks within a name', () => {
    expect(says('县司法局县财政局')).toEqual(['「{text}」没有分隔，按「{units}」分开。']);
    expect(says('各乡镇党委 政府')).toEqual(['「{text}」中有空格，按一个单位录入。']);
    expect(says('县司法局、县财政局')).toEqual([]);
  });
});

describe('clearUnits', () => {
  it('knows what begins with a level or 各 and stands alone', () => {
    expect(clearUnits('县司法局 沁水分局 政府、各乡镇\n县委县政府信访局 待定')).toEqual([
      '县司法局',
      '各乡镇',
      '县委县政府信访局',
    ]);
    expect(clearUnits('区工信和商务局区民社局')).toEqual([]);
  });
});

describe('unitsOf', () => {
  const item = (...answer: string[]) => ({
    number: 1,
    text: '',
    lead: [],
    answer,
    cooperate: [],
    deadlines: [],
    evidence: [],
    marks: [],
  });

  it('lists each unit once, with the category that its name tells', () => {
    const units = unitsOf(
      [item('县司法局', '县委编办', '各乡镇'), item('县司法局', '市生态环境局 沁水分局', '高铁商务区')],
      new Map(),
    );
    expect(units).toEqual([
      { name: '县司法局', aliases: [], category: '政府部门' },
      { name: '县委编办', aliases: [], category: '党委部门' },
      { name: '各乡镇', aliases: [], category: '集合' },
      { name: '市生态环境局沁水分局', aliases: [], category: '垂直管理' },
      { name: '高铁商务区', aliases: [] },
    ]);
  });

  it('lists what is run together as its parts', () => {
    expect(unitsOf([item('区工信和商务局区民社局', '区民社局')], new Map()).map(({ name }) => name)).toEqual([
      '区工信和商务局',
      '区民社局',
    ]);
  });

  it('takes the form without level for another name, and full names from the text', () => {
    expect(unitsOf([item('纪委监委', '县纪委监委', '县司法局')], new Map([['县司法局', '甲县司法局']]))).toEqual([
      { name: '县纪委监委', aliases: ['纪委监委'], category: '纪检监察' },
      { name: '县司法局', fullName: '甲县司法局', aliases: [], category: '政府部门' },
    ]);
  });
});
