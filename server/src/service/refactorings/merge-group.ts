import type { Indicator, Text } from '../../model/types';
import { appendGroup } from '../../rules/shared/group-edits';
import { writtenText } from '../../rules/shared/item-lines';
import { lineBreakAt, removeKey } from '../../rules/shared/list-edits';
import { mainRun, serialOf } from '../../rules/shared/numbering';
import type { LineIndex } from '../../text/lines';
import { overlaps, type Span, type TextEdit } from '../../text/span';
import { type Offer, type Selection, title } from './refactoring';

/** What an alias elsewhere may stand for must stay. */
const ANCHOR = /(?:^|\s)&\S/;

/**
 * Makes a group of 合并报送 of the selected items, which must stand side by side and be in no group yet. Their 报送资料, each
 * text once, becomes that of the group, unless it cannot be taken out whole.
 */
export const mergeGroup: Offer = (selection) => {
  const { file, lines, span } = selection;
  const run = mainRun(file);
  if (!run || span.end === span.start) return [];
  const items = run.items.filter(({ node }) => overlaps(node.place, span));
  const [from, to] = [items[0], items.at(-1)].map((item) => item && serialOf(item));
  if (from === undefined || to === undefined || items.length < 2) return [];
  const grouped = new Set(file.groups.flatMap(({ targets }) => targets?.targets ?? []));
  const isRow = items.every((item, index) => serialOf(item) === from + index && !grouped.has(from + index));
  if (!isRow) return [];
  const evidence = moveEvidence(selection, items);
  const added = appendGroup(lines, file.root, `${from}-${to}`, evidence?.texts ?? []);
  if (added.length === 0) return [];
  return [
    {
      key: 'merge-group',
      kind: 'rewrite',
      title: title(evidence ? 'mergeGroupEvidence' : 'mergeGroup', { from, to }),
      edits: () => together(lines, added, evidence?.edits ?? []),
    },
  ];
};

/** Where the evidence that goes is the end of the file, the group takes its place: one edit instead of two that overlap. */
function together(lines: LineIndex, added: readonly TextEdit[], removed: readonly TextEdit[]): TextEdit[] {
  const [group] = added;
  const at = group?.span.start ?? 0;
  const taken = removed.find(({ span }) => span.start <= at && at <= span.end);
  if (!group || !taken) return [...added, ...removed];
  const { start, end } = taken.span;
  // Whole lines end with their break; a group below a line begins with one.
  const isWhole = /[\r\n]$/.test(lines.text.slice(start, end));
  const newText = isWhole ? group.newText.replace(/^\r?\n/, '') + lineBreakAt(lines, start) : group.newText;
  return [...removed.filter((edit) => edit !== taken), { span: taken.span, newText }];
}

/** True where a comment stands beside the texts in a span: it has no place in the group, and is not to be lost. */
function hasComment(text: string, { start, end }: Span, inside: readonly Text[]): boolean {
  let at = start;
  const gaps = inside.map(({ node: { place } }) => {
    const gap = text.slice(at, place.start);
    at = place.end;
    return gap;
  });
  return [...gaps, text.slice(at, end)].some((gap) => gap.includes('#'));
}

/** The texts of the items as YAML, and the edits that take them out; undefined where there are none or they must stay. */
function moveEvidence(
  { lines }: Selection,
  items: readonly Indicator[],
): { texts: string[]; edits: TextEdit[] } | undefined {
  const texts = new Map<string, string>();
  const edits: TextEdit[] = [];
  for (const { node, evidence } of items) {
    const entry = node.kind === 'mapping' ? node.entries.find(({ key }) => key.value === '报送资料') : undefined;
    if (!entry?.value) continue;
    const [removal] = removeKey(lines, entry.key.place, entry.value);
    if (!removal || evidence.length === 0) return undefined;
    const { start, end } = entry.value.place;
    if (ANCHOR.test(lines.text.slice(start, end)) || hasComment(lines.text, removal.span, evidence)) return undefined;
    edits.push(removal);
    for (const { value, node: text } of evidence) {
      const isOneLine = !/[\r\n]/.test(text.raw) && text.style !== 'literal' && text.style !== 'folded';
      if (!texts.has(value.trim())) texts.set(value.trim(), isOneLine ? text.raw : writtenText(value.trim()));
    }
  }
  return texts.size > 0 ? { texts: [...texts.values()], edits } : undefined;
}
