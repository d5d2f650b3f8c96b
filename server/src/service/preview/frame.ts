import { parseDate } from '../../domain/date';
import type { Group, IndicatorFile, Text } from '../../model/types';
import type { Column, UnitCount } from '../../protocol/preview';
import { cell, type DraftLine, type DraftRow, entrySpans, NOTHING, type Piece, textOf, words } from './draft';
import type { ItemRow } from './rows';

/** What stands above the table. GB/T 9704-2012, 7.3.4: a separate annex bears the 文号 of its document, followed by 附件. */
export function headOf(file: IndicatorFile, unit: UnitCount | undefined): DraftLine[] {
  const { root, documentNumber, title, issuer, issued } = file;
  const annex = documentNumber ? [[...textOf(documentNumber).flat(), words('附件')]] : [];
  const parts = [...textOf(issuer), ...(issued ? [[dateOf(issued), words('印发')]] : [])];
  const issue = parts.length > 0 ? [[words('（'), ...spaced(parts), words('）')]] : [];
  return [
    { style: 'annex' as const, paragraphs: annex, spans: entrySpans(root, '文号') },
    {
      style: 'title' as const,
      paragraphs: textOf(title),
      spans: [...entrySpans(root, file.kind === 'zhibiao' ? '标题' : '名称')],
    },
    {
      style: 'issue' as const,
      paragraphs: issue,
      spans: [...entrySpans(root, '印发机关'), ...entrySpans(root, '印发日期')],
    },
    ...(unit ? [{ style: 'unit' as const, paragraphs: [[words(unitTitle(unit))]], spans: [] }] : []),
  ].filter(({ paragraphs }) => paragraphs.length > 0);
}

function spaced(parts: readonly (readonly Piece[])[]): Piece[] {
  return parts.flatMap((pieces, index) => (index === 0 ? pieces : [words('　'), ...pieces]));
}

/** 2021-10-20 is printed 2021年10月20日; anything else as it stands. */
function dateOf({ value, node }: Text): Piece {
  const date = parseDate(value);
  if (!date.ok || !('iso' in date)) return { text: value, node, from: 0 };
  const [year, month, day] = date.iso.split('-').map(Number);
  return { text: `${year}年${month}月${day}日`, node };
}

const ROLES = [
  ['lead', '牵头'],
  ['responsible', '责任'],
  ['support', '配合'],
] as const;

function unitTitle(unit: UnitCount): string {
  const counts = ROLES.flatMap(([role, word]) => (unit[role] > 0 ? [`${word}${unit[role]}项`] : []));
  return `${unit.name}任务清单（${counts.join('、')}）`;
}

/** The last row of the table: how many items, and their scores. */
export function totalRow(file: IndicatorFile, columns: readonly Column[], rows: readonly ItemRow[]): DraftRow {
  const items = rows.filter(({ kind }) => kind === 'item');
  const at = columns.findIndex(({ kind }) => kind === 'content');
  const spans = entrySpans(file.root, '指标总数');
  const scoreSpans = entrySpans(file.root, '总分');
  const [span] = [...spans, ...scoreSpans];
  const score = columns.some(({ kind }) => kind === 'score') ? [[words(String(scoreOf(items)))]] : [];
  const cells = columns.slice(at).map(({ kind }, index) => {
    if (kind === 'content') return cell(at, { paragraphs: [[words(`共${items.length}项`)]], spans });
    if (kind !== 'score') return cell(at + index, NOTHING);
    return cell(at + index, { paragraphs: score, spans: scoreSpans });
  });
  return {
    kind: 'total',
    ...(span && { span }),
    cells: [cell(0, { paragraphs: [[words('合计', true)]], spans: [] }, at), ...cells],
  };
}

/** Sums of halves and tenths without the dust of binary fractions. */
function scoreOf(rows: readonly ItemRow[]): number {
  return Math.round(rows.reduce((sum, { item }) => sum + (item?.score?.value ?? 0), 0) * 1e6) / 1e6;
}

/** What stands below the tables. @param groups of 合并报送 that the table does not show */
export function notesOf({ root, grades, note }: IndicatorFile, groups: readonly Group[]): DraftLine[] {
  const names = grades.flatMap((grade, index) => [...(index > 0 ? [words('、')] : []), ...textOf(grade).flat()]);
  const lines = groups.map(groupLine);
  if (grades.length > 0) {
    lines.push({ style: 'text', paragraphs: [[words('考核等次：'), ...names]], spans: entrySpans(root, '等次') });
  }
  if (note) {
    lines.push({ style: 'heading', paragraphs: [[words('说明')]], spans: [] });
    // A line a paragraph, so that an edit changes one of them only.
    lines.push(...textOf(note).map((pieces): DraftLine => ({ style: 'text', paragraphs: [pieces], spans: [] })));
  }
  return lines;
}

function groupLine({ node, head, evidence }: Group): DraftLine {
  const items = node?.kind === 'sequence' ? node.items : [node];
  const numbers = items.flatMap((item) => (item?.kind === 'scalar' ? item.raw : [])).join('、');
  const [first = [], ...others] = evidence.flatMap(textOf);
  return {
    style: 'text',
    paragraphs: [[words(`第${numbers}项合并报送：`), ...first], ...others],
    spans: [node?.place ?? head, ...evidence.map((text) => text.node.place)],
  };
}
