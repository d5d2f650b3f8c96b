import { describe, expect, it } from 'vitest';
import { correspondences } from '../../server/src/model/correspondence';
import { readDocument } from '../../server/src/model/document';
import type { IndicatorFile } from '../../server/src/model/types';
import { altered, central, county } from '../rules/central';
import { corpusOf } from '../rules/harness';

const corpus = corpusOf(central().corpus ?? '');

function match(text: string) {
  return correspondences(readDocument('file:///w/w.zhibiao.yaml', 'zhibiao', text).model as IndicatorFile, corpus);
}

/** `1=1 number`, with `?` where it is not certain. */
function summary(text: string): string[] {
  return match(text).all.map(
    ({ item, targets, how, certain }) =>
      `${item.number?.value}=${targets.map(({ number }) => number?.value).join('+')} ${how}${certain ? '' : '?'}`,
  );
}

describe('correspondences', () => {
  it('goes by 序号 where the text is similar', () => {
    expect(summary(county({ 1: altered(1, '5个', '3个') }))[0]).toBe('1=1 number');
  });

  it('goes by 对应 first', () => {
    expect(summary(county({ 1: `${altered(2, '政务', '政务')}\n对应: 2` }))[0]).toBe('1=2 stated');
    expect(summary(county({ 1: `${altered(1, '全面', '全面')}\n对应: 无` }))[0]).toBe('1= none?');
    expect(summary(county({ 4: `${altered(4, '全面', '全面')}\n对应: [4, 5]` }))[3]).toBe('4=4+5 stated?');
    expect(summary(county({ 4: '另有规定\n对应: 4' }))[3]).toBe('4=4 stated?');
  });

  it('goes by the text where the numbers are others', () => {
    const shifted = county({ 1: '' }).replace(/序号: (\d)/g, (_, number) => `序号: ${Number(number) - 1}`);
    expect(summary(shifted)).toEqual(['1=2 text', '2=3 text', '3=4 text', '4=5 text', '5=6 text', '6=7 text']);
  });

  it('does not trust numbers that start again under each parent', () => {
    const text = county({}, '编号: 分级\n').replace('序号: 4', '序号: 1').replace('序号: 5', '序号: 2');
    expect(summary(text).slice(3, 5)).toEqual(['1=4 text', '2=5 text']);
  });

  it('leaves a text alone that is like nothing, and says so', () => {
    const [first] = match(county({ 1: '建立村级法律顾问微信群，及时解答群众咨询。' })).all;
    expect(first).toMatchObject({ how: 'none', certain: false, isForeign: true });
  });

  it('takes an item without a text for the one with its number', () => {
    expect(summary(county({ 1: '""' }))[0]).toBe('1=1 number?');
  });

  it('knows when two items share one', () => {
    const { all } = match(county({ 5: `${altered(4, '全面', '全面')}` }));
    expect(all.map(({ shared }) => shared)).toEqual([false, false, false, true, true, false, false]);
  });

  it('lists what is missing, but not what another item took in', () => {
    expect(match(county({ 4: '' })).missing.map(({ number }) => number?.value)).toEqual([4]);
    expect(match(county({ 4: '', 5: `${altered(5, '加强', altered(4, '全面', '全面'))}` })).missing).toEqual([]);
  });

  it('tells a copy from another text', () => {
    expect(match(county()).isCopy).toBe(true);
    expect(match(county({ 1: '甲', 2: '乙', 3: '丙', 4: '丁' })).isCopy).toBe(false);
  });
});
