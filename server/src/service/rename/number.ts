import type { Corpus } from '../../model/corpus';
import { locate } from '../../model/locate';
import type { Indicator, IndicatorFile } from '../../model/types';
import { mainRun } from '../../rules/shared/numbering';
import { bearers, hasOwnNumbers, inside, renumberEdits } from '../../rules/shared/renumber';
import { reorder } from '../../rules/shared/reorder';
import { type Span, touches } from '../../text/span';
import type { Checked } from '../../workspace/project';
import { toLspEdit } from '../code-actions';
import { problem, type RenameSpot, type Renaming } from './renaming';

/** The 序号 that stands at an offset, or that a reference there names. */
export function numberSpot(file: Checked, offset: number): RenameSpot | undefined {
  const found = numberAt(file, offset);
  return found && { range: file.document.lines.range(found.span), placeholder: String(found.item.number?.value) };
}

/**
 * Gives an item another 序号; every reference to it in texts and groups follows. If the number is free, nothing else
 * changes. If another item of the run bears it, the item moves with its lines to the place of that one, and those between
 * move up or down by one, so that the numbers go on without a gap; this may lead it into another section. An extract (节选)
 * has the numbers of the whole, so none is taken from another item there.
 */
export function renameNumber(file: Checked, offset: number, typed: string): Renaming | undefined {
  const found = numberAt(file, offset);
  if (!found) return undefined;
  const wanted = typed.normalize('NFKC').trim();
  if (!/^[1-9]\d{0,3}$/.test(wanted)) return problem('notNumber');
  const { document, surroundings, uri } = file;
  const model = document.model as IndicatorFile;
  const edits = editsFor(file, model, found.item, Number(wanted), surroundings.corpus);
  if ('problem' in edits) return edits;
  return { files: [{ uri, edits: edits.map((edit) => toLspEdit(document.lines, edit)) }] };
}

function editsFor(
  { document: { lines } }: Checked,
  model: IndicatorFile,
  item: Indicator,
  number: number,
  corpus: Corpus | undefined,
) {
  if (item.number?.value === number) return [];
  const run = model.runs.find(({ items }) => items.includes(item));
  if (!run || !hasOwnNumbers(run)) return problem('cannotWrite');
  const taken = run.items.findIndex((other) => other !== item && other.number?.value === number);
  if (taken < 0) return renumberEdits(model, run, new Map([[item, number]]), corpus);
  if (model.isExtract) return problem('numberTaken', { number });
  const edits = reorder(lines, model, run, item, taken, corpus);
  return edits.length > 0 ? edits : problem('cannotMove', { number });
}

function numberAt({ document, surroundings }: Checked, offset: number): { item: Indicator; span: Span } | undefined {
  if (document.kind !== 'zhibiao') return undefined;
  const model = document.model as IndicatorFile;
  const { target } = locate(document, offset);
  if (target?.kind === 'serial') return { item: target.item, span: inside(target.node) };
  const run = mainRun(model);
  if (target?.kind !== 'reference' || target.number === undefined || !run) return undefined;
  const item = bearers(model, run, surroundings.corpus).get(target.number);
  const written = target.reference.numbers.find(
    ({ value, span }) => value === target.number && touches(target.reference.place(span), offset),
  );
  return item && written && { item, span: target.reference.place(written.span) };
}
