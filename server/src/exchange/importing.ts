// All that brings documents in, in one place: it is loaded when the first document comes.
export { importDocument } from './import-document';
export { importReport, importSummary } from './import-report';
export { pasteTable } from './paste-table';
export { Refusal, readClipboard, readSource } from './source/index';
