/** Endings that no other kind of file has: their files offer the import in the explorer's menu (package.json). */
export const OFFICE_DOCUMENTS: readonly string[] = ['docx', 'docm', 'xlsx', 'xlsm', 'xlsb', 'xls', 'mht', 'mhtml'];

/** Endings of the documents that can be imported; what is within counts. */
export const DOCUMENTS: readonly string[] = [...OFFICE_DOCUMENTS, 'html', 'htm', 'csv', 'tsv', 'txt'];

/** True for the name or path of a file that may be imported. */
export function isDocument(name: string): boolean {
  return DOCUMENTS.some((ending) => name.toLowerCase().endsWith(`.${ending}`));
}
