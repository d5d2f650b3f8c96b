import type { ExportFormat } from '../../protocol/export';

export { EXPORT_FORMATS as FORMATS, type ExportFormat } from '../../protocol/export';

/** Formats that are texts, so that they can go to a terminal or a pipe. */
export const TEXT_FORMATS: ReadonlySet<ExportFormat> = new Set(['html', 'md', 'csv', 'json']);
