import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type Counts, countProblems, type FileReport, type Problem } from './report';

/** The report of one file, small enough to keep thousands in memory, to hand from thread to thread and to store. */
export interface PackedReport {
  readonly path: string;
  readonly counts: Counts;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Level 1: a tenth of the size for a tenth of a file's checking time; higher levels cost more than they save. */
const LEVEL = 1;
const EMPTY = new Uint8Array(0);

export function pack({ path, problems }: FileReport): PackedReport {
  // Most files of a healthy province have nothing to keep.
  const body = problems.length > 0 ? deflateRawSync(JSON.stringify(problems), { level: LEVEL }) : EMPTY;
  // A copy that is as long as what it holds: Node gives a slice of a larger block.
  return { path, counts: countProblems(problems), body: new Uint8Array(body) };
}

/** Unpacks each report as its turn comes, as often as asked. */
export function unpacked(reports: readonly PackedReport[]): Iterable<FileReport> {
  return {
    *[Symbol.iterator]() {
      for (const report of reports) yield unpack(report);
    },
  };
}

/** The report with those problems only that `keeps` accepts. */
export function filtered(report: PackedReport, keeps: (problem: Problem) => boolean): PackedReport {
  const { path, problems } = unpack(report);
  const kept = problems.filter(keeps);
  return kept.length === problems.length ? report : pack({ path, problems: kept });
}

/** @throws when the body is damaged, as one from a file may be */
export function unpack({ path, body }: PackedReport): FileReport {
  return { path, problems: body.length > 0 ? (JSON.parse(inflateRawSync(body).toString()) as Problem[]) : [] };
}
