import { describe, expect, it } from 'vitest';
import { formatting } from '../../../server/src/service/formatting';
import { DEFAULT_SETTINGS, type FeatureSettings } from '../../../server/src/service/settings';
import { applyEdits } from '../../../server/src/text/edits';
import type { Range } from '../../../server/src/text/lines';
import { open } from '../harness';

async function format(
  text: string,
  settings: Partial<FeatureSettings> = {},
  range?: Range,
  name = 'a.zhibiao.yaml',
): Promise<string> {
  const { workspace, file } = await open({ [name]: text }, { settings: { ...DEFAULT_SETTINGS, ...settings } });
  const { lines } = file.document;
  const edits = formatting(workspace, file, range);
  return applyEdits(
    text,
    edits.map((edit) => ({ span: lines.span(edit.range), newText: edit.newText })),
  );
}

describe('indentation', () => {
  it('is two columns a level, with the dashes of a list one step in', async () => {
    const loose =
      '一级指标:\n- 名称: 一、甲\n  三级指标:\n  -   序号: 1\n      责任单位:\n      - 甲局\n      -   乙局\n';
    expect(await format(loose)).toBe(
      '一级指标:\n  - 名称: 一、甲\n    三级指标:\n      - 序号: 1\n        责任单位:\n          - 甲局\n          - 乙局\n',
    );
  });

  it('takes the text of a block along, and what is further in within it', async () => {
    const loose = '阶段:\n-   名称: 甲\n    内容: |\n        一\n          二\n\n        三  \n';
    expect(await format(loose)).toBe('阶段:\n  - 名称: 甲\n    内容: |\n      一\n        二\n\n      三  \n');
  });

  it('keeps the distance that the header of a block asks for', async () => {
    expect(await format('阶段:\n- 名称: 甲\n  内容: |2\n     一\n')).toBe(
      '阶段:\n  - 名称: 甲\n    内容: |2\n       一\n',
    );
  });

  it('takes further lines of a text or a list in brackets along', async () => {
    const loose = '阶段:\n- 名称: 甲\n  内容: 一\n     二\n  时间: [甲,\n    乙]\n';
    expect(await format(loose)).toBe('阶段:\n  - 名称: 甲\n    内容: 一\n       二\n    时间: [甲,\n      乙]\n');
  });

  it('brings a dash and the entry below it in line', async () => {
    expect(await format('阶段:\n-\n    名称: 甲\n    内容: 乙\n')).toBe('阶段:\n  -\n    名称: 甲\n    内容: 乙\n');
  });

  it('puts comments in line with what follows, or with the entries that they stand in line with', async () => {
    const loose = '# 头\n阶段:\n# 一\n- 名称: 甲\n# 二\n  内容: 乙\n  # 三\n- 名称: 丙\n   # 四\n# 尾\n标题: 表\n';
    expect(await format(loose)).toBe(
      '# 头\n阶段:\n  # 一\n  - 名称: 甲\n    # 二\n    内容: 乙\n    # 三\n  - 名称: 丙\n# 四\n# 尾\n标题: 表\n',
    );
  });

  it('leaves anchors, aliases and odd keys where they stand', async () => {
    const text = '甲: &甲\n    - 乙\n丙: *甲\n? 丁\n: 戊\n';
    expect(await format(text)).toBe(text);
  });
});

describe('blanks', () => {
  it.each([
    ['标题:   表', '标题: 表'],
    ['标题 : 表', '标题: 表'],
    ['标题: 表  \t', '标题: 表'],
    ['标题: 表   # 注', '标题: 表   # 注'],
    ['标题: "a  b"', '标题: "a  b"'],
    ['标题:  ', '标题:'],
    ['等次: [甲,乙 ,  丙]', '等次: [甲, 乙, 丙]'],
    ['等次: [ 甲 ]', '等次: [甲]'],
    ['等次: [ ]', '等次: []'],
    ['等次: [甲, 乙, ]', '等次: [甲, 乙, ]'],
    ['等次: ["甲,乙",丙]', '等次: ["甲,乙", 丙]'],
    ['创建周期: {起: 2021-10-20,止:   2022-12-31}', '创建周期: { 起: 2021-10-20, 止: 2022-12-31 }'],
    ['阶段: [ {名称: 甲},{名称: 乙} ]', '阶段: [{ 名称: 甲 }, { 名称: 乙 }]'],
    ['标题: 表 # 注 \t', '标题: 表 # 注'],
  ])('%j → %j', async (before, after) => {
    expect(await format(`${before}\n`)).toBe(`${after}\n`);
  });

  it('leave one blank line of several, none at the ends, and one line break at the end', async () => {
    expect(await format('\n\n标题: 表\n\n \n\n县区: 甲县\n\n\n')).toBe('标题: 表\n\n县区: 甲县\n');
    expect(await format('标题: 表')).toBe('标题: 表\n');
    expect(await format('标题: 表\r\n\r\n\r\n县区: 甲县')).toBe('标题: 表\r\n\r\n县区: 甲县\r\n');
    expect(await format('')).toBe('');
  });

  it('that a block ends with are part of it', async () => {
    const text = '说明: |+\n  甲\n\n\n标题: 表\n';
    expect(await format(text)).toBe(text);
  });
});

