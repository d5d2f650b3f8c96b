import type { Corpus } from '../../../model/corpus';
import type { Registry } from '../../../model/registry';
import type { IndicatorFile } from '../../../model/types';
import { headOf } from '../../../service/preview/frame';
import type { Line } from '../document';
import { lineOf } from '../from-draft';

/** What a view is made of. */
export interface Subject {
  readonly file: IndicatorFile;
  readonly registry?: Registry;
  readonly corpus?: Corpus;
}

/** The title of a file; a file without one has still to be called something. */
export function titleOf({ file }: Subject): string {
  return file.title?.value.trim() || `${file.county?.value.trim() ?? ''}指标任务分解表`;
}

/** The head of a list that is made from a file: the file's title and what the list is. */
export function headWith(subject: Subject, subtitle: string): Line[] {
  const title = headOf(subject.file, undefined).filter(({ style }) => style === 'title');
  return [...title.map(lineOf), { style: 'unit', paragraphs: [[{ text: subtitle }]] }];
}
