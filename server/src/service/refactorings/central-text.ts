import { correspondences } from '../../model/correspondence';
import { rewriteText } from '../../rules/shared/scalar-edit';
import { type Offer, title } from './refactoring';

/** Takes the text of the corpus again for an item that was plainly made from it; its 说明 stays. */
export const centralText: Offer = ({ file, item, corpus }) => {
  const match = item && corpus && correspondences(file, corpus).of(item);
  // Of two items made from one, each may hold a part of it.
  if (!match?.certain || match.shared || !match.target?.content || !item?.content) return [];
  const { content } = item;
  const wanted = match.target.content.value.trim();
  if (wanted === '' || content.value.trim() === wanted) return [];
  return [
    {
      key: 'central-text',
      kind: 'rewrite',
      title: title('centralText', { number: match.target.number?.value ?? '' }),
      edits: () => [rewriteText(content, wanted)],
    },
  ];
};