describe('what is damaged', () => {
  it('stays letter for letter, while the rest is laid out', async () => {
    const loose = '标题:   表\n一级指标:\n- 名称:   甲\n  三级指标:\n  - 序号:  1\n    内容：  甲  \n';
    expect(await format(loose)).toBe('标题: 表\n一级指标:\n- 名称: 甲\n  三级指标:\n  - 序号: 1\n    内容：  甲  \n');
  });

  it('is not led astray by a second document', async () => {
    const text = '标题: 表\n---\n县区:   甲县  \n\n\n\n';
    expect(await format(text)).toBe(text);
  });
});

describe('a range', () => {
  const rows = (first: number, last: number): Range => ({
    start: { line: first, character: 0 },
    end: { line: last, character: 99 },
  });
  const loose = '阶段:\n- 名称:  甲\n  内容:  乙\n- 名称:  丙\n  时间:\n  -   丁\n\n\n标题:  表\n';

  it('changes only the lines in it, and no columns that others share', async () => {
    expect(await format(loose, {}, rows(1, 2))).toBe(loose.replace('名称:  甲\n  内容:  乙', '名称: 甲\n  内容: 乙'));
  });

  it('indents what lies wholly in it', async () => {
    expect(await format(loose, {}, rows(5, 5))).toBe(loose.replace('  -   丁', '    - 丁'));
    expect(await format(loose, {}, { start: { line: 6, character: 0 }, end: { line: 8, character: 0 } })).toBe(
      loose.replace('\n\n\n', '\n\n'),
    );
  });
});

describe('keys in order', () => {
  const item = (keys: string) => `一级指标:\n  - 三级指标:\n      - ${keys.replaceAll('\n', '\n        ')}\n`;
  const inOrder = (text: string) => format(text, { formatKeyOrder: true });

  it('are those of the contract; comments go along, unknown keys with the one above', async () => {
    const head = '一级指标:\n  - 三级指标:\n';
    const loose =
      '      - 内容: 甲\n        # 注\n        序号: 1\n        另外: 乙\n' +
      '        备注: |\n          丙\n\n          丁\n        # 谁\n        责任单位: [戊]\n        # 尾\n';
    const ordered =
      '      # 注\n      - 序号: 1\n        另外: 乙\n        内容: 甲\n' +
      '        # 谁\n        责任单位: [戊]\n        备注: |\n          丙\n\n          丁\n        # 尾\n';
    expect(await inOrder(head + loose)).toBe(head + ordered);
    expect(await inOrder((head + loose).replaceAll('\n', '\r\n'))).toBe((head + ordered).replaceAll('\n', '\r\n'));
  });

  it('stay where something is damaged, or an anchor has to come first', async () => {
    for (const text of [item('内容: 甲\n序号：1'), item('内容: 甲\n备注: *甲\n序号: 1'), item('序号: 1\n内容: 甲')]) {
      expect(await inOrder(text)).toBe(text);
    }
  });

  it('keep a file without a last line break as it is', async () => {
    const text = item('内容: 甲\n序号: 1').trimEnd();
    expect(await inOrder(text)).toBe(`${item('序号: 1\n内容: 甲')}`);
  });

  it('stay by default', async () => {
    const text = item('内容: 甲\n序号: 1');
    expect(await format(text)).toBe(text);
  });
});

describe('unit lists on request', () => {
  const head = '一级指标:\n  - 三级指标:\n      - 序号: 1\n';
  const inline = `${head}        责任单位: [甲局, "乙局"]\n        内容: 丙\n`;
  const lines = `${head}        责任单位:\n          - 甲局\n          - "乙局"\n        内容: 丙\n`;

  it('go on one line, or on one each', async () => {
    expect(await format(lines, { formatUnitLists: 'inline' })).toBe(inline);
    expect(await format(inline, { formatUnitLists: 'lines' })).toBe(lines);
    expect(await format(lines)).toBe(lines);
  });

  it('stay where a comment would be lost', async () => {
    const text = lines.replace('甲局\n', '甲局 # 注\n');
    expect(await format(text, { formatUnitLists: 'inline' })).toBe(text);
    const behind = inline.replace(']\n', '] # 注\n');
    expect(await format(behind, { formatUnitLists: 'lines' })).toBe(behind);
  });
});
