import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../../server/src/exchange/migrate/migrate';
import { migrationReport } from '../../../server/src/exchange/migrate/report';
import type { Corpus } from '../../../server/src/model/corpus';
import type { IndicatorFile } from '../../../server/src/model/types';
import type { Project } from '../../../server/src/workspace/project';
import { open, seed, uriOf } from '../../service/harness';
import { editionOf } from './editions-of';

const PEOPLE = ['县司法局', '县政府办公室', '县税务局', '县委编办', '县财政局（国资中心）', '各乡镇、各部门（单位）'];
const EVIDENCE = ['报送情况说明', '提供清单: 一份', '台账 # 一号', '“双公示”截图', '见第3项', '共5项材料', "it's"];

const list = (values: readonly string[]) => fc.subarray([...values], { minLength: 1 });
const quoted = (values: readonly string[]) => values.map((value) => JSON.stringify(value));

/** The keys of an item, written in one of the ways that YAML has for them. */
const keys = fc
  .record({
    units: list(PEOPLE),
    style: fc.constantFrom('flow', 'block', 'broken'),
    deadline: fc.constantFrom('5月31日前', '每年3月1日前', '长期坚持', '5月31前'),
    evidence: list(EVIDENCE),
    remark: fc.constantFrom('', '与第5项一起', '另行通知'),
    comment: fc.constantFrom('', '  # 商定', '\n          # 单独一行'),
  })
  .map(({ units, style, deadline, evidence, remark, comment }) => {
    const rows = quoted(units);
    const written =
      style === 'flow'
        ? `责任单位: [${rows.join(', ')}]`
        : style === 'block'
          ? `责任单位:\n${rows.map((row) => `            - ${row}`).join('\n')}`
          : `责任单位: [\n            ${rows.join(',\n            ')}]`;
    return {
      // References get other numbers; what stands round them stays.
      texts: [...units, deadline, ...evidence, remark]
        .flatMap((text) => text.split(/第\d项/))
        .filter((text) => text !== ''),
      lines: [
        written + comment,
        `完成时限: ${deadline}`,
        `报送资料:\n${quoted(evidence)
          .map((row) => `            - ${row}`)
          .join('\n')}`,
        ...(remark === '' ? [] : [`备注: ${remark}`]),
      ],
    };
  });

describe('whatever the items say', () => {
  let project: Project;
  let editions: Record<string, Corpus>;
  let contents: string[];
  beforeAll(async () => {
    ({ project } = await open({ 'a.zhibiao.yaml': '标题: 甲\n' }));
    editions = { '2019年版': await editionOf(project, '2019年版'), '2021年版': await editionOf(project, '2021年版') };
    contents = [...seed('requirements/2019.yaoqiu.yaml').matchAll(/^ +内容: (.*)$/gm)].map((match) => match[1] ?? '');
  });

  it('is in the new file: each unit, deadline, demand and remark', async () => {
    const numbers = fc.subarray(
      Array.from({ length: 93 }, (_, index) => index + 1),
      { minLength: 1, maxLength: 8 },
    );
    const item = fc.tuple(fc.nat(92), keys);
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 7 }), numbers, async (items, group) => {
        const rows = items.map(([at, { lines }], index) => {
          const text = `      - 序号: ${index + 1}\n        内容: ${contents[at]}\n`;
          return text + lines.map((line) => `        ${line}\n`).join('');
        });
        const text = `标题: 表\n县区: 甲县\n依据: 2019年版\n一级指标:\n  - 名称: 一、总则\n    三级指标:\n${rows.join('')}合并报送:\n  - 指标: [${group.join(', ')}]\n    资料: [合并的资料]\n`;
        const checked = await project.check(uriOf('a.zhibiao.yaml'), text);
        expect(checked.document.faults).toEqual([]);
        const next = editions['2021年版'];
        const made = next && migrate(checked, next);
        if (!made || typeof made === 'string') throw new Error(made);
        const all = made.text.replaceAll('\\"', '"') + migrationReport(made);
        for (const [, { texts }] of items) for (const part of texts) expect(all).toContain(part);
        expect(all).toContain('合并的资料');
        if (text.includes('商定')) expect(all).toContain('商定');
        if (text.includes('单独一行')) expect(all).toContain('单独一行');
        // The new file can be read, and has the edition's items under its own numbers.
        const after = await project.check(uriOf('b.zhibiao.yaml'), made.text);
        expect(after.document.faults).toEqual([]);
        expect(after.document.violations).toEqual([]);
        expect((after.document.model as IndicatorFile).items).toHaveLength(100);
      }),
      { numRuns: 25 },
    );
  });
});
