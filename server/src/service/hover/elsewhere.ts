import { fileName } from '../../workspace/uris';
import type { Elsewhere } from '../../workspace/workspace-index';
import { oneLine } from '../one-line';
import { type HoverContext, nameList, phrase, say } from './context';
import { hoverPhrases } from './phrases';

const MAX_COUNTIES = 5;
const MAX_UNITS = 3;

/** What other files of the workspace make of an item of the corpus, a line each; undefined where there are none. */
export function elsewhere(context: HoverContext, edition: string, number: number): string | undefined {
  const { workspace, file, format } = context;
  const found = workspace.index.elsewhere(edition, number, file.uri);
  if (found.length === 0) return undefined;
  const lines = found.slice(0, MAX_COUNTIES).map((one) => line(context, one));
  const more = found.length - lines.length;
  return format.blocks([
    say(context, file.document.kind === 'yaoqiu' ? hoverPhrases.inCounties : hoverPhrases.elsewhere),
    format.list(lines),
    more > 0 ? say(context, hoverPhrases.more, { count: more }) : undefined,
  ]);
}

function line(context: HoverContext, { file, item }: Elsewhere): string {
  const { format } = context;
  const named = (role: string) => item.units.flatMap((unit) => (unit.role === role && unit.name ? [unit.name] : []));
  const list = (template: string, gap: string, names: readonly string[]) =>
    names.length > 0 ? [say(context, template, { [gap]: nameList(context, names, MAX_UNITS) })] : [];
  return [
    format.strong(format.text(oneLine(file.county ?? fileName(file.uri), 40))),
    ...(item.number === undefined ? [] : [phrase(context, hoverPhrases.item, { number: item.number })]),
    ...list(hoverPhrases.lead, 'names', named('牵头单位')),
    ...list(hoverPhrases.answer, 'names', named('责任单位')),
    ...list(hoverPhrases.due, 'deadlines', item.deadlines),
  ].join(' · ');
}
