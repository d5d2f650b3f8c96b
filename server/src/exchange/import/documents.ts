import type { Block, Paragraph, Source } from '../source/types';
import { readAssessment } from './assessment';
import type { DraftDocument, Remark } from './draft';
import { findTables, type TableBlocks } from './find-tables';
import { settleTitles } from './floating';
import { type Frame, readFrame, yearIn } from './frame';
import { withoutMargins } from './margins';
import { leftGrid, readOtherTables } from './other-tables';
import { outline, type Plan } from './outline';
import { joinParagraphs } from './paragraphs';
import { readPhases } from './phases';
import { importPhrases } from './phrases';
import { readMeasures } from './running-text';
import { readTable } from './table';
import { buildTree } from './tree';

export interface Documents {
  readonly documents: readonly DraftDocument[];
  readonly remarks: readonly Remark[];
}

/** The tables of a source as documents. */
export function tableDocuments({ name, blocks: printed }: Source, known: ReadonlySet<string>): Documents {
  const blocks = withoutMargins(printed);
  const documents: DraftDocument[] = [];
  const remarks: Remark[] = [];
  // What stands between two tables may belong to either.
  const taken = new Set<Block>();
  const left = new Set<Block>();
  const tables = findTables(blocks);
  let from = 0;
  for (const [index, table] of tables.entries()) {
    const to = tables[index + 1]?.from ?? blocks.length;
    const made = tableDocument(name, blocks, table, { from, to }, known);
    for (const one of made.documents) documents.push(one);
    for (const one of made.remarks) remarks.push(one);
    for (const one of made.taken) taken.add(one);
    for (const one of made.left) left.add(one);
    from = table.to + 1;
  }
  return { documents, remarks: [...remarks, ...[...left].filter((block) => !taken.has(block)).map(leftOut)] };
}

interface TableDocument extends Documents {
  /** Blocks round the table that the document took something from. */
  readonly taken: Iterable<Block>;
  readonly left: readonly Block[];
}

function tableDocument(
  name: string,
  blocks: readonly Block[],
  table: TableBlocks,
  around: TableBlocks,
  known: ReadonlySet<string>,
): TableDocument {
  const reading = readTable(blocks, table, known);
  const units = new Set([...known, ...reading.units]);
  const tree = buildTree(settleTitles(reading.entries), (unit) => units.has(unit));
  const outside = [...blocks.slice(around.from, table.from), ...blocks.slice(table.to + 1, around.to)];
  const before = blocks.slice(around.from, table.from).filter((block) => block.kind === 'paragraph');
  const behind = blocks.slice(table.to + 1, around.to).filter((block) => block.kind === 'paragraph');
  if (tree.sections.length === 0 && tree.extras.length === 0) {
    return { documents: [], remarks: [], taken: [], left: blocks.slice(around.from, around.to) };
  }
  const { used, title, ...head } = readFrame(before, behind);
  const sheet = sheetOf(blocks[table.from]);
  const { phases, used: phased } = readPhases([...before, ...behind]);
  const other = readOtherTables(outside.filter((block) => block.kind === 'grid'));
  const taken = new Set<Block>([...used, ...phased, ...other.used]);
  return {
    documents: [
      {
        title: title ?? sheet ?? stemOf(name),
        ...head,
        ...tree,
        ...(reading.levelNames && { levelNames: reading.levelNames }),
        phases: [...other.phases, ...phases],
        methods: other.methods,
        grades: [],
        notes: [],
      },
    ],
    remarks: [...headRemarks(title ?? sheet, used), ...reading.remarks],
    taken,
    left: outside.filter((block) => !taken.has(block)),
  };
}

/** — 3 —, 第3页 共12页. */
const PAGE_NUMBER = /^(?:[-—–－]{1,2}\s*\d{1,4}\s*[-—–－]{1,2}|第\s*\d{1,4}\s*页[\s，,/／]*(?:共\s*\d{1,4}\s*页)?)$/;

/** The plans of a source without a table as documents: measures below numbered titles, everything else as 说明. */
export function plainDocuments({ name, blocks }: Source, known: ReadonlySet<string>): Documents {
  const lines = blocks.filter((block) => block.kind === 'paragraph');
  // Between the lines of a page and the next, text that was copied from a PDF has its number.
  const numbers = lines.filter(({ text }) => PAGE_NUMBER.test(text.trim()));
  const { paragraphs, joints } = joinParagraphs(lines.filter((line) => !numbers.includes(line)));
  const { front, plans } = outline(paragraphs);
  const last = plans.at(-1)?.parts.map(({ paragraph }) => paragraph) ?? [];
  const frame = readFrame(front, last);
  const documents: DraftDocument[] = [];
  const left: Paragraph[] = [...numbers];
  for (const plan of plans) {
    const made = planDocument(plan, frame, name, known);
    // What stands above the first plan goes with it.
    const above = documents.length === 0 ? front.map(({ text }) => text) : [];
    if (made) documents.push({ ...made, notes: [...above, ...made.notes] });
    else left.push(...(plan.title ? [plan.title] : []), ...plan.parts.map(({ paragraph }) => paragraph));
  }
  if (documents.length === 0) return { documents, remarks: blocks.map(leftOut) };
  const data = { count: joints.length, places: joints.join('、') };
  return {
    documents,
    remarks: [
      { kind: 'read', message: { template: importPhrases.noTable, data: {} } },
      ...(joints.length > 0
        ? [{ kind: 'repaired' as const, message: { template: importPhrases.paragraphsJoined, data } }]
        : []),
      ...left.map(leftOut),
      ...blocks.filter((block) => block.kind === 'grid').map(leftOut),
    ],
  };
}

function planDocument(plan: Plan, frame: Frame, name: string, known: ReadonlySet<string>): DraftDocument | undefined {
  const { rest, ...measures } = readMeasures(plan.parts, (unit) => known.has(unit));
  if (measures.sections.length === 0) return undefined;
  const { used, ...assessment } = readAssessment(rest);
  const { used: _, title: _title, ...head } = frame;
  const { phases, used: phased } = readPhases(rest.map(({ paragraph }) => paragraph));
  const year = yearIn(plan.title?.text ?? '');
  return {
    title: plan.title?.text.trim() ?? stemOf(name),
    ...head,
    ...(year && { year }),
    ...measures,
    ...assessment,
    extraTitles: [],
    groups: [],
    phases,
    notes: rest.filter((part) => !used.has(part) && !phased.has(part.paragraph)).map(({ paragraph }) => paragraph.text),
  };
}

/** A sheet's name is a title, unless it is the one that Excel gave it. */
function sheetOf(block: Block | undefined): string | undefined {
  const sheet = block?.kind === 'grid' ? block.sheet : undefined;
  return sheet !== undefined && !/^(?:Sheet|工作表)\s*\d*$/i.test(sheet) ? sheet : undefined;
}

/** 任务分解表 for 任务分解表.docx. */
function stemOf(name: string): string {
  return name.replace(/(?<=.)\.[A-Za-z]{3,5}$/u, '');
}

function headRemarks(title: string | undefined, used: ReadonlySet<Paragraph>): Remark[] {
  if (title === undefined) return [{ kind: 'unsure', message: { template: importPhrases.noTitle, data: {} } }];
  return [...used].map(({ text, at }) => ({
    kind: 'read',
    message: { template: importPhrases.headUsed, data: { text } },
    at,
  }));
}

function leftOut(block: Block): Remark {
  if (block.kind === 'paragraph') {
    return {
      kind: 'left-out',
      message: { template: importPhrases.leftParagraph, data: { text: block.text } },
      at: block.at,
    };
  }
  return leftGrid(block);
}
