import { describe, expect, it } from 'vitest';
import { citation } from '../../server/src/rules/citation';
import { findingsOf, item, items, testRule } from './harness';

const top = (number: string) => `文号: ${number}\n${items(1)}`;
const remark = (text: string) => item(`备注: ${text}`);

testRule(citation, {
  valid: [
    top('沁办发〔2021〕23号'),
    top(''),
    top('"沁办发〔2021〕23号"'),
    remark('根据《实施方案》（豫发〔2021〕31号）、《甲办法》（豫发〔2021〕32号）'),
    remark('市县法治政府建设示范指标体系（2021年版），2022—2025年'),
    item(
      '备注: 《法治政府建设实施纲要（2021—2025年）》（中发〔2021〕33号）\n说明: 《法治政府建设实施纲要》（中发〔2021〕33号）',
    ),
  ],
  invalid: [
    {
      text: top('沁办发⟦（2021）⟧23号'),
      says: '文号「沁办发（2021）23号」的年份应用六角括号「〔〕」。',
      fixed: top('沁办发〔2021〕23号'),
    },
    {
      text: top('沁办发⟦[2021]⟧23号'),
      says: '文号「沁办发[2021]23号」的年份应用六角括号「〔〕」。',
      fixed: top('沁办发〔2021〕23号'),
    },
    {
      text: top("'沁办发⟦【2021】⟧23号'").replaceAll('\n', '\r\n'),
      says: '文号「沁办发【2021】23号」的年份应用六角括号「〔〕」。',
      fixed: top("'沁办发〔2021〕23号'").replaceAll('\n', '\r\n'),
    },
    {
      text: remark('|\n          见下文。\n          按照豫发⟦(2021)⟧31号办理。'),
      says: '文号「豫发(2021)31号」的年份应用六角括号「〔〕」。',
      fixed: remark('|\n          见下文。\n          按照豫发〔2021〕31号办理。'),
    },
    {
      text: top('沁办发〔2021〕⟦第⟧23号'),
      says: '文号「沁办发〔2021〕第23号」的序号前面不写「第」。',
      fix: { title: '改为「沁办发〔2021〕23号」', gives: top('沁办发〔2021〕23号') },
    },
    {
      text: top('沁办发〔2021〕⟦0⟧23号'),
      says: '文号「沁办发〔2021〕023号」的序号前面不补零。',
      fix: { title: '改为「沁办发〔2021〕23号」', gives: top('沁办发〔2021〕23号') },
    },
    { text: top('沁办发〔2021⟦年⟧〕23号'), says: '文号「沁办发〔2021年〕23号」的年份后面不写「年」。' },
    { text: top('沁办发〔⟦21⟧〕23号'), says: '文号「沁办发〔21〕23号」的年份应写四位。' },
    { text: top('沁办发〔2021〕⟦23⟧'), says: '文号「沁办发〔2021〕23」后面缺「号」。' },
    {
      text: top('⟦沁水县二十三号⟧'),
      says: '「文号」应写成「机关代字〔年份〕序号号」，例如「沁办发〔2021〕23号」。',
    },
    {
      text: item('备注: 《甲实施方案》（豫发〔2021〕31号）\n说明: ⟦《乙考核办法》⟧（豫发〔2021〕31号）'),
      says: '文号「豫发〔2021〕31号」在第8行对应《甲实施方案》，这里对应《乙考核办法》，请核对。',
    },
  ],
});

describe('citation', () => {
  it('applies by itself only what concerns brackets', () => {
    const safety = (text: string) => findingsOf(citation, text).flatMap(({ fixes }) => fixes.map(({ safe }) => safe));
    expect(safety(top('沁办发（2021）23号'))).toEqual([true]);
    expect(safety(top('沁办发（2021）第23号'))).toEqual([false]);
    expect(safety(top('沁办发〔2021〕第23号'))).toEqual([false]);
  });
});
