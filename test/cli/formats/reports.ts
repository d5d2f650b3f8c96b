import { LineIndex } from '../../../server/src/text/lines';
import type { FakeOptions } from '../fake-engine';
import { fakeEngine } from '../fake-engine';
import { run, temporaryFolder } from '../harness';

/** Two files, one of them clean, with a finding of every severity and related places here and elsewhere. */
export const SAMPLE = {
  'b/县.zhibiao.yaml':
    '一级指标:\n  - 序号: 4 # 跳号\n    牵头单位: [甲局乙局, 区财政局]\n    内容: 不低于80%，长期坚持\n    时限: 5月30日前\n',
  'a.zhibiao.yaml': '标题: 甲\n',
};

/** What `check --format …` prints about these files. */
export async function formatted(
  format: string,
  files: Readonly<Record<string, string>> = SAMPLE,
  fake: FakeOptions = {},
  argv: readonly string[] = [],
): Promise<string> {
  const folder = temporaryFolder();
  try {
    for (const [name, text] of Object.entries(files)) folder.write(name, text);
    const related = [
      { span: { start: 0, end: 4 }, message: { template: '从这里起。', data: {} } },
      { uri: 'file:///elsewhere/gone.yaml', span: { start: 0, end: 1 }, message: { template: '没有了。', data: {} } },
      {
        uri: `file://${folder.root}/c.danwei.yaml`,
        span: { start: 2, end: 3 },
        message: { template: '见名录。', data: {} },
      },
    ];
    const { out } = await run(folder.root, ['check', '--format', format, ...argv], {
      engine: fakeEngine({ related, ...fake }),
    });
    return out;
  } finally {
    folder.remove();
  }
}

/** Applies edits given as ranges, to see that a format's positions are right. */
export function edited(
  text: string,
  edits: readonly { range: Parameters<LineIndex['span']>[0]; newText: string }[],
): string {
  const lines = new LineIndex(text);
  return edits.reduceRight((result, { range, newText }) => {
    const { start, end } = lines.span(range);
    return result.slice(0, start) + newText + result.slice(end);
  }, text);
}
