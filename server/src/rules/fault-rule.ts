import type { Fault, FaultKind } from '../yaml/faults';
import { ALL_KINDS, defineRule, type Rule } from './rule';

interface FaultRule<M extends string> {
  readonly id: string;
  readonly summary: string;
  /** A sentence for each kind of fault that the rule reports; `fix` and the like for titles of fixes. */
  readonly messages: Readonly<Record<M | 'fix', string>>;
  /** Titles of fixes by kind of fault; `fix` by default. */
  readonly titles?: Partial<Record<FaultKind, M>>;
}

/** A rule that says what the reader found wrong with a text as YAML. */
export function faultRule<const M extends string>({ id, summary, messages, titles }: FaultRule<M>): Rule {
  return defineRule({
    id,
    summary,
    severity: 'error',
    fixable: true,
    kinds: ALL_KINDS,
    messages,
    check({ document, report }) {
      for (const fault of document.faults) {
        if (!isMessage(messages, fault.kind)) continue;
        const title = titles?.[fault.kind] ?? 'fix';
        report({
          at: fault.span,
          message: fault.kind,
          data: fault.data ?? {},
          fixes: fault.fixable && fault.repair ? [{ title, edits: fault.repair, safe: isCertain(fault) }] : [],
        });
      }
    },
  });
}

function isMessage<M extends string>(messages: Readonly<Record<M | 'fix', string>>, kind: string): kind is M {
  return kind in messages;
}

/** A bracket or quote may have been meant to close elsewhere, and what cannot be read may be wanted: their fixes wait for a person. */
function isCertain({ kind }: Fault): boolean {
  return kind !== 'unclosed-quote' && kind !== 'unclosed-bracket' && kind !== 'unreadable';
}
