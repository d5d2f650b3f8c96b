import { findReferences, renumberReferences } from '../../domain/reference';
import type { IndicatorFile, Text } from '../../model/types';
import type { TextEdit } from '../../text/span';
import { sourceSpan } from '../../yaml/scalar-source';
import type { Counterparts } from './counterparts';

/** How references to items read in the new file. */
export interface Renumbered {
  /** Edits of a text, in offsets of the file. */
  edits(text: Text): readonly TextEdit[];
  /** The references of a text that have no one new number: they are made to say that they mean the old file. */
  lost(text: Text): readonly string[];
  /** The text after the edits. */
  value(text: Text): string;
  /** All new numbers of an item, by its old one. */
  all(number: number): readonly number[];
}

/** Numbers that stand more than once (编号: 分级) name no item; then references stay as they are. */
export function renumbering(file: IndicatorFile, counterparts: Counterparts): Renumbered {
  const numbers = new Map<number, number[]>();
  for (const item of file.numbering === 'continuous' ? file.items : []) {
    if (!item.number) continue;
    const found = counterparts.from(item).flatMap(({ target }) => target.number?.value ?? []);
    numbers.set(item.number.value, [...(numbers.get(item.number.value) ?? []), ...found]);
  }
  const only = (number: number) => {
    const found = numbers.get(number);
    return found?.length === 1 ? found[0] : undefined;
  };
  const all = (number: number) => [...new Set(numbers.get(number) ?? [])];

  function split(value: string): { edits: readonly TextEdit[]; lost: readonly string[] } {
    if (numbers.size === 0) return { edits: [], lost: [] };
    const broken = findReferences(value).filter(
      (one) => 'targets' in one && one.targets.some((number) => only(number) === undefined),
    );
    const kept = renumberReferences(value, only).filter(
      ({ span }) => !broken.some((one) => one.span.start <= span.start && span.end <= one.span.end),
    );
    const marks = broken.map(({ span }) => ({
      span: { start: span.start, end: span.start },
      newText: value.charAt(span.start) === '第' ? OLD : `${OLD}第`,
    }));
    return {
      edits: [...kept, ...marks].sort((x, y) => x.span.start - y.span.start),
      lost: broken.map(({ span }) => value.slice(span.start, span.end)),
    };
  }
  return {
    all,
    edits: ({ node, value }) =>
      split(value).edits.map(({ span, newText }) => ({ span: sourceSpan(node, span.start, span.end), newText })),
    lost: ({ value }) => split(value).lost,
    value: ({ value }) => {
      const { edits } = split(value);
      return edits.reduceRight(
        (text, { span, newText }) => text.slice(0, span.start) + newText + text.slice(span.end),
        value,
      );
    },
  };
}

/** 第26项 of another document is no reference to an item of this one: 旧版第26项. */
const OLD = '旧版';
