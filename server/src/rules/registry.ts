import { nearestNames } from '../domain/unit';
import { createRegistry, type NameForm, namesOf, type Registry } from '../model/registry';
import type { IndicatorFile, RegistryFile, RegistryUnit, Text } from '../model/types';
import { defineRule, type Report } from './rule';
import { type Edge, findCycles } from './shared/cycles';
import { standsInDamage } from './shared/damage';
import { placeOf } from './shared/unit-uses';

const MESSAGES = {
  missing: '单位名录「{path}」不存在，请核对路径。',
  unreadable: '单位名录「{path}」无法读取，请核对文件。',
  itself: '单位名录「{path}」就是本文件，请改为名录文件的路径。',
  'not-a-registry': '「{path}」不是单位名录，里面没有「单位」列表。',
  'no-corpus': '要求库「{path}」不存在，请核对路径。',
  'not-a-corpus': '「{path}」不是要求库，里面没有名称或者没有指标。',
  duplicate: '「{name}」已经是「{owner}」的{form}，一个名称只能属于一个单位。',
  'duplicate-unit': '单位「{name}」重复登记，请合并为一项。',
  repeated: '「{name}」在同一个单位里写了两次，请删去一处。',
  first: '前一处「{name}」',
  unknown: '「{role}」中的「{name}」不在单位名录中。',
  'unknown-near': '「{role}」中的「{name}」不在单位名录中。是否为「{near}」？',
  self: '「{role}」写的「{name}」就是这个单位自己，请更正。',
  cycle: '「{role}」绕成了一圈：{path}。请断开其中一处。',
  link: '这里的「{role}」写了「{name}」',
} as const;

type Key = keyof typeof MESSAGES;
type Reporter = (report: Report<Key>) => void;

const FORMS: Readonly<Record<NameForm, string>> = {
  name: '名称',
  'full-name': '全称',
  alias: '别名',
  'former-name': '曾用名',
};

/** Relations from a unit to others by name. */
const ROLES = [
  { role: '成员', targets: (unit: RegistryUnit) => unit.members },
  { role: '挂牌于', targets: (unit: RegistryUnit) => (unit.host ? [unit.host] : []) },
  { role: '承继', targets: (unit: RegistryUnit) => unit.successors },
] as const;

/** No more units of a cycle than this are spelled out. */
const MAX_SHOWN = 6;

/** Faults of a 单位名录, in its own file or as the list of an indicator file, and of the path to one. Contract sections 3 and 6. */
export const registry = defineRule({
  id: 'registry',
  summary: '单位名录有重名、所指单位不存在或者互相包含，或者名录、要求库的文件找不到',
  severity: 'error',
  fixable: false,
  kinds: ['zhibiao', 'danwei', 'config'],
  messages: MESSAGES,
  check({ document, file, registryProblem, lostPaths = [], report }) {
    for (const { path, problem } of lostPaths) reportPath(path, problem, report);
    if (file.kind === 'config') return;
    if (file.kind !== 'danwei') reportPath(file.registryPath, registryProblem, report);
    const units = unitsIn(file);
    if (units.length === 0) return;
    reportDuplicates(units, report);
    const names = createRegistry(document.uri, units);
    for (const { role, targets } of ROLES) {
      reportTargets(units, names, role, targets, report);
      reportCycles(units, names, role, targets, report);
    }
  },
});

function unitsIn(file: IndicatorFile | RegistryFile): readonly RegistryUnit[] {
  return file.kind === 'danwei' ? file.units : (file.inlineUnits ?? []);
}

function reportPath(path: Text | undefined, problem: Key | undefined, report: Reporter): void {
  if (path && problem) report({ at: placeOf(path), message: problem, data: { path: path.value } });
}

function reportDuplicates(units: readonly RegistryUnit[], report: Reporter): void {
  const owners = new Map<string, { unit: RegistryUnit; text: Text; form: NameForm }>();
  for (const unit of units) {
    for (const { text, form } of namesOf(unit)) {
      const name = text.value.trim();
      const first = owners.get(name);
      if (name === '') continue;
      if (!first) owners.set(name, { unit, text, form });
      // A unit may go by its full name in tables; an entry shared by a YAML alias stands in the text only once.
      else if ((first.unit === unit && form === 'full-name') || first.text.node === text.node) continue;
      else {
        const data = { name, owner: first.unit.name?.value.trim() ?? name, form: FORMS[first.form] };
        report({
          at: placeOf(text),
          message: duplicateMessage(first, unit, form),
          data,
          related: [{ span: placeOf(first.text), message: 'first', data }],
        });
      }
    }
  }
}

function duplicateMessage(first: { unit: RegistryUnit; form: NameForm }, unit: RegistryUnit, form: NameForm): Key {
  if (first.unit === unit) return 'repeated';
  return first.form === 'name' && form === 'name' ? 'duplicate-unit' : 'duplicate';
}

type Targets = (unit: RegistryUnit) => readonly Text[];

function reportTargets(
  units: readonly RegistryUnit[],
  names: Registry,
  role: string,
  targets: Targets,
  report: Reporter,
): void {
  for (const unit of units) {
    for (const target of targets(unit)) {
      const name = target.value.trim();
      const known = names.find(name);
      if (known?.unit === unit) report({ at: placeOf(target), message: 'self', data: { name, role } });
      if (known || name === '' || standsInDamage(name, units)) continue;
      const [near] = nearestNames(name, names.names, 1);
      const message = near ? 'unknown-near' : 'unknown';
      report({ at: placeOf(target), message, data: { role, name, ...(near && { near }) } });
    }
  }
}

function reportCycles(
  units: readonly RegistryUnit[],
  names: Registry,
  role: string,
  targets: Targets,
  report: Reporter,
): void {
  const edgesOf = (unit: RegistryUnit): Edge<RegistryUnit, Text>[] =>
    targets(unit).flatMap((by) => {
      const to = names.find(by.value)?.unit;
      // A unit that names itself has a finding of its own.
      return to && to !== unit ? [{ to, by }] : [];
    });
  for (const cycle of findCycles(units, edgesOf)) {
    const [first, ...others] = [...cycle].sort((a, b) => a.by.node.place.start - b.by.node.place.start);
    if (!first) continue;
    report({
      at: placeOf(first.by),
      message: 'cycle',
      data: { role, path: pathOf(cycle) },
      related: others.map(({ by }) => ({ span: placeOf(by), message: 'link', data: { name: by.value.trim(), role } })),
    });
  }
}

/** 甲→乙→甲 */
function pathOf(cycle: readonly Edge<RegistryUnit, Text>[]): string {
  const names = cycle.map(({ by }) => by.value.trim());
  const ring = [...names.slice(-1), ...names];
  return (ring.length <= MAX_SHOWN + 1 ? ring : [...ring.slice(0, MAX_SHOWN), '……', ...names.slice(-1)]).join('→');
}
