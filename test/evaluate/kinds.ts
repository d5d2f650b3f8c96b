import type { FaultKind } from './fault';
import { deadlineFaults, headCitationFaults } from './faults/deadlines';
import { numberFaults } from './faults/numbers';
import { requirementFaults } from './faults/requirements';
import { schemaFaults } from './faults/schema';
import { referenceFaults, textFaults } from './faults/texts';
import { registryFaults, unitFaults } from './faults/units';
import { yamlFaults } from './faults/yaml';

/** Every way of breaking a rule that is tried. */
export const faultKinds: readonly FaultKind[] = [
  ...yamlFaults,
  ...schemaFaults,
  ...numberFaults,
  ...unitFaults,
  ...deadlineFaults,
  ...requirementFaults,
  ...textFaults,
  ...referenceFaults,
  ...headCitationFaults,
  ...registryFaults,
];
