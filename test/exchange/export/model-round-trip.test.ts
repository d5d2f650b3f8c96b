import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNTITLED } from '../../../server/src/domain/heading';
import { type Part, printoutOf, write } from '../../../server/src/exchange/export/index';
import { understand, writeDraft } from '../../../server/src/exchange/import/index';
import { readSource } from '../../../server/src/exchange/source/index';
import type { Indicator, IndicatorFile, Section } from '../../../server/src/model/types';
import { seed } from '../../service/harness';
import { generatedFile, registry } from './generated';
import { checked } from './support';

const FORMATS = ['docx', 'xlsx', 'html'] as const;

/** What of a file stands in its printed table, a line a fact. */
function contentOf({
  title,
  documentNumber,
  issuer,
  issued,
  sections,
  extras,
  groups,
  phases,
  methods,
}: IndicatorFile): string[] {
  return [
    `标题 ${title?.value}`,
    `印发 ${texts([documentNumber, issuer, issued])}`,
    ...sections.flatMap((section) => sectionOf(section)),
    ...extras.flatMap(({ key, limit, items }) => [`${key} ${limit?.value ?? ''}`, ...items.flatMap(itemOf)]),
    ...phases.map(({ name, deadline, content }) => `阶段 ${texts([name, deadline?.text, content])}`),
    ...methods.map(({ name, content }) => `考核方式 ${texts([name, content])}`),
    ...groups.map(({ targets, evidence }) => `合并报送 ${targets?.targets.join()} ${texts(evidence)}`),
  ];
}

function sectionOf({ level, title, items, sections }: Section): string[] {
  return [`${level} ${title?.value}`, ...items.flatMap(itemOf), ...sections.flatMap(sectionOf)];
}

function itemOf({ number, name, content, units, deadlines, evidence, score, reason, remark }: Indicator): string[] {
  return [
    `${number?.value} ${texts([name, content])}`,
    ...units.map((list) => `  ${list.role} ${texts(list.units)}`),
    ...deadlines.map(({ text, task }) => `  时限 ${texts([text, task])}`),
    ...evidence.map(({ value }) => `  资料 ${value}`),
    ...(score ? [`  分值 ${score.value}`] : []),
    ...(reason ? [`  说明 ${reason.value}`] : []),
    ...(remark ? [`  备注 ${remark.value}`] : []),
  ];
}

function texts(all: readonly ({ readonly value: string } | undefined)[]): string {
  return all.flatMap((text) => text?.value ?? []).join('／');
}

/** Exports a text, imports the document and reads both. */
async function roundTrip(text: string, registry: string, format: (typeof FORMATS)[number]) {
  const before = await checked('a.zhibiao.yaml', { 'a.zhibiao.yaml': text, 'a.danwei.yaml': registry });
  const printout = printoutOf(before, 'master');
  if ('problem' in printout) throw new Error(printout.problem.template);
  const source = await readSource(await write(printout, format), `a.${format}`);
  const units = before.surroundings.registry?.names ?? [];
  const { files } = writeDraft(understand(source, { units }), { stem: 'b' });
  const after = await checked('b.zhibiao.yaml', Object.fromEntries(files.map((file) => [file.name, file.text])));
  return {
    before: contentOf(before.document.model as IndicatorFile),
    after: contentOf(after.document.model as IndicatorFile),
    printed: printout.parts[0] as Part,
  };
}

describe.each(FORMATS)('export to %s and import again', (format) => {
  it.each(['shapotou', 'lanling', 'qinshui', 'zhashui'])('gives the items of %s', async (county) => {
    const text = seed(`corrected/${county}/${county}.zhibiao.yaml`).replace(
      /^单位名录:.*$/m,
      '单位名录: ./a.danwei.yaml',
    );
    const { before, after } = await roundTrip(text, registryOf(county), format);
    expect(after).toEqual(before);
  });

  it('prints no title where the table that came in had none', async () => {
    const bare = `标题: 某县任务清单
县区: 某县
依据: 无
一级指标:
  - 名称: ${UNTITLED}
    三级指标:
      - { 序号: 1, 内容: 非行政许可审批事项全部取消，不存在变相审批。, 责任单位: [县司法局] }
      - { 序号: 2, 内容: 全面清理行政审批中介服务，实行清单管理。, 责任单位: [县财政局] }
`;
    const { before, after, printed } = await roundTrip(bare, registry, format);
    expect(after).toEqual(before);
    expect(printed.tables[0]?.columns.map(({ title }) => title)).toEqual(['序号', '三级指标', '责任单位']);
    const extras = `${bare}附加项:\n  加分项: [{ 序号: 1, 内容: 被评为全国法治政府建设示范县的加分。, 责任单位: [县司法局] }]\n`;
    const mixed = `${bare}  - 名称: 二、政府职能\n    三级指标: [{ 序号: 3, 内容: 行政执法全过程记录全面落实到位。 }]\n`;
    for (const text of [extras, mixed]) {
      const again = await roundTrip(text, registry, format);
      expect(again.after).toEqual(again.before);
      expect(JSON.stringify(again.printed)).not.toContain(UNTITLED);
    }
  });

  it('gives the items of any table', async () => {
    await fc.assert(
      fc.asyncProperty(generatedFile, async (text) => {
        const { before, after } = await roundTrip(text, registry, format);
        expect(after).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });
});

function registryOf(county: string): string {
  // No units stand in its table.
  return county === 'zhashui' ? '县区: 柞水县\n单位: []\n' : seed(`as-printed/${county}/${county}.danwei.yaml`);
}
