import type { SourceDocument } from '../model/document';
import type { Suppression } from '../model/suppressions';
import { lastUpTo } from '../text/bisect';
import type { LineIndex } from '../text/lines';
import { outsideOf } from '../text/masks';
import type { Node, ScalarNode } from '../yaml/nodes';
import { type RuleSeverities, runRules } from './engine';
import type { Finding } from './finding';
import { rules } from './index';
import { suppressionRule } from './suppression';

/**
 * The findings that no comment silences, and those of the rule `suppression` about the comments themselves, which
 * cannot be silenced. Contract section 6.
 * @param severities those that the findings were made with
 * @param known ids of all rules
 */
export function applySuppressions(
  document: SourceDocument,
  findings: readonly Finding[],
  severities: RuleSeverities = {},
  known: readonly string[] = rules.map(({ id }) => id),
): Finding[] {
  if (document.suppressions.length === 0) return [...findings];
  const comments = commentsOf(document);
  const { kept, used } = silence(document, findings, comments);
  const judged = comments.map((suppression) => ({ suppression, used: used.has(suppression) }));
  const rule = suppressionRule(judged, known, (id) => severities[id] === 'off');
  return [...kept, ...runRules(document, [rule], {}, severities)];
}

const WHOLE_FILE = -1;

function silence(document: SourceDocument, findings: readonly Finding[], comments: readonly Suppression[]) {
  const { lines } = document;
  const firstLine = firstLines(document);
  const targets = comments.some(({ scope }) => scope === 'next-line') ? linesBelowComments(lines) : [];
  const byTarget = new Map<string, Suppression[]>();
  for (const comment of comments) {
    if (!comment.rule) continue;
    const line = comment.scope === 'next-line' ? (targets[comment.line] ?? comment.line) : comment.line;
    const key = keyOf(comment.rule.id, line);
    const same = byTarget.get(key);
    if (same) same.push(comment);
    else byTarget.set(key, [comment]);
  }
  const used = new Set<Suppression>();
  const kept = findings.filter(({ rule, span }) => {
    const places = [lines.lineAt(span.start), firstLine(span.start), WHOLE_FILE];
    // One comment does it; a second one for the same place is superfluous.
    const [hit] = places.flatMap((line) => byTarget.get(keyOf(rule, line)) ?? []);
    if (hit) used.add(hit);
    return !hit;
  });
  return { kept, used };
}

/**
 * Tells the line that a comment about an offset can speak of. Nothing can be put between the lines of a text (a block, or
 * one in quotes, or one that goes on below), so the line that it begins on stands for all of them.
 */
export function firstLines({ tree, lines }: SourceDocument): (offset: number) => number {
  const texts = scalarsOf(tree.root)
    .map(({ place }) => place)
    .filter(({ start, end }) => lines.lineAt(start) < lines.lineAt(end))
    .sort((a, b) => a.start - b.start);
  return (offset) => {
    const text = texts[lastUpTo(texts.length, (index) => (texts[index]?.start ?? 0) <= offset)];
    return lines.lineAt(text && offset < text.end ? text.start : offset);
  };
}

function keyOf(rule: string, line: number): string {
  return `${rule} ${line}`;
}

/** For each line, itself, or the first one below it that is no comment: comments for one line may stand in a pile. */
function linesBelowComments(lines: LineIndex): number[] {
  const targets: number[] = new Array(lines.lineCount);
  for (let line = lines.lineCount - 1; line >= 0; line--) {
    const { start, end } = lines.lineSpan(line);
    const isComment = lines.text.slice(start, end).trimStart().startsWith('#');
    targets[line] = isComment ? (targets[line + 1] ?? line) : line;
  }
  return targets;
}

/** The comments of a file. What looks like one inside quotes or a block text is part of the text. */
function commentsOf({ tree, lines, suppressions }: SourceDocument): Suppression[] {
  const texts = scalarsOf(tree.root)
    .filter(({ style }) => style !== 'plain')
    .map(({ style, place }) => ({
      // The header of a block text may carry a comment.
      start: style === 'literal' || style === 'folded' ? lines.lineSpan(lines.lineAt(place.start)).end : place.start,
      end: place.end,
    }))
    .sort((a, b) => a.start - b.start);
  const places = suppressions.map((suppression) => ({ ...suppression.span, suppression }));
  return outsideOf(places, texts).map(({ suppression }) => suppression);
}

/** Keys and values of a tree; aliased parts once. */
function scalarsOf(root: Node | null): ScalarNode[] {
  const found: ScalarNode[] = [];
  const seen = new Set<Node>();
  const visit = (node: Node | null): void => {
    if (!node || seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'scalar') found.push(node);
    else if (node.kind === 'sequence') for (const item of node.items) visit(item);
    else if (node.kind === 'mapping') {
      for (const { key, value } of node.entries) {
        found.push(key);
        visit(value);
      }
    }
  };
  visit(root);
  return found;
}
