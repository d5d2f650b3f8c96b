import type { Draft, Remark } from './draft';
import { itemsOf } from './understand';
import { indicatorFile, registryFileText } from './writer';

export type { Draft, DraftDocument, DraftItem, DraftSection, DraftUnit, Remark, RemarkKind } from './draft';
export { type UnderstandOptions, understand } from './understand';

export interface WriteOptions {
  /** File names without ending: `qinshui` gives `qinshui.zhibiao.yaml` and `qinshui.danwei.yaml`. */
  readonly stem: string;
  /** Default: LF. */
  readonly lineBreak?: '\n' | '\r\n';
}

export interface ImportReport {
  readonly source: string;
  /** One entry an indicator file: what it is called and what it holds. */
  readonly documents: readonly { readonly title: string; readonly file: string; readonly items: number }[];
  readonly units: number;
  readonly remarks: readonly Remark[];
}

export interface Written {
  /** Indicator files first, the registry last; empty if nothing was understood. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly report: ImportReport;
}

/** Writes a draft as indicator files and a registry, with the report of what was repaired, doubtful and left out. */
export function writeDraft(draft: Draft, { stem, lineBreak = '\n' }: WriteOptions): Written {
  const { documents, units, source, remarks } = draft;
  const registry = units.length > 0 ? `${stem}.danwei.yaml` : undefined;
  const broken = (text: string) => (lineBreak === '\n' ? text : text.replaceAll('\n', lineBreak));
  const files = documents.map((document, index) => ({
    name: documents.length > 1 ? `${stem}-${index + 1}.zhibiao.yaml` : `${stem}.zhibiao.yaml`,
    text: broken(indicatorFile(draft, document, registry)),
  }));
  const report: ImportReport = {
    source,
    documents: documents.map((document, index) => ({
      title: document.title,
      file: files[index]?.name ?? '',
      items: itemsOf(document).length,
    })),
    units: units.length,
    remarks,
  };
  if (files.length === 0) return { files: [], report };
  return { files: registry ? [...files, { name: registry, text: broken(registryFileText(draft)) }] : files, report };
}
