import type { Span, TextEdit } from '../text/span';

export const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A sentence with gaps: the Chinese template is the key of its translations. */
export interface Message {
  /** `{name}` stands for the value of that name. */
  readonly template: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** Another place that a finding speaks of. `uri` where it stands in another file. */
export interface Related {
  readonly uri?: string;
  readonly span: Span;
  readonly message: Message;
}

export interface Fix {
  readonly title: Message;
  readonly edits: readonly TextEdit[];
  /** The file that the edits change, where it is not the checked one (a registry). */
  readonly uri?: string;
  /** True where only one reading is possible, so that `--fix` and fix-all may apply it unasked. */
  readonly safe: boolean;
}

/** What a rule has to say of one place: data, rendered at the edge (terminal, editor, CI). */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly span: Span;
  readonly related: readonly Related[];
  /** The preferred one first. */
  readonly fixes: readonly Fix[];
  readonly tag?: 'unnecessary' | 'deprecated';
}

/** Fills the gaps of a message; a translation may replace the template first. */
export function renderMessage(
  message: Message,
  translate: (template: string) => string = (template) => template,
): string {
  return translate(message.template).replace(/\{(\w+)\}/g, (gap, name: string) => String(message.data[name] ?? gap));
}
