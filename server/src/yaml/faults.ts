import type { Span, TextEdit } from '../text/span';

/** What keeps a text from being read as YAML, or from being read as its author meant. Messages stand with the rules. */
export type FaultKind =
  // Full-width characters where YAML needs ASCII (rule yaml-fullwidth).
  | 'fullwidth-colon'
  | 'colon-without-blank'
  | 'fullwidth-dash'
  | 'dash-without-blank'
  | 'fullwidth-comma'
  | 'fullwidth-bracket'
  | 'fullwidth-quote'
  | 'odd-blank'
  // Everything else that the parser rejects (rule yaml-syntax).
  | 'tab'
  | 'indent-too-small'
  | 'indent-too-large'
  | 'unclosed-quote'
  | 'unclosed-bracket'
  | 'conflict-marker'
  | 'colon-in-text'
  | 'reserved-start'
  | 'missing-colon'
  | 'unknown-alias'
  | 'alias-bomb'
  | 'too-deep'
  | 'too-large'
  | 'several-documents'
  | 'bad-escape'
  | 'unreadable'
  // Rule yaml-duplicate-key.
  | 'duplicate-key';

export interface Fault {
  readonly kind: FaultKind;
  readonly span: Span;
  /** Values for the message: characters, key names, counts. */
  readonly data?: Readonly<Record<string, string | number>>;
  /** Another place that belongs to the fault, such as the first of two equal keys. */
  readonly related?: Span;
  /** Turns the text into what was meant. The text is read as if this had been done already. */
  readonly repair?: readonly TextEdit[];
  /** False where the repair is only a way to read on, not a change that a person would want. */
  readonly fixable: boolean;
}

/** A fault whose repair still grows while the text is read. */
export type MutableFault = Fault & { repair: TextEdit[] };

/** What the scanner has found so far. */
export class Findings {
  readonly faults: Fault[] = [];
  /** Faults only if the parser rejects the text too. */
  readonly suspects: Fault[] = [];

  report(faults: readonly Fault[], certain: boolean): void {
    const list = certain ? this.faults : this.suspects;
    for (const fault of faults) list.push(fault);
  }
}
