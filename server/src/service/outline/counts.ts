import type { FindingCounts } from '../../protocol/outline';
import { type Finding, SEVERITIES, type Severity } from '../../rules/finding';
import { lastUpTo } from '../../text/bisect';
import type { Part } from './parts';

type Counts = Partial<Record<Severity, number>>;

/** How many findings lie in each part and below it; parts without any are left out. */
export function countFindings(parts: readonly Part[], findings: readonly Finding[]): ReadonlyMap<Part, FindingCounts> {
  const counts = new Map<Part, Counts>();

  function add(part: Part, severity: Severity, by = 1): void {
    if (by === 0) return;
    const own = counts.get(part) ?? {};
    counts.set(part, own);
    own[severity] = (own[severity] ?? 0) + by;
  }

  function addAt(level: readonly Part[], offset: number, severity: Severity): void {
    const part = lastFrom(level, offset);
    if (!part || offset > part.span.end) return;
    add(part, severity);
    addAt(part.children, offset, severity);
  }

  // Units of one category are scattered over the registry; all other parts lie one after the other.
  const categories = parts.filter(({ kind }) => kind === 'category');
  const level = categories.length > 0 ? parts.flatMap(({ children }) => children).sort(byPlace) : parts;
  for (const { span, severity } of findings) addAt(level, span.start, severity);
  for (const category of categories) {
    for (const unit of category.children) {
      for (const severity of SEVERITIES) add(category, severity, counts.get(unit)?.[severity] ?? 0);
    }
  }
  return counts;
}

function byPlace(a: Part, b: Part): number {
  return a.span.start - b.span.start;
}

/** @param parts sorted by place */
function lastFrom(parts: readonly Part[], offset: number): Part | undefined {
  return parts[lastUpTo(parts.length, (index) => (parts[index]?.span.start ?? 0) <= offset)];
}
