import type { Printed } from '../../../server/src/protocol/preview';
import { type Guard, isCount, isFlag, isRecord, isText } from './guards';
import { isPrinted } from './isPrinted';
import { type PreviewWords, previewWords } from './words';

/** What is shown of which file; kept by the webview over a reload of the window. */
export interface PreviewState {
  readonly uri: string;
  /** Only the items of this unit. */
  readonly unit?: string;
  readonly onlyFindings: boolean;
}

/** From the extension to the webview. Lines count from 0. */
export type ToWebview =
  | { readonly type: 'show'; readonly state: PreviewState; readonly printed: Printed; readonly words: PreviewWords }
  /** There is nothing to show, and why. */
  | { readonly type: 'nothing'; readonly message: string }
  /** The cursor of the editor. */
  | { readonly type: 'cursor'; readonly line: number }
  /**
   * The line in the middle of the editor. `edge` where it shows the beginning or the end of the file; `hasCursor` where it
   * shows the cursor.
   */
  | { readonly type: 'scroll'; readonly line: number; readonly hasCursor: boolean; readonly edge?: 'top' | 'bottom' };

/** From the webview to the extension. */
export type FromWebview =
  | { readonly type: 'ready' }
  /** Export what is shown. */
  | { readonly type: 'export' }
  | { readonly type: 'filter'; readonly unit?: string; readonly onlyFindings: boolean }
  /** Show a place of the file; `open` takes the keyboard there, too. */
  | {
      readonly type: 'reveal';
      readonly uri: string;
      readonly line: number;
      readonly character: number;
      readonly open: boolean;
    };

const isPlace: Guard = (value) => isCount(value) && (value as number) >= 0;
const isState = isRecord({ uri: isText, onlyFindings: isFlag }, { unit: isText });
const isWords = isRecord(Object.fromEntries(Object.keys(previewWords.chinese).map((name) => [name, isText])));

const TO_WEBVIEW: Readonly<Record<ToWebview['type'], Guard>> = {
  show: isRecord({ state: isState, printed: isPrinted, words: isWords }),
  nothing: isRecord({ message: isText }),
  cursor: isRecord({ line: isPlace }),
  scroll: isRecord({ line: isPlace, hasCursor: isFlag }, { edge: (value) => value === 'top' || value === 'bottom' }),
};

const FROM_WEBVIEW: Readonly<Record<FromWebview['type'], Guard>> = {
  ready: isRecord({}),
  export: isRecord({}),
  filter: isRecord({ onlyFindings: isFlag }, { unit: isText }),
  reveal: isRecord({ uri: isText, line: isPlace, character: isPlace, open: isFlag }),
};

function read<T>(value: unknown, guards: Readonly<Record<string, Guard>>): T | undefined {
  const type = (value as { type?: unknown } | null | undefined)?.type;
  if (typeof type !== 'string' || !Object.hasOwn(guards, type)) return undefined;
  return guards[type]?.(value) ? (value as T) : undefined;
}

/** A message that the webview got, or undefined for one that it does not understand. */
export function readToWebview(value: unknown): ToWebview | undefined {
  return read<ToWebview>(value, TO_WEBVIEW);
}

/** A message that the extension got, or undefined for one that it does not understand. */
export function readFromWebview(value: unknown): FromWebview | undefined {
  return read<FromWebview>(value, FROM_WEBVIEW);
}

/** The state that a webview kept, which may be that of an older version. */
export function readState(value: unknown): PreviewState | undefined {
  return isState(value) ? (value as PreviewState) : undefined;
}
