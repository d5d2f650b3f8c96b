import type { IndicatorFile, RegistryFile } from '../model/types';
import type { FindingCounts, Outline, OutlineNode } from '../protocol/outline';
import type { LineIndex, Range } from '../text/lines';
import type { Span } from '../text/span';
import type { Checked } from '../workspace/project';
import { oneLine } from './one-line';
import { countFindings } from './outline/counts';
import { type Part, partsOfFile, partsOfRegistry } from './outline/parts';

export { outlineDetails } from './outline/details';

/** The tree of an indicator file, a corpus or a registry, the findings counted at each node; null for a configuration. */
export function outline({ document, findings }: Checked): Outline | null {
  const { kind, lines, model } = document;
  if (kind === 'config') return null;
  const [parts, title, size] = kind === 'danwei' ? ofRegistry(model as RegistryFile) : ofFile(model as IndicatorFile);
  const counts = countFindings(parts, findings);
  return { title: oneLine(title), size, nodes: parts.map((part) => toNode(part, lines, counts)) };
}

function ofRegistry(file: RegistryFile): [readonly Part[], string, number] {
  return [partsOfRegistry(file), file.county?.value ?? '', file.units.length];
}

/** The name of a corpus is long, and so is a title; the county says as much. */
function ofFile(file: IndicatorFile): [readonly Part[], string, number] {
  const title = file.county ?? file.names.at(-1) ?? file.title;
  return [partsOfFile(file), title?.value ?? '', file.items.length];
}

function toNode(part: Part, lines: LineIndex, counts: ReadonlyMap<Part, FindingCounts>): OutlineNode {
  const { kind, text, span, head, more, children } = part;
  const findings = counts.get(part);
  return {
    kind,
    text,
    ...more,
    range: wholeLines(span, lines),
    place: lines.positionAt(head.start),
    ...(findings && { findings }),
    ...(children.length > 0 && {
      size: sizeOf(children),
      children: children.map((child) => toNode(child, lines, counts)),
    }),
  };
}

function sizeOf(parts: readonly Part[]): number {
  let size = 0;
  for (const { kind, children } of parts) size += kind === 'section' || kind === 'extra' ? sizeOf(children) : 1;
  return size;
}

/** Indentation is never longer; a file in one long line must not be searched again and again. */
const MOST_BLANKS = 200;

/** A cursor on the dash before a part, or behind its last character, belongs to it, too. */
function wholeLines({ start, end }: Span, lines: LineIndex): Range {
  const before = Math.max(lines.lineSpan(lines.lineAt(start)).start, start - MOST_BLANKS);
  const behind = lines.lineSpan(lines.lineAt(end)).end;
  const isFirst = /^[ \t-]*$/.test(lines.text.slice(before, start));
  const isLast = /^[ \t]*(?:#|$)/.test(lines.text.slice(end, Math.min(behind, end + MOST_BLANKS)));
  return lines.range({ start: isFirst ? before : start, end: isLast ? behind : end });
}
