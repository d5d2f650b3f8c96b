// docs/benchmark.md.
import { cpus, totalmem } from 'node:os';
import { table } from './rows.mjs';

/** @param {{ groups: { title: string, rows: import('./rows.mjs').Row[] }[], peers: Record<string, string>, date: string }} report */
export function page({ groups, peers, date }) {
  const cores = cpus();
  const machine = `${cores.length} 核（${cores[0]?.model.trim() ?? '未知'}），内存 ${Math.round(totalmem() / 2 ** 30)} GB，Node ${process.versions.node}`;
  return `# 速度和内存

本工具与对照在同一次运行中先后测量。写成「a / b」的是中位数和第95百分位，其余是中位数（批量检查只跑一次）。最后一列大于1是本工具快（省）。

- 日期：${date}。机器：${machine}。机器上还有别的活时绝对值会变，看比值。
- 重做：\`npm run bench\`；写入本页：\`npm run bench -- --write\`；只跑一部分：\`npm run bench -- 编辑器\`、\`npm run bench -- 批量\`。
- 对照：编辑器里是 yaml-language-server ${peers['yaml-language-server']}，用同一份 JSON Schema；批量检查是 ajv-cli ${peers['ajv-cli']}（没有行列号），
  和 eslint ${peers.eslint} 加 eslint-plugin-yml、eslint-plugin-json-schema-validator（有行列号）。它们都只按 Schema 检查结构，本工具查全部规则，包括与上级要求逐句对照。
- 对照的服务器在每次修改后固定等待200毫秒才检查，算在它的用时之内：这是人感到的。

${groups.map(({ title, rows }) => `## ${title}\n\n${table(rows)}`).join('\n\n')}

## 量的是什么

- 100项：沁水县的分解表，照原件转录。1,000项、10,000项：由这份表生成，各项文字不同，不对照上级要求。
- 「改一个字」在正中一项的正文里，查出结果为止；「由服务器推送」指编辑器不会来取结果（如旧版 Neovim）。悬停、补全、大纲都紧跟在一次修改之后问。
- 3,000个县的文件：由五个县的文件生成，各有各的漏字，每个县一份单位名录；本工具连名录一起检查，对照不查名录。
- 内存是常驻内存；「峰值」是进程一生的最大值。
`;
}
