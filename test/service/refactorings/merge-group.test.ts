import { describe, expect, it } from 'vitest';
import { faults, LINE_BREAKS, offers, rewritten, section } from './harness';

const CONTENTS = ['', '甲乙丙丁', '子丑寅卯', '东南西北', '春夏秋冬', '金木水火'];
/** @param number may have a mark of the selection before or behind it */
const row = (number: number | string, more = '') =>
  `      - 序号: ${number}\n        内容: ${CONTENTS[Number(String(number).replace(/\D/g, ''))]}\n${more}`;
const evidence = (text: string) => `        报送资料: ${text}\n`;
const merges = async (text: string) => (await offers(text)).titles.filter((title) => title.includes('合并报送'));

describe.each(LINE_BREAKS)('merging the selected items, %s', (_, broken) => {
  it('moves their evidence, each text once, to a new 合并报送 at the end', async () => {
    const text = broken(
      section(
        row(1) +
          row('⟦2', `${evidence('"一、总结"')}        备注: 无 # 注\n`) +
          row(3, '        报送资料:\n          - 一、总结\n          - 1. 名单；\n') +
          row('4⟧', evidence('|-\n          甲\n          乙')) +
          row(5, evidence('别的')),
        '备注: 表尾\n',
      ),
    ).replace('备注: 表尾', '说明: 表尾 # 注');
    const result = await rewritten(text, '第2项至第4项合并报送，报送资料移到「合并报送」');
    expect(result).toBe(
      broken(
        section(
          row(1) + row(2, '        备注: 无 # 注\n') + row(3) + row(4) + row(5, evidence('别的')),
          '说明: 表尾 # 注\n\n合并报送:\n  - 指标: 2-4\n    资料:\n      - "一、总结"\n      - 1. 名单；\n      - "甲\\n乙"\n',
        ),
      ),
    );
    expect(await faults(result)).toEqual([]);
    expect(await merges(result.replace('序号: 2', '序号: ⟦2').replace('春夏', '春⟧夏'))).toEqual([]);
  });

  it('adds to the groups that are there, as these are written', async () => {
    const groups = '合并报送:\n- 指标: 4-5\n  资料: [总结]\n\n# 尾注\n';
    const text = broken(section(row('⟦1') + row('2⟧') + row(3) + row(4) + row(5), groups));
    expect(await rewritten(text, '第1项至第2项合并报送')).toBe(
      broken(section(row(1) + row(2) + row(3) + row(4) + row(5), groups.replace('[总结]\n', '[总结]\n- 指标: 1-2\n'))),
    );
  });

  it('fills an empty 合并报送', async () => {
    const text = (groups: string, a: string, b: string) =>
      broken(section(row(a) + row(b), `合并报送:${groups}\n附加项:\n`));
    expect(await rewritten(text('', '⟦1', '2⟧'), '第1项至第2项合并报送')).toBe(text('\n  - 指标: 1-2', '1', '2'));
  });

  it('works at the end of a file that ends without a line break', async () => {
    const text = broken(section(row('⟦1') + row(2))).trimEnd();
    expect(await rewritten(`${text}⟧`, '第1项至第2项合并报送')).toBe(
      `${broken(section(row(1) + row(2)))}${broken('\n合并报送:\n  - 指标: 1-2')}`,
    );
  });

  it.each([
    ['a text', evidence('总结')],
    ['a list', '        报送资料:\n          - 总结\n'],
    ['a block', evidence('|\n          总结')],
  ])('takes the place of evidence at the end of the file: %s', async (_, last) => {
    const text = broken(section(row('⟦1') + row('2⟧', last)));
    const wanted = broken(section(row(1) + row(2), '\n合并报送:\n  - 指标: 1-2\n    资料:\n      - 总结\n'));
    const title = '第1项至第2项合并报送，报送资料移到「合并报送」';
    expect(await rewritten(text, title)).toBe(wanted);
    expect(await rewritten(text.trimEnd(), title)).toBe(wanted.trimEnd());
  });

  it('leaves evidence with comments where it is', async () => {
    const more = '        报送资料:\n          - 总结 # 待核\n          - 名单\n';
    expect(await merges(broken(section(row('⟦1') + row('2⟧', more))))).toEqual(['第1项至第2项合并报送']);
    const quoted = evidence('"总结 # 名单"');
    expect(await merges(broken(section(row('⟦1') + row('2⟧', quoted))))).toEqual([
      '第1项至第2项合并报送，报送资料移到「合并报送」',
    ]);
  });

  it('leaves evidence that others share where it is', async () => {
    const text = broken(section(row('⟦1', evidence('&a 总结')) + row('2⟧', evidence('*a'))));
    expect(await merges(text)).toEqual(['第1项至第2项合并报送']);
  });
});

describe('merging the selected items', () => {
  it.each([
    ['one item', section(row('⟦1⟧') + row(2))],
    ['a cursor', section(row('1|') + row(2))],
    ['numbers with a gap', section(row('⟦1') + row('3⟧'))],
    ['a member of another group', section(row('⟦1') + row('2⟧') + row(3), '合并报送:\n  - 指标: 2-3\n')],
    ['numbers that restart', section(row('⟦1') + row('2⟧'), '', '编号: 分级\n')],
    ['groups in brackets', section(row('⟦1') + row('2⟧'), '合并报送: [{ 指标: 3-4 }]\n')],
  ])('is not offered for %s', async (_, text) => expect(await merges(text)).toEqual([]));
});
