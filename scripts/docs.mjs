// Writes the generated parts of docs/rules/ from the rules themselves; `--check` only names the pages that are out of date.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generate } from './generate.mjs';
import { Failure, main, root, startedAs } from './tools.mjs';

const folder = join(root, 'docs', 'rules');
const index = 'README.md';

const severities = { error: '错误', warning: '警告', info: '信息', hint: '提示' };
const kinds = { zhibiao: '指标文件', yaoqiu: '要求库', danwei: '单位名录', config: '配置' };
/** Groups of the table, by the beginning of a rule's id; a rule goes to the first that fits. */
const groups = [
  ['文件的写法', /^(?:yaml-|schema$)/],
  ['序号和标题', /^(?:number-|heading-|section-|extra-)/],
  ['单位', /^(?:unit-|registry$)/],
  ['时限', /^deadline-/],
  ['与上级要求对照', /^(?:requirement-|text-typo$)/],
  ['文字', /^(?:text-|typography$|citation$)/],
  ['引用其他指标', /^reference-/],
  ['检查本身', /./],
];

/** The rules of server/src/rules/index.ts, in its order. */
async function loadRules() {
  const { build } = await import('esbuild');
  await generate();
  const temporary = mkdtempSync(join(tmpdir(), 'zhibiao-docs-'));
  const outfile = join(temporary, 'rules.mjs');
  try {
    const entry = join(root, 'server', 'src', 'rules', 'index.ts');
    await build({ entryPoints: [entry], outfile, bundle: true, format: 'esm', platform: 'node', logLevel: 'error' });
    return (await import(pathToFileURL(outfile).href)).rules;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Each page with its text as it should be. @returns {Promise<{ file: string, before: string, after: string }[]>} */
async function pages() {
  const rules = await loadRules();
  const ids = rules.map(({ id }) => id);
  const stray = readdirSync(folder).filter((name) => name !== index && !ids.includes(name.replace(/\.md$/, '')));
  if (stray.length > 0) throw new Failure(`没有对应规则的页面：${stray.join('、')}`);
  const lacking = ids.filter((id) => !existsSync(join(folder, `${id}.md`)));
  if (lacking.length > 0) throw new Failure(`缺少规则页面：${lacking.join('、')}`);
  return [
    page(index, { table: table(rules) }),
    ...rules.map((rule) => page(`${rule.id}.md`, { head: head(rule), settings: settings(rule) })),
  ];
}

function page(name, parts) {
  const file = join(folder, name);
  const before = readFileSync(file, 'utf8');
  let after = before;
  for (const [part, text] of Object.entries(parts)) {
    const [begin, end] = [`<!-- generated:${part}:begin -->`, `<!-- generated:${part}:end -->`];
    const [from, to] = [after.indexOf(begin), after.indexOf(end)];
    if (from < 0 || to < from) throw new Failure(`docs/rules/${name} 缺少标记 ${begin} 和 ${end}`);
    after = `${after.slice(0, from)}${begin}\n${text}\n${after.slice(to)}`;
  }
  return { file, before, after };
}

function head({ id, summary, severity, fixable, kinds: own, messages }) {
  const sentences = [...new Set(Object.values(messages).map(withGaps))];
  return `# ${summary}

| 规则 | 级别 | 可修复 | 适用文件 |
|---|---|---|---|
| \`${id}\` | ${severities[severity]}（${severity}） | ${fixable ? '是' : '否'} | ${own.map((kind) => kinds[kind]).join('、')} |

<details>
<summary>提示和修复办法的全部文字（${sentences.length} 条）</summary>

${sentences.map((sentence) => `- ${sentence}`).join('\n')}

</details>
`;
}

/** A message with an ellipsis for each gap, safe in Markdown. */
function withGaps(template) {
  return template.replace(/\{\w+\}/g, '…').replace(/[\\`*_[\]<>|]/g, (sign) => `\\${sign}`);
}

function settings({ id, severity }) {
  const other = { error: 'warning', warning: 'info', info: 'off', hint: 'off' }[severity];
  const level = `## 改级别，或者不再提示

想改这条规则的级别，或者不用它，在文件夹里的 \`zhibiao.config.yaml\` 中写（off 关闭，hint 提示，info 信息，warning 警告，error 错误）：

\`\`\`yaml 配置
规则:
  ${id}: ${other}
\`\`\`
`;
  if (id === 'suppression') return `${level}\n这条规则说的是注释本身，不能再用注释忽略。\n`;
  return `${level}
只有一处不必改的，在这一行上面写一行注释，规则名后面写明理由：

\`\`\`yaml 注释
# zhibiao-disable-next-line ${id} 这里写理由
\`\`\`

也可以在这一行末尾写 \`# zhibiao-disable-line ${id} 理由\`；整个文件都不必提示的，在文件开头写 \`# zhibiao-disable-file ${id} 理由\`。不写理由的注释另有[警告](suppression.md)。
`;
}

function table(rules) {
  const left = new Set(rules);
  const parts = groups.flatMap(([title, pattern]) => {
    const own = [...left].filter(({ id }) => pattern.test(id));
    for (const rule of own) left.delete(rule);
    if (own.length === 0) return [];
    const rows = own.map(
      ({ id, summary, severity, fixable }) =>
        `| [${id}](${id}.md) | ${summary} | ${severities[severity]} | ${fixable ? '是' : '否'} |`,
    );
    return [`## ${title}\n\n| 规则 | 查什么 | 级别 | 可修复 |\n|---|---|---|---|\n${rows.join('\n')}\n`];
  });
  return `共 ${rules.length} 条。\n\n${parts.join('\n')}`;
}

if (startedAs(import.meta.url)) {
  await main(async () => {
    const old = (await pages()).filter(({ before, after }) => before !== after);
    if (!process.argv.includes('--check')) for (const { file, after } of old) writeFileSync(file, after);
    else if (old.length > 0) {
      const names = old.map(({ file }) => file.slice(folder.length + 1)).join('、');
      throw new Failure(`docs/rules/ 中的 ${names} 不是最新的，请运行 node scripts/docs.mjs`);
    }
  });
}
