import { describe, expect, it } from 'vitest';
import { open } from './harness';

describe('the harness', () => {
  it('takes the cursor out, finds the corpus, and indexes the files', async () => {
    const item = '一级指标:\n  - 三级指标:\n      - 序号: 1\n        内容: |\n          全面|落实\n';
    const { file, offset, workspace } = await open({
      'a.zhibiao.yaml': '标题: 表\n依据: 2021年版\n',
      'b.zhibiao.yaml': item,
    });
    expect(file.document.lines.text).toBe(item.replace('面|', '面'));
    expect(file.document.lines.text.slice(0, offset)).toMatch(/全面$/);
    expect(workspace.index.files().map(({ edition }) => edition)).toEqual([
      '市县法治政府建设示范指标体系（2021年版）',
      undefined,
    ]);
  });
});
