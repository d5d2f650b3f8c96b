import { describe, expect, it } from 'vitest';
import { readDocument } from '../../server/src/model/document';
import { itemAt, sectionAt } from '../../server/src/model/item-at';
import type { IndicatorFile } from '../../server/src/model/types';

const text = `标题: 表
一级指标:
  - 名称: 一、甲
    三级指标:
      - 序号: 1
        内容: 子
      - 序号: 2
        内容: 丑
  - 名称: 二、乙
附加项:
  加分项:
    - 序号: 1
      内容: 寅
`;
const file = readDocument('file:///w/t.zhibiao.yaml', 'zhibiao', text).model as IndicatorFile;

describe('the item and the section at an offset', () => {
  it.each([
    ['标题', undefined, undefined],
    ['一、甲', undefined, '一、甲'],
    ['子', '子', '一、甲'],
    ['序号: 2', '丑', '一、甲'],
    ['丑', '丑', '一、甲'],
    ['二、乙', undefined, '二、乙'],
    ['寅', '寅', undefined],
  ])('%s', (at, content, section) => {
    const offset = text.indexOf(at);
    expect(itemAt(file, offset)?.content?.value).toBe(content);
    expect(sectionAt(file, offset)?.title?.value).toBe(section);
  });
});
