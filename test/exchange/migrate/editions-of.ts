import { migrate } from '../../../server/src/exchange/migrate/migrate';
import type { Migration } from '../../../server/src/exchange/migrate/types';
import type { Corpus } from '../../../server/src/model/corpus';
import type { IndicatorFile } from '../../../server/src/model/types';
import type { Checked, Project } from '../../../server/src/workspace/project';
import { open, uriOf } from '../../service/harness';

/** Texts of two small editions of which nothing is like anything else but what is meant to be. */
export const TEXTS = {
  permits: '全面清理行政审批中介服务，无法定依据的中介服务项目以及收费一律取消，对保留的实行清单管理并向社会公开。',
  permitsNew:
    '全面清理行政审批中介服务，无法定依据的中介服务项目以及收费一律取消，对保留的实行目录管理，接受群众评价。',
  opening: '进一步压缩企业开办时间，实际办理时限不超过5个工作日，税务、社保等流程逐步实现一窗受理。',
  openingNew:
    '将更多涉企经营许可事项纳入改革。进一步压缩企业开办时间，实际办理时限不超过5个工作日，税务、社保等流程逐步实现一窗受理。',
  audit: '依法独立行使审计监督权的管理体制建立健全，实现审计全覆盖。',
  review: '行政复议案件办理符合法定程序和时限，机构设置和人员配备与工作任务相适应。',
  court: '支持人民法院依法受理和审理行政案件，行政机关负责人按规定出庭应诉，切实履行生效裁判。',
  flood: '突发事件应急预案健全，定期开展应急演练，注重提升先期处置和快速反应能力。',
} as const;

/** A corpus with one section; items as `序号` and further lines of the item. */
export function corpusText(name: string, items: readonly (readonly string[])[], top = ''): string {
  const rows = items.map(
    ([content, ...more], index) =>
      `      - 序号: ${index + 1}\n        内容: ${content}\n${more.map((row) => `        ${row}\n`).join('')}`,
  );
  return `名称: ${name}\n${top}一级指标:\n  - 名称: 一、总则\n    三级指标:\n${rows.join('')}`;
}

/** The edition that the county of these tests follows. */
export const OLD = corpusText('旧指标体系', [
  [TEXTS.permits],
  [TEXTS.opening],
  [TEXTS.audit],
  [TEXTS.review],
  [TEXTS.court],
]);
/** Item 1 is revised, 2 too, 3 is gone; 4 and 5 have other numbers, and one is new. */
export const NEW = corpusText('新指标体系', [
  [TEXTS.openingNew],
  [TEXTS.permitsNew],
  [TEXTS.flood],
  [TEXTS.review],
  [TEXTS.court],
]);

export interface Moved {
  readonly made: Migration;
  readonly before: Checked;
  readonly after: Checked;
  readonly model: IndicatorFile;
  readonly project: Project;
}

/** Moves a.zhibiao.yaml of a folder to an edition, by one of its names, and checks the result. */
export async function move(files: Readonly<Record<string, string>>, to: string, path?: string): Promise<Moved> {
  const { project, at } = await open(files);
  const before = await at('a.zhibiao.yaml');
  const next = await editionOf(project, to);
  const made = migrate(before, next, path === undefined ? {} : { registryPath: path });
  if (typeof made === 'string') throw new Error(made);
  const after = await project.check(uriOf('b.zhibiao.yaml'), made.text);
  return { made, before, after, model: after.document.model as IndicatorFile, project };
}

export async function editionOf(project: Project, name: string): Promise<Corpus> {
  const found = (await project.corporaFor(uriOf('a.zhibiao.yaml'))).find(({ names }) => names.includes(name));
  if (!found) throw new Error(`no edition ${name}`);
  return found;
}

/** A county's file on the old edition; `extra` gives further lines of an item by its number. */
export function county(extra: Readonly<Record<number, readonly string[]>> = {}, tail = '', top = ''): string {
  const items = [TEXTS.permits, TEXTS.opening, TEXTS.audit, TEXTS.review, TEXTS.court];
  const rows = items.map((text, index) => {
    const [first, ...more] = extra[index + 1] ?? [];
    const content = first?.startsWith('内容:') ? first : `内容: ${text}`;
    const others = first === undefined || first.startsWith('内容:') ? more : [first, ...more];
    return `      - 序号: ${index + 1}\n        ${content}\n${others.map((row) => `        ${row}\n`).join('')}`;
  });
  return `标题: 分解表\n县区: 甲县\n依据: 旧指标体系\n${top}一级指标:\n  - 名称: 一、总则\n    三级指标:\n${rows.join('')}${tail}`;
}

export const EDITIONS = { 'old.yaoqiu.yaml': OLD, 'new.yaoqiu.yaml': NEW };
