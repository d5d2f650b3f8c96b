import { itemAt } from '../../model/item-at';
import type { Indicator, IndicatorFile, RegistryFile, RegistryUnit, Text } from '../../model/types';
import type { OutlineDetails, OutlineDetailsParams } from '../../protocol/outline';
import { SEVERITIES } from '../../rules/finding';
import { touches } from '../../text/span';
import type { Checked } from '../../workspace/project';
import { oneLine } from '../one-line';
import type { Workspace } from '../workspace';

const MOST_FINDINGS = 10;
/** Characters; a tooltip that fills the screen helps nobody. */
const LONGEST_TEXT = 1000;
const LONGEST_ROW = 200;

/** What the tooltip of a node of {@link outline} says; null for a file that has no tree. */
export function outlineDetails(
  { render }: Workspace,
  { document, findings }: Checked,
  { place, range }: Omit<OutlineDetailsParams, 'uri'>,
): OutlineDetails | null {
  const { kind, lines, model } = document;
  if (kind === 'config') return null;
  const { start, end } = lines.span(range);
  const inside = findings.filter(({ span }) => span.start >= start && span.start <= end);
  const worstFirst = SEVERITIES.flatMap((severity) => inside.filter((finding) => finding.severity === severity));
  const offset = lines.offsetAt(place);
  return {
    ...(kind === 'danwei' ? ofUnit(model as RegistryFile, offset) : ofItem(model as IndicatorFile, offset)),
    findings: worstFirst
      .slice(0, MOST_FINDINGS)
      .map(({ severity, message }) => ({ severity, message: render(message) })),
  };
}

type Words = Pick<OutlineDetails, 'text' | 'rows'>;

function ofItem(file: IndicatorFile, offset: number): Words {
  const item = itemAt(file, offset);
  if (!item) return { text: '', rows: [] };
  return { text: oneLine((item.content ?? item.name)?.value ?? '', LONGEST_TEXT), rows: rowsOfItem(item) };
}

function rowsOfItem({ units, deadlines, evidence, source, certainty }: Indicator): Words['rows'] {
  return [
    ...units.flatMap(({ role, units: names }) => row(role, names)),
    ...row(
      '完成时限',
      deadlines.map(({ text }) => text),
    ),
    ...row('报送资料', evidence),
    ...row('出处', [source]),
    ...row('校勘', [certainty]),
  ];
}

function ofUnit({ units }: RegistryFile, offset: number): Words {
  const unit = units.find(({ node }) => touches(node.place, offset));
  return { text: oneLine(unit?.name?.value ?? ''), rows: unit ? rowsOfUnit(unit) : [] };
}

function rowsOfUnit(unit: RegistryUnit): Words['rows'] {
  return [
    ...row('全称', [unit.fullName]),
    ...row('别名', unit.aliases),
    ...row('类别', [unit.category]),
    ...row('挂牌于', [unit.host]),
    ...row('成员', unit.members),
    ...row('曾用名', unit.formerNames),
    ...row('停用', [unit.closed]),
    ...row('承继', unit.successors),
  ];
}

function row(key: string, values: readonly (Text | undefined)[]): Words['rows'] {
  const value = oneLine(values.flatMap((text) => text?.value ?? []).join('、'), LONGEST_ROW);
  return value === '' ? [] : [{ key, value }];
}
