import {
  type Connection,
  ErrorCodes,
  Message,
  type MessageStrategy,
  type NotificationMessage,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver';

/** A test of one value, as a message brings it. */
type Shape = (value: unknown) => boolean;

const isText: Shape = (value) => typeof value === 'string';
/** The protocol's `uinteger`. */
const isCount: Shape = (value) => Number.isInteger(value) && (value as number) >= 0;
const isWhole: Shape = (value) => Number.isInteger(value);
const isFlag: Shape = (value) => typeof value === 'boolean';

function has(fields: Readonly<Record<string, Shape>>): Shape {
  return (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(fields).every(([name, is]) => is((value as Record<string, unknown>)[name]));
}

function listOf(is: Shape): Shape {
  return (value) => Array.isArray(value) && value.every(is);
}

function optional(is: Shape): Shape {
  return (value) => value === undefined || value === null || is(value);
}

const isPosition = has({ line: isCount, character: isCount });
const isRange = has({ start: isPosition, end: isPosition });
const inDocument = { textDocument: has({ uri: isText }) };
const document = has(inDocument);
const at = has({ ...inDocument, position: isPosition });
const within = has({ ...inDocument, range: isRange });
const ofFile = has({ uri: isText });
const isEvent = has({ text: isText, range: optional(isRange) });
const isContent: Shape = (value) =>
  has({ base64: isText })(value) || has({ text: isText, html: optional(isText) })(value);

/** What the server reads of each message without a second look. */
const SHAPES: Readonly<Record<string, Shape>> = {
  initialize: has({ capabilities: has({}), rootUri: optional(isText), workspaceFolders: optional(listOf(ofFile)) }),
  'textDocument/didOpen': has({ textDocument: has({ uri: isText, version: isWhole, text: isText }) }),
  'textDocument/didChange': has({
    textDocument: has({ uri: isText, version: isWhole }),
    contentChanges: listOf(isEvent),
  }),
  'textDocument/didClose': document,
  'textDocument/diagnostic': document,
  'textDocument/documentSymbol': document,
  'textDocument/documentLink': document,
  'textDocument/foldingRange': document,
  'textDocument/codeLens': document,
  'textDocument/formatting': document,
  'textDocument/semanticTokens/full': document,
  'textDocument/hover': at,
  'textDocument/definition': at,
  'textDocument/implementation': at,
  'textDocument/documentHighlight': at,
  'textDocument/references': has({ ...inDocument, position: isPosition, context: has({ includeDeclaration: isFlag }) }),
  'textDocument/completion': at,
  'textDocument/prepareRename': at,
  'textDocument/rename': has({ ...inDocument, position: isPosition, newName: isText }),
  'textDocument/linkedEditingRange': at,
  'textDocument/onTypeFormatting': has({ ...inDocument, position: isPosition, ch: isText }),
  'textDocument/selectionRange': has({ ...inDocument, positions: listOf(isPosition) }),
  'textDocument/rangeFormatting': within,
  'textDocument/inlayHint': within,
  'textDocument/semanticTokens/range': within,
  'textDocument/codeAction': has({
    ...inDocument,
    range: isRange,
    context: has({ diagnostics: listOf(has({ range: isRange })), only: optional(listOf(isText)) }),
  }),
  'completionItem/resolve': has({ label: isText }),
  'codeAction/resolve': has({ title: isText }),
  'codeLens/resolve': has({ range: isRange }),
  'workspace/symbol': has({ query: isText }),
  'workspace/didChangeWatchedFiles': has({ changes: listOf(ofFile) }),
  'workspace/didChangeWorkspaceFolders': has({ event: has({ added: listOf(ofFile), removed: listOf(ofFile) }) }),
  'zhibiao/editions': has({ folder: isText }),
  'zhibiao/newFile': has({
    folder: isText,
    edition: isText,
    county: isText,
    year: isWhole,
    registryPath: optional(isText),
  }),
  'zhibiao/newRegistry': has({ county: isText }),
  'zhibiao/renumber': ofFile,
  'zhibiao/outline': ofFile,
  'zhibiao/outline/details': has({ uri: isText, place: isPosition, range: isRange }),
  'zhibiao/units': ofFile,
  'zhibiao/preview': has({ uri: isText, unit: optional(isText), onlyFindings: optional(isFlag) }),
  'zhibiao/import': has({
    name: isText,
    content: isContent,
    folder: isText,
    documents: optional(listOf(isCount)),
  }),
  'zhibiao/pasteTable': has({ uri: isText, position: isPosition, name: isText, content: isContent }),
  'zhibiao/export': has({
    uri: isText,
    view: isText,
    format: isText,
    unit: optional(isText),
    split: optional(isFlag),
  }),
  'zhibiao/migrate': has({ uri: isText, edition: isText }),
  'zhibiao/compare': has({ uris: listOf(isText), onlyDifferences: isFlag }),
  'zhibiao/checkWorkspace': optional(has({ uris: optional(listOf(isText)) })),
};

const REFUSED = 'zhibiao/refused';

/**
 * Keeps messages that are not formed as the protocol demands away from those who would stumble over them: a request is
 * answered with `InvalidParams`, a notification is dropped. To be used together with {@link refuse}.
 */
export const wellFormed: MessageStrategy = {
  handleMessage(message, next) {
    if (!Message.isRequest(message) && !Message.isNotification(message)) return next(message);
    if (isWellFormed(message)) return next(message);
    if (Message.isRequest(message))
      next({ ...message, method: REFUSED, params: { method: message.method } } as Message);
  },
};

/** Answers what {@link wellFormed} turned away. */
export function refuse(connection: Connection): void {
  connection.onRequest(REFUSED, ({ method }: { method: string }) => {
    throw new ResponseError(ErrorCodes.InvalidParams, `invalid params of ${method}`);
  });
}

/** A method that is not known here is left to the connection, which says so. */
function isWellFormed({ method, params }: RequestMessage | NotificationMessage): boolean {
  const shape = Object.hasOwn(SHAPES, method) ? SHAPES[method] : undefined;
  return shape?.(params) ?? true;
}
