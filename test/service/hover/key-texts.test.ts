import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../server/src/model/document';
import { VOCABULARY } from '../../../server/src/model/keys';
import { locate } from '../../../server/src/model/locate';
import type { FileKind } from '../../../server/src/model/types';
import { keyText, placeOf, renderKeyText } from '../../../server/src/service/hover/key-texts';
import { markdownFormat, plainFormat } from '../../../server/src/service/markdown';
import { chinese } from '../../../server/src/service/messages';

const sentence = (kind: FileKind, place: string[], key: string) =>
  keyText(kind, place, key)
    ?.sentences.map(({ template }) => template)
    .join('');

describe('keyText', () => {
  it.each<[FileKind, string[], string, string]>([
    ['zhibiao', ['一级指标', '0'], '名称', '一级指标的标题，连同序号。必须填写。'],
    ['zhibiao', ['一级指标', '0', '二级指标', '3'], '名称', '二级指标的标题，连同序号。必须填写。'],
    ['zhibiao', ['一级指标', '0', '三级指标', '3'], '名称', '这一项的小标题，没有就不写。'],
    ['zhibiao', ['单位名录', '0'], '名称', '文件中使用的写法，一般是规范简称。必须填写。'],
    ['danwei', ['单位', '0'], '名称', '文件中使用的写法，一般是规范简称。必须填写。'],
    ['yaoqiu', [], '名称', '指标体系的全称，指标文件的「依据」写这个名称或者简称。必须填写。'],
    ['zhibiao', ['附加项', '加分项', '条目', '0'], '责任单位', '承担任务的单位。'],
    ['zhibiao', ['附加项', '加分项', '0'], '责任单位', '承担任务的单位。'],
    ['config', ['规则'], 'number-gap', '序号跳号。off 关闭，hint 提示，info 信息，warning 警告，error 错误。'],
    ['config', ['覆盖', '0'], '文件', '对哪些文件，写文件名模式。必须填写。'],
  ])('%s %j %s', (kind, place, key, expected) => {
    expect(sentence(kind, place, key)).toBe(expected);
  });

  it.each<[string[], string]>([
    [[], '没有的键'],
    [[], 'constructor'],
    [['constructor'], '名称'],
    [['一级指标'], '名称'],
    [['标题', '0'], '名称'],
  ])('knows nothing of %j %s', (place, key) => {
    expect(keyText('zhibiao', place, key)).toBeUndefined();
  });

  it('gives values to choose from, or examples as one writes them', () => {
    expect(keyText('zhibiao', [], '编号')).toMatchObject({ values: ['连续', '分级'], examples: [] });
    expect(keyText('zhibiao', [], '创建周期')?.examples).toEqual(['{ 起: 2021-10-20, 止: 2022-12-31 }']);
    expect(keyText('danwei', ['单位', '0'], '别名')?.examples).toEqual(['[县行政审批服务管理局, 县审批局]']);
    expect(keyText('zhibiao', [], '一级指标')?.examples).toEqual([]);
  });

  it('has a text for every key that files may have', () => {
    const explained = (key: string) =>
      (['zhibiao', 'danwei', 'yaoqiu', 'config'] as const).some((kind) =>
        PLACES.some((place) => sentence(kind, place, key)),
      );
    expect([...VOCABULARY.keys].filter((key) => !explained(key))).toEqual([]);
  });
});

const ITEM = ['一级指标', '0', '二级指标', '0', '三级指标', '0'];
const PLACES = [
  ...[[], ['创建周期'], ITEM.slice(0, 2), ITEM.slice(0, 4), ITEM, [...ITEM, '完成时限', '0'], [...ITEM, '异文', '0']],
  ...[
    ['阶段', '0'],
    ['考核方式', '0'],
    ['附加项'],
    ['附加项', '加分项'],
    ['合并报送', '0'],
    ['单位', '0'],
    ['覆盖', '0'],
  ],
];

describe('placeOf', () => {
  it('is the way to the mapping that holds the key', () => {
    const text = '一级指标:\n  - 名称: 甲\n    三级指标:\n      - 序号: 1\n        完成时限:\n          - 时间: 5月\n';
    const document = readDocument('file:///a', 'zhibiao', text);
    const placeAt = (word: string) => placeOf(locate(document, text.indexOf(word)).path);
    expect(placeAt('时间')).toEqual(['一级指标', '0', '三级指标', '0', '完成时限', '0']);
    expect(placeAt('名称')).toEqual(['一级指标', '0']);
    expect(placeAt('一级指标')).toEqual([]);
    expect(placeOf([])).toEqual([]);
  });
});

describe('renderKeyText', () => {
  it('reads as a short explanation', () => {
    const text = keyText('zhibiao', [], '县区');
    expect(text && renderKeyText(text, chinese, markdownFormat)).toBe(
      '**县区**\n\n县、区或者市的名称。  \n必须填写。\n\n例如：`沁水县`',
    );
    expect(text && renderKeyText(text, chinese, plainFormat)).toBe(
      '县区\n\n县、区或者市的名称。\n必须填写。\n\n例如：沁水县',
    );
  });
});
