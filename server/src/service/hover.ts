import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import { type Located, locate, type Target } from '../model/locate';
import { type Span, touches } from '../text/span';
import type { Checked } from '../workspace/project';
import { type HoverContext, indicatorFile } from './hover/context';
import { deadlineCard } from './hover/deadline';
import { basisCard, pathCard } from './hover/documents';
import { correspondsCard, itemCard } from './hover/item';
import { keyText, placeOf, renderKeyText } from './hover/key-texts';
import { referenceCard } from './hover/reference';
import { sectionCard } from './hover/section';
import { unitCard } from './hover/unit';
import { type Format, markdownFormat, plainFormat } from './markdown';
import type { Workspace } from './workspace';

/**
 * What is known of the text under a cursor; null on blanks, comments and punctuation.
 * @param offset UTF-16 units from the start of the file
 * @param kind what the client can show
 */
export function hover(
  workspace: Workspace,
  file: Checked,
  offset: number,
  kind: MarkupKind = MarkupKind.Markdown,
): Hover | null {
  const format: Format = kind === MarkupKind.Markdown ? markdownFormat : plainFormat;
  const context: HoverContext = { workspace, file, format };
  const located = locate(file.document, offset);
  const value = located.target ? card(context, located, located.target) : damagedItem(context, located);
  const span = spanOf(located);
  if (!value || !span) return null;
  return { contents: { kind, value }, range: file.document.lines.range(span) };
}

function card(context: HoverContext, located: Located, target: Target): string | undefined {
  const model = indicatorFile(context.file);
  switch (target.kind) {
    case 'key':
      return keyCard(context, located);
    case 'unit':
    case 'unit-name':
      return unitCard(context, String(target.node.value ?? ''));
    case 'deadline':
      return deadlineCard(context, target.deadline);
    case 'reference':
      return model && referenceCard(context, model, target);
    case 'corresponds':
      return correspondsCard(context, target.number);
    case 'title':
      return model && sectionCard(context, model, target.section);
    case 'basis':
      return basisCard(context);
    case 'path':
      return model ? pathCard(context, String(target.node.value ?? '')) : keyCard(context, located);
    case 'serial':
    case 'content':
      return itemCard(context, target.item);
    case 'text':
      return located.item ? itemCard(context, located.item) : keyCard(context, located);
  }
}

function keyCard({ workspace, file, format }: HoverContext, { path }: Located): string | undefined {
  const step = path.findLast(({ kind }) => kind === 'entry');
  const text = step?.kind === 'entry' && keyText(file.document.kind, placeOf(path), step.key);
  return text ? renderKeyText(text, workspace.render, format) : undefined;
}

/** An item that could not be read still has its number. */
function damagedItem(context: HoverContext, { item }: Located): string | undefined {
  return item?.damaged && item.number ? itemCard(context, item) : undefined;
}

/** The scalar under the cursor, or the number of a reference. */
function spanOf({ target, item, offset }: Located): Span | undefined {
  if (target?.kind === 'key') return target.key.place;
  if (target?.kind !== 'reference') return target?.node.place ?? item?.head;
  const { reference, node } = target;
  const spans = reference.numbers.map(({ span }) => reference.place(span));
  const number = spans.find((span) => touches(span, offset));
  const [first, last] = [spans[0], spans.at(-1)];
  return number ?? (first && last ? { start: first.start, end: last.end } : node.place);
}
