import { sameTitle } from '../../model/corpus';
import { itemsUnder } from '../../model/indicator-file';
import type { IndicatorFile, Section } from '../../model/types';
import { sectionPairs } from '../../rules/shared/sections';
import { oneLine } from '../one-line';
import { type HoverContext, say } from './context';
import { hoverPhrases } from './phrases';

/** The title of a section: what the corpus calls it, and how many items it has here and there. */
export function sectionCard(context: HoverContext, file: IndicatorFile, section: Section): string {
  const { format } = context;
  const { corpus } = context.file.surroundings;
  const have = itemsUnder(section).length;
  const own = format.strong(format.text(oneLine(section.title?.value ?? '', 100)));
  if (!corpus) return format.blocks([own, say(context, hoverPhrases.ownItemCount, { have })]);
  const edition = corpus.name;
  const model = sectionPairs(file, corpus).modelOf(section);
  if (!model) {
    const remarks = [
      say(context, hoverPhrases.noCentralTitle, { edition }),
      say(context, hoverPhrases.ownItemCount, { have }),
    ];
    return format.blocks([own, ...remarks]);
  }
  const title = oneLine(model.title?.value ?? '', 100);
  return format.blocks([
    own,
    sameTitle(section, model)
      ? say(context, hoverPhrases.sameTitle, { edition })
      : say(context, hoverPhrases.centralTitle, { edition, title }),
    say(context, hoverPhrases.itemCount, { have, want: itemsUnder(model).length }),
  ]);
}
