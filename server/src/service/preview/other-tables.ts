import type { IndicatorFile, Phase } from '../../model/types';
import type { Column } from '../../protocol/preview';
import { type Draft, type DraftTable, entrySpans, plainRow, textOf, words } from './draft';

/** 阶段 and 考核方式 as tables of their own. */
export function otherTables({ phases, methods }: IndicatorFile): DraftTable[] {
  const tables: DraftTable[] = [];
  if (phases.length > 0) {
    const columns: Column[] = [
      { kind: 'name', title: '阶段' },
      { kind: 'deadline', title: '时间' },
      { kind: 'content', title: '工作内容' },
    ];
    const rows = phases.map((phase) =>
      plainRow(kindOf(phase), phase.node.place, columns, (kind) => phaseCell(phase, kind)),
    );
    tables.push({ kind: 'phases', columns, rows });
  }
  if (methods.length > 0) {
    const columns: Column[] = [
      { kind: 'name', title: '考核方式' },
      { kind: 'content', title: '考核内容' },
      ...(methods.some(({ score }) => score) ? [{ kind: 'score' as const, title: '分值' }] : []),
    ];
    const rows = methods.map((method) =>
      plainRow(kindOf(method), method.node.place, columns, (kind) => {
        if (kind === 'name') return named(method);
        if (kind === 'score') return { paragraphs: textOf(method.score), spans: entrySpans(method.node, '分值') };
        return { paragraphs: textOf(method.content), spans: entrySpans(method.node, '内容') };
      }),
    );
    tables.push({ kind: 'methods', columns, rows });
  }
  return tables;
}

function kindOf({ node }: Pick<Phase, 'node'>): 'item' | 'damaged' {
  return node.kind === 'mapping' ? 'item' : 'damaged';
}

function phaseCell(phase: Phase, kind: Column['kind']): Draft {
  const { node, deadline, content } = phase;
  if (kind === 'name') return named(phase);
  if (kind === 'deadline') return { paragraphs: textOf(deadline?.text), spans: entrySpans(node, '时间') };
  return { paragraphs: textOf(content), spans: entrySpans(node, '内容') };
}

function named({ node, name }: Pick<Phase, 'node' | 'name'>): Draft {
  if (node.kind === 'mapping') return { paragraphs: textOf(name), spans: entrySpans(node, '名称') };
  const raw = node.kind === 'damaged' || node.kind === 'scalar' ? node.raw.trim() : '';
  return { paragraphs: raw === '' ? [] : [[words(raw)]], spans: [node.place] };
}
