import { registryAddition } from '../../rules/shared/registry-edits';
import { type Offer, title } from './refactoring';

/**
 * Enters a string in the registry as the one unit that it is, although it reads like several or like one of another level:
 * 各乡镇、各部门. For a string that reads like nothing known, `unit-unknown` offers the same.
 */
export const registerUnit: Offer = ({ checked, file, registry, unit, read }) => {
  const reading = unit && read(unit.value);
  if (!registry || (reading?.kind !== 'split' && reading?.kind !== 'level')) return [];
  if (reading.kind === 'split' && reading.split.kind === 'blank-inside') return [];
  const name = unit?.value.trim() ?? '';
  const edits = /[\r\n]/.test(name) ? [] : registryAddition(name, checked.document, file, registry);
  if (edits.length === 0) return [];
  const { uri, source } = registry;
  const elsewhere = uri !== checked.document.uri && source ? { elsewhere: { uri, lines: source.lines } } : {};
  return [
    { key: 'register-unit', kind: 'rewrite', title: title('registerUnit', { name }), ...elsewhere, edits: () => edits },
  ];
};
