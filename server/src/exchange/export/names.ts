import type { ExportFormat, ExportView } from '../../protocol/export';
import type { Printout } from './document';

/** UTF-16 units of a name; with the ending, well below the 255 bytes that most file systems take. */
const LONGEST = 60;
const FULL_NAMES: Readonly<Record<ExportView, string>> = {
  master: '总表',
  unit: '单位清单',
  evidence: '报送资料清单',
  deadlines: '时限台账',
  draft: '征求意见稿',
  changes: '上级对照表',
};

/** A name that every system takes for a file: no separators, no signs that Windows forbids, not too long. */
export function safeName(name: string): string {
  const plain = name
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    .slice(0, LONGEST)
    .replace(/\p{Cs}$/u, '')
    .replace(/^[\s.]+|(?<![\s.])[\s.]+$/g, '');
  // Names of devices on Windows.
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(plain) ? `_${plain}` : plain || '_';
}

/** 沁水.总表.docx. @param file name of the indicator file, without folders */
export function fileName(file: string, view: ExportView, format: ExportFormat): string {
  return `${stem(file)}.${FULL_NAMES[view]}.${format}`;
}

/** Names of the documents of a split printout, each once: 沁水.县司法局.docx. */
export function fileNames(file: string, parts: Printout['parts'], format: ExportFormat): string[] {
  const taken = new Set<string>();
  return parts.map(({ name }) => {
    for (let count = 1; ; count++) {
      const unique = `${stem(file)}.${safeName(name)}${count > 1 ? count : ''}.${format}`;
      if (taken.has(unique.toLowerCase())) continue;
      taken.add(unique.toLowerCase());
      return unique;
    }
  });
}

/** 沁水.指标.yaml → 沁水. */
function stem(file: string): string {
  return safeName(file.replace(/\.ya?ml$/i, '').replace(/\.(?:指标|zhibiao|要求|yaoqiu)$/i, ''));
}
