import type { Outcome, Plan } from './evaluate';
import { BARS, tableOf, weaknessesOf } from './report';

/** docs/evaluation.md: the same for the same code and seed. */
export function documentOf({ seed, rounds, files }: Plan, outcome: Outcome): string {
  return `# 判断质量

\`npm run evaluate\` 生成没有差错的县区文件，在随机的位置放入一处已知的差错，再看检查结果是否只指出这一处。
本页由 \`npm run evaluate -- --seed ${seed} --rounds ${rounds} --files ${files} --write\` 生成，同一份代码、同一个种子得到同样的数字。

- 没有差错的文件：${outcome.cleans.length} 份，由两个要求库（2021年版、2019年版）的条文配上虚构的县区、单位名录、时限和报送资料；
  有全本、节选、分级编号、不依上级、带分值五种，写法上有行内列表与分行列表、各种引号、LF 与 CRLF、有无 BOM、注释和空行。
- 差错：每种写错的办法放 ${rounds} 处，每处单独检查一次。
- 要求：查出率不低于 ${BARS.recall * 100}%（规则、行、级别都对才算查出）；每处差错附带的多余错误和警告平均不超过 ${BARS.extra} 个；没有差错的文件上没有错误。

${tableOf(outcome)}

- 种类：同一规则的差错有几种写错的办法。多余：指出这一处之外的错误和警告。误报：没有差错的文件上的错误和警告。
- 有把握的修改：\`--fix\` 会自动改的处数；改后干净：改完没有错误和警告，也没有新的问题；复原：只有一种改法的，改回与原文逐字节相同；
  再改不变：再改一次没有变化；只动该动处：其他行（含注释、换行符）逐字节不变。

## 还不够好的地方

没有在应有的位置查出、或者附带了别的错误和警告的写法：

${weaknessesOf(outcome)}
`;
}
