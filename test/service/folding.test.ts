import { describe, expect, it } from 'vitest';
import { type FoldingOptions, foldingRanges } from '../../server/src/service/folding';
import { open } from './harness';

const TEXT = `# 第一行
# 第二行
标题: 表
说明: |
  # 不是注释
  # 也不是

一级指标:
  - 名称: 一、甲
    三级指标:
      - 序号: 1
        内容: 长文
          第二行
        责任单位: [
          甲,
          乙
        ]
      # 单独一行

      - { 序号: 2, 内容: 短 }

# 末尾
`;

async function folds(text: string, options?: FoldingOptions): Promise<string[]> {
  const { at } = await open({ 'none.zhibiao.yaml': '|', 'a.zhibiao.yaml': text });
  return foldingRanges(await at('a.zhibiao.yaml'), options).map(
    ({ startLine, endLine, endCharacter, kind }) =>
      `${startLine + 1}-${endLine + 1}${endCharacter === undefined ? '' : `:${endCharacter}`}${kind ? ` ${kind}` : ''}`,
  );
}

describe('folding ranges', () => {
  it('are sections, items, texts, lists in brackets and comments', async () => {
    expect(await folds(TEXT)).toEqual(['1-2 comment', '4-6', '8-20', '9-20', '10-20', '11-17', '12-13', '14-17:8']);
  });

  it('leave the closing bracket in sight where only whole lines fold', async () => {
    expect((await folds(TEXT, { lineFoldingOnly: true })).at(-1)).toBe('14-16');
    expect(await folds('单位名录: [\n]\n', { lineFoldingOnly: true })).toEqual([]);
  });

  it('are the outer ones where a client takes only so many', async () => {
    expect(await folds(TEXT, { rangeLimit: 3 })).toEqual(['1-2 comment', '4-6', '8-20']);
    expect(await folds(TEXT, { rangeLimit: 0 })).toEqual([]);
  });

  it('do not begin on one line twice', async () => {
    expect(await folds('合并报送:\n  - 资料:\n      - 甲\n      - 乙\n    指标: 1-2\n')).toEqual(['1-5', '2-5']);
  });

  it('know what a YAML alias repeats', async () => {
    expect(await folds('阶段: &a\n  - 名称: 甲\n    时间: 乙\n考核方式: *a\n')).toEqual(['1-3', '2-3']);
  });

  it('take CRLF and a file without a tree', async () => {
    expect(await folds(TEXT.replaceAll('\n', '\r\n'))).toEqual(await folds(TEXT));
    expect(await folds('')).toEqual([]);
    expect(await folds('# 一\n# 二\n# 三')).toEqual(['1-3 comment']);
    expect(await folds('甲\n乙\n丙')).toEqual(['1-3']);
  });
});
