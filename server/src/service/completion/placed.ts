import type { Offer } from './proposal';
import type { Scene } from './scene';

/** With the blanks that YAML wants before it, the indentation that its fellows have, and a colon in place of a full-width one. */
export function placed(scene: Scene, offer: Offer): Offer {
  const { context, file } = scene;
  const { indent, oddColon } = context;
  if (offer.start !== context.start) return offer;
  const { text } = file.document.lines;
  if (indent) return prefixed({ ...offer, start: indent.start }, indent.newText);
  if (context.quote !== '') return offer;
  if (oddColon && context.place === 'value') return prefixed({ ...offer, start: oddColon.colon }, ': ');
  const before = text.charAt(offer.start - 1);
  const isClose =
    (before === ':' && context.place === 'value') ||
    (before === ',' && context.flow) ||
    (before === '-' && context.place === 'entry');
  return isClose ? prefixed(offer, ' ') : offer;
}

function prefixed(offer: Offer, prefix: string): Offer {
  const proposals = offer.proposals.map((one) => ({
    ...one,
    // A value on the next lines needs no blank.
    newText: (/^\r?\n/.test(one.newText) ? prefix.trimEnd() : prefix) + one.newText,
  }));
  return { ...offer, proposals };
}
