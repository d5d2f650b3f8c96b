import { citation } from './citation';
import { deadlineDate } from './deadline-date';
import { deadlineFormat } from './deadline-format';
import { deadlineGroup } from './deadline-group';
import { deadlineMonthEnd } from './deadline-month-end';
import { deadlineOpen } from './deadline-open';
import { deadlineRange } from './deadline-range';
import { deadlineText } from './deadline-text';
import { deadlineWindow } from './deadline-window';
import { deadlineYear } from './deadline-year';
import { extraItems } from './extra-items';
import { headingSequence } from './heading-sequence';
import { headingText } from './heading-text';
import { numberDuplicate } from './number-duplicate';
import { numberGap } from './number-gap';
import { numberOrder } from './number-order';
import { numberTotal } from './number-total';
import { referenceRange } from './reference-range';
import { referenceTarget } from './reference-target';
import { registry } from './registry';
import { requirementAdded } from './requirement-added';
import { requirementDropped } from './requirement-dropped';
import { requirementLeftover } from './requirement-leftover';
import { requirementMissing } from './requirement-missing';
import { requirementThreshold } from './requirement-threshold';
import type { Rule } from './rule';
import { schema } from './schema';
import { sectionPlacement } from './section-placement';
import { suppression } from './suppression';
import { textDuplicate } from './text-duplicate';
import { textEncoding } from './text-encoding';
import { textTypo } from './text-typo';
import { typography } from './typography';
import { unitAlias } from './unit-alias';
import { unitCollective } from './unit-collective';
import { unitDuplicate } from './unit-duplicate';
import { unitInMaterials } from './unit-in-materials';
import { unitInconsistent } from './unit-inconsistent';
import { unitLevel } from './unit-level';
import { unitMissing } from './unit-missing';
import { unitRetired } from './unit-retired';
import { unitSeparator } from './unit-separator';
import { unitUnknown } from './unit-unknown';
import { yamlDuplicateKey } from './yaml-duplicate-key';
import { yamlFullwidth } from './yaml-fullwidth';
import { yamlSyntax } from './yaml-syntax';

/** All rules, in the order of contract section 6. */
export const rules: readonly Rule[] = [
  yamlSyntax,
  yamlFullwidth,
  yamlDuplicateKey,
  schema,
  numberGap,
  numberDuplicate,
  numberOrder,
  numberTotal,
  headingSequence,
  headingText,
  sectionPlacement,
  extraItems,
  unitUnknown,
  unitSeparator,
  unitMissing,
  unitDuplicate,
  unitAlias,
  unitInconsistent,
  unitRetired,
  unitLevel,
  unitCollective,
  unitInMaterials,
  deadlineFormat,
  deadlineDate,
  deadlineRange,
  deadlineYear,
  deadlineWindow,
  deadlineText,
  deadlineGroup,
  deadlineOpen,
  deadlineMonthEnd,
  requirementThreshold,
  requirementDropped,
  requirementAdded,
  requirementLeftover,
  requirementMissing,
  textTypo,
  textDuplicate,
  textEncoding,
  referenceTarget,
  referenceRange,
  citation,
  typography,
  registry,
  suppression,
];
