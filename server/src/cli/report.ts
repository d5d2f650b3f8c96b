import type { Severity } from '../rules/finding';
import type { Range } from '../text/lines';
import type { RuleInfo } from './engine';
import type { Excerpt } from './excerpt';

/** Another place that a problem speaks of; `path` where it is in another file. */
export interface RelatedPlace {
  readonly path?: string;
  readonly range: Range;
  readonly message: string;
}

export interface ProblemFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** A finding as the formats need it: words and positions, nothing left to look up. */
export interface Problem {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** The source line of an error or a warning, for a code frame. */
  readonly excerpt?: Excerpt;
  readonly related: readonly RelatedPlace[];
  /** The preferred fix of the same file. */
  readonly fix?: ProblemFix;
  /** True when `--fix` takes care of it. */
  readonly fixable: boolean;
  /** Title of the 一级指标 that it stands in. */
  readonly section?: string;
  /** Units of the item that it stands in, as written. */
  readonly units: readonly string[];
  /** Survives renumbering and moved lines; unique in its file. */
  readonly fingerprint: string;
}

export interface FileReport {
  /** Relative to the working folder, with forward slashes. */
  readonly path: string;
  readonly problems: readonly Problem[];
}

/** How many problems there are of each severity, and how many of them `--fix` takes care of. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
  readonly fixable: number;
}

export interface Summary extends Counts {
  readonly files: number;
}

export interface Report {
  /**
   * Sorted by path; can be gone through more than once. Each report is unpacked as its turn comes, so that a province does
   * not have to fit into memory: keep no more of it than you need.
   */
  readonly files: Iterable<FileReport>;
  readonly summary: Summary;
  /** Files that could not be checked, one line each. */
  readonly troubles: readonly string[];
}

/** What a format may know besides the report. */
export interface View {
  readonly color: boolean;
  readonly columns: number;
  readonly rules: readonly RuleInfo[];
  readonly ruleUrl: (id: string) => string | undefined;
  readonly version: string;
  /** Leads the path of a report to the one from the root of the repository that a CI service has checked out. */
  readonly inRepository: (path: string) => string;
  /** Set when the report is of one part only. */
  readonly shard?: { readonly index: number; readonly count: number };
}

/** Renders a report piece by piece; the last piece ends with a line break. */
export type Format = (report: Report, view: View) => Iterable<string>;

const NONE: Counts = { errors: 0, warnings: 0, infos: 0, hints: 0, fixable: 0 };

export function countProblems(problems: readonly Problem[]): Counts {
  const count = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    hints: count('hint'),
    fixable: problems.filter(({ fixable }) => fixable).length,
  };
}

/** Adds up the counts of several files. */
export function summarize(all: Iterable<Counts>): Summary {
  let files = 0;
  const sum = { ...NONE };
  for (const counts of all) {
    files++;
    sum.errors += counts.errors;
    sum.warnings += counts.warnings;
    sum.infos += counts.infos;
    sum.hints += counts.hints;
    sum.fixable += counts.fixable;
  }
  return { files, ...sum };
}
