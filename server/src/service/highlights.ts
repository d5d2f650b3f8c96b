import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import { extentOf } from '../model/references';
import type { Span } from '../text/span';
import type { Checked } from '../workspace/project';
import { indicatorFile, itemsAt, locateMeant, referencesTo } from './item-places';
import { isDeclaration, unitAt, unitPlacesIn } from './unit-places';

/**
 * The places of this file that speak of the thing at an offset: a unit by any of its names, an item by its 序号 (write) and
 * the references to it (read). Empty elsewhere.
 */
export function highlights(file: Checked, offset: number): DocumentHighlight[] {
  const unit = unitAt(file, offset);
  return unit === undefined ? itemHighlights(file, offset) : unitHighlights(file, unit);
}

function unitHighlights(file: Checked, unit: string): DocumentHighlight[] {
  return unitPlacesIn(file, unit).map((place) => ({
    range: place.range,
    kind: isDeclaration(place) ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

function itemHighlights(file: Checked, offset: number): DocumentHighlight[] {
  const model = indicatorFile(file);
  const located = locateMeant(file, offset);
  const { target } = located;
  // In its text a cursor is about the words there.
  if (!model || (target?.kind !== 'serial' && target?.kind !== 'reference')) return [];
  const items = itemsAt(model, located);
  const numbers = items.flatMap(({ number }) => number?.node.place ?? []);
  const mentions =
    target.kind === 'reference' && target.number === undefined
      ? [extentOf(target.reference)]
      : items.flatMap((item) => referencesTo(model, item));
  const { lines } = file.document;
  const highlight = (span: Span, kind: DocumentHighlightKind) => ({ range: lines.range(span), kind });
  return [
    ...numbers.map((span) => highlight(span, DocumentHighlightKind.Write)),
    ...mentions.map((span) => highlight(span, DocumentHighlightKind.Read)),
  ];
}
