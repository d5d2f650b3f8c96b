import type { Finding } from '../../server/src/rules/finding';
import { applyEdits } from '../../server/src/text/edits';
import { LineIndex } from '../../server/src/text/lines';
import { fixAll } from '../../server/src/workspace/fix-all';
import type { Bench, Clean } from './clean';
import { type Fault, type FaultKind, mapped } from './fault';

/** What became of one fault. */
export interface Verdict {
  readonly kind: FaultKind;
  readonly seed: number;
  readonly text: string;
  /** One-based. */
  readonly lines: readonly number[];
  /** Right rule, right line, right severity. */
  readonly hit: boolean;
  /** Errors and warnings beside the expected finding. */
  readonly extra: readonly Finding[];
  readonly findings: readonly Finding[];
  /** Undefined where no safe fix was offered. */
  readonly repair?: Repair;
}

export interface Repair {
  /** No error and no warning is left, and the expected finding is gone. */
  readonly clean: boolean;
  /** The text as it was before the fault; undefined where the fault has several readings. */
  readonly restored?: boolean;
  /** A second fix-all changes nothing. */
  readonly stable: boolean;
  /** Nothing but the lines between the first and the last edit of the fault changed. */
  readonly local: boolean;
  readonly text: string;
  readonly left: readonly Finding[];
}

/** Puts a fault into a clean file and checks it. */
export async function judge(bench: Bench, clean: Clean, kind: FaultKind, injected: Fault): Promise<Verdict> {
  const fault = { ...injected, edits: [...injected.edits].sort((a, b) => a.span.start - b.span.start) };
  const [uri, before] = fault.target === 'registry' ? [clean.registryUri, clean.registry] : [clean.uri, clean.text];
  const text = applyEdits(before, fault.edits);
  const index = new LineIndex(text);
  const wanted = new Set(fault.at.map((at) => index.lineAt(mapped(at, fault.edits))));
  for (const { span, newText } of fault.inserted ? fault.edits : []) {
    const start = mapped(span.start, fault.edits);
    for (let line = index.lineAt(start); line <= index.lineAt(start + newText.length); line++) wanted.add(line);
  }
  const options = fault.encoding ? { encoding: fault.encoding } : {};
  const findings = await bench.check(uri, text, options);
  const isExpected = ({ rule, severity, span }: Finding) =>
    rule === kind.rule && wanted.has(index.lineAt(span.start)) && (fault.severity ?? severity) === severity;
  const expected = findings.find(isExpected);
  const extra = findings.filter((finding) => finding !== expected && isLoud(finding));
  const base = {
    kind,
    seed: clean.seed,
    text,
    lines: [...wanted].map((line) => line + 1),
    hit: !!expected,
    extra,
    findings,
  };
  const [fix] = expected?.fixes ?? [];
  if (!fix?.safe || fix.uri) return base;

  const { text: fixed } = await fixAll(bench.project, uri, text, options);
  const again = await fixAll(bench.project, uri, fixed, options);
  const left = (await bench.check(uri, fixed, options)).filter(
    (finding) => isLoud(finding) || finding.rule === kind.rule,
  );
  const known = new Set(
    (await bench.check(uri, before, options)).map(({ rule, message }) => rule + JSON.stringify(message)),
  );
  const news = left.filter(({ rule, message }) => !known.has(rule + JSON.stringify(message)));
  return {
    ...base,
    repair: {
      clean: news.length === 0,
      ...(fault.restores !== false && { restored: fixed === before }),
      stable: again.text === fixed,
      local: isLocal(before, fixed, fault),
      text: fixed,
      left: news,
    },
  };
}

function isLoud({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

/** True if what stands before and behind the lines of the fault is as it was, byte for byte. */
function isLocal(before: string, fixed: string, { edits }: Fault): boolean {
  const first = edits[0]?.span.start ?? 0;
  const last = edits.at(-1)?.span.end ?? before.length;
  const head = before.slice(0, before.lastIndexOf('\n', Math.max(0, first - 1)) + 1);
  const end = before.indexOf('\n', last);
  const tail = end < 0 ? '' : before.slice(end + 1);
  return fixed.startsWith(head) && fixed.endsWith(tail);
}
