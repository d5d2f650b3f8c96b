import { createHash } from 'node:crypto';
import type { Finding } from '../rules/finding';
import type { LineIndex } from '../text/lines';
import { itemFinder } from './nearest-item';

/** Rules whose offending text is itself a position: its digits change when an item before it comes or goes. */
const POSITIONAL = /^(?:number-|reference-|heading-sequence)/;

/**
 * One fingerprint for each finding, the same after items were renumbered and lines moved: made of rule, message (without
 * numbers), offending text and the 内容 of the item that holds it; equal ones are told apart by their order.
 */
export function fingerprints(lines: LineIndex, findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  const items = new Map<number, string>();
  const nearestItem = itemFinder(lines);
  // Asked once for a line: a long one may have thousands of findings.
  const itemAt = (line: number) => {
    const item = items.get(line) ?? nearestItem(line);
    items.set(line, item);
    return item;
  };
  return findings.map((finding) => {
    const parts = [finding.rule, messageOf(finding), offendingText(lines.text, finding)];
    const key = [...parts, itemAt(lines.lineAt(finding.span.start))].join('\0');
    const index = seen.get(key) ?? 0;
    seen.set(key, index + 1);
    return createHash('sha256').update(`${key}\0${index}`).digest('hex').slice(0, 32);
  });
}

function messageOf({ message }: Finding): string {
  const values = Object.entries(message.data).map(([name, value]) =>
    typeof value === 'number' ? name : `${name}=${withoutNumbers(value)}`,
  );
  return [message.template, ...values.sort()].join('\n');
}

function offendingText(text: string, { rule, span }: Finding): string {
  const offending = text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
  return POSITIONAL.test(rule) || /^\d+$/.test(offending) ? withoutNumbers(offending) : offending;
}

function withoutNumbers(text: string): string {
  return text.replace(/\d+/g, '#');
}
