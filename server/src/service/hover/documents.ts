import { text } from '../../model/read';
import { registry as registryRule } from '../../rules/registry';
import { fileName, resolveFrom } from '../../workspace/uris';
import { oneLine } from '../one-line';
import { type HoverContext, indicatorFile, nameList, say } from './context';
import { basisRemark } from './item';
import { hoverPhrases } from './phrases';

/** 依据: the corpus that the file follows. */
export function basisCard(context: HoverContext): string {
  const { format } = context;
  const { corpus } = context.file.surroundings;
  if (!corpus) return basisRemark(context, indicatorFile(context.file));
  const [name = '', ...shortNames] = corpus.names;
  const issuer = text(corpus.file.root, '发布机关');
  return format.blocks([
    format.strong(format.text(oneLine(name, 100))),
    format.list([
      ...(shortNames.length > 0
        ? [say(context, hoverPhrases.shortNames, { names: nameList(context, shortNames) })]
        : []),
      ...(issuer ? [say(context, hoverPhrases.issuer, { name: oneLine(issuer.value, 60) })] : []),
      say(context, hoverPhrases.corpusSize, { count: corpus.total }),
      say(context, hoverPhrases.corpusFile, { file: fileName(corpus.uri) }),
    ]),
    corpus.file.note ? format.text(oneLine(corpus.file.note.value, 300)) : undefined,
  ]);
}

/** The path of a 单位名录: the file that it leads to. Of that only the name is shown. */
export function pathCard(context: HoverContext, path: string): string | undefined {
  const { format } = context;
  const { registry } = context.file.surroundings;
  if (!registry) {
    // In the words of the rule.
    const template = registryRule.messages[context.file.surroundings.registryProblem ?? 'missing'] ?? '';
    return say(context, template, { path: oneLine(path, 100) });
  }
  return format.blocks([
    format.strong(format.text(registry.county ?? fileName(resolveFrom(context.file.uri, path)))),
    format.list([
      say(context, hoverPhrases.registryFile, { file: fileName(registry.uri) }),
      say(context, hoverPhrases.registrySize, { count: registry.units.length }),
    ]),
  ]);
}
