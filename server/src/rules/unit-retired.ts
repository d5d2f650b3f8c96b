import { defineItemRule, INDICATOR_KINDS } from './rule';
import { replaceEntry } from './shared/list-edits';
import { type Retirement, retirementReader } from './shared/retirement';
import { elsewhere, placeOf, unitsOf } from './shared/unit-uses';

/** Former names and closed units are to be replaced by their successors. Contract sections 3 and 6. */
export const unitRetired = defineItemRule({
  id: 'unit-retired',
  summary: '用了已经改名或者撤销的单位',
  severity: 'warning',
  fixable: true,
  scope: 'item',
  kinds: INDICATOR_KINDS,
  messages: {
    renamed: '「{name}」是曾用名，现为「{successors}」，请改用现名。',
    'renamed-several': '「{name}」是曾用名，现为{successors}，请改为其中相应的单位。',
    closed: '「{name}」已停用，职责由「{successors}」承继，请改用「{successors}」。',
    'closed-several': '「{name}」已停用，职责由{successors}承继，请改为其中相应的单位。',
    gone: '「{name}」已停用，单位名录没有写明由谁承继，请核对。',
    registry: '单位名录中的登记',
    replace: '改为「{successors}」',
  },
  reads: ({ file, registry }) => [registry, file.issued?.value],
  inspect({ document, file, registry }) {
    if (!registry) return () => undefined;
    const retirementOf = retirementReader(registry, file);
    return (item, report) => {
      for (const use of unitsOf(item)) {
        const retirement = retirementOf(use.value);
        if (!retirement) continue;
        const { known, successors, sameBody } = retirement;
        const data = { name: use.value.trim(), successors: successors.join('、') };
        const [successor, another] = successors;
        const entry = retirement.kind === 'closed' ? (known.unit.closed ?? known.text) : known.text;
        report({
          at: placeOf(use),
          message: messageOf(retirement),
          data,
          related: [{ span: entry.node.place, message: 'registry', ...elsewhere(registry, document) }],
          fixes:
            successor && !another
              ? [{ title: 'replace', data, edits: [replaceEntry(use, successor)], safe: sameBody }]
              : [],
          tag: 'deprecated',
        });
      }
    };
  },
});

function messageOf({ kind, successors }: Retirement) {
  if (successors.length === 0) return 'gone';
  return successors.length === 1 ? kind : (`${kind}-several` as const);
}
